import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { isStranded } from '../../../lib/tasks/after'
import type { Order } from '../../../lib/tasks/row.server'
import type { Task } from '../../../lib/tasks/task'
import { type House, openHouse, order, reach } from './house'
import { plainProvider } from './plain-provider'

let house: House
test.beforeAll(async () => {
  house = await openHouse()
})
test.afterAll(() => house.close())

const storyboardId = randomUUID()
const on = (shotIds: string[], before?: Order): Order => {
  const after = before ? { after: { task: before.id ?? '', shot: before.shotIds?.at(-1) ?? '' } } : {}
  return order({ id: randomUUID(), storyboardId, shotIds, ...after })
}
const told = ({ id = '' }: Order, holds: (task: Task) => boolean) => reach(house.tasks, id, 'queued', holds)

test('an order says when the film that it starts from is not coming, and so does what starts from that one; a new film wakes both', async () => {
  const { tasks } = house
  const { provider } = plainProvider(house.folder, { limit: () => 0 })
  const worker = await house.work(provider)
  const first = on(['a'])
  const second = on(['b'], first)
  const third = on(['c'], second)
  await tasks.addAll([first, second, third])
  const waits = (task: Task) => task.note?.includes('not there yet') === true && !isStranded(task)
  await told(second, waits)
  await told(third, waits)

  await worker.cancel(first.id ?? '')
  const said = await told(second, isStranded)
  expect(said.note).toContain('was cancelled')
  expect(said.note).toContain('begin this one from a still, or cancel it')
  expect((await told(third, isStranded)).note).toContain('waits for a film that is not coming')

  const again = on(['a'])
  await tasks.add(again)
  expect((await told(second, waits)).after).toEqual({ task: again.id, shot: 'a' })
  expect((await told(third, waits)).after).toEqual({ task: second.id, shot: 'b' })

  await worker.cancel(again.id ?? '')
  await told(second, isStranded)
  await worker.remove(again.id ?? '')
  await told(second, ({ note }) => note?.includes('was removed') === true)
  await worker.close()
})
