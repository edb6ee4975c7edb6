import { expect, test } from '@playwright/test'
import type { Status } from '../../../lib/tasks/task'
import type { Worker } from '../../../lib/worker/worker'
import { type House, openHouse, wordsIn } from './house'
import { gate } from './plain-provider'

test.describe.configure({ mode: 'serial' })

let house: House
let worker: Worker | undefined
test.beforeAll(async () => {
  house = await openHouse()
})
test.afterEach(async () => {
  await worker?.close()
  worker = undefined
})
test.afterAll(() => house.close())

const { plain, one, until } = wordsIn(() => house)

/** Leaves the task where a crash would have: the moves are committed, what should have followed never happened. */
async function leave(id: string, ...steps: Status[]) {
  let at: Status = 'queued'
  for (const to of steps) {
    await house.tasks.move(id, at, to, {}, { ticket: to === 'starting' ? null : { name: id }, dueIn: 600_000 })
    at = to
  }
}

test('ended between the order and its ticket: the order is found under its name, and not placed again', async () => {
  const fake = plain()
  const id = await one()
  await leave(id, 'starting')
  fake.place({ name: id } as Parameters<typeof fake.place>[0])
  worker = await house.work(fake.provider)
  await until(id, 'running')
  fake.finish(id)
  await until(id, 'done')
  expect(fake.placed.size).toBe(1)
})

test('ended before the order went out: it is said to be not placed, and is not placed now', async () => {
  const fake = plain()
  const id = await one()
  await leave(id, 'starting')
  worker = await house.work(fake.provider)
  expect((await until(id, 'failed')).error).toMatchObject({ code: 'not-placed', billed: false })
  expect(fake.placed.size).toBe(0)
})

test('ended before the order went out, and it is free: it is simply begun', async () => {
  for (const recall of [async () => 'never seen' as const, undefined]) {
    const { provider, placed, finish } = plain()
    const { recall: _, ...bound } = provider
    const id = await one()
    await leave(id, 'starting')
    worker = await house.work({ ...bound, free: true, ...(recall ? { recall } : {}) })
    await until(id, 'running')
    finish(id)
    await until(id, 'done')
    expect(placed.size).toBe(1)
    await worker.close()
  }
})

test('free work that will not begin is not begun for ever', async () => {
  let tries = 0
  const fake = plain({
    free: true,
    start: async () => {
      tries++
      throw new Error('no encoder')
    },
  })
  worker = await house.work(fake.provider)
  expect((await until(await one(), 'failed')).error?.message).toContain('no encoder')
  expect(tries).toBeLessThan(6)
})

test('ended while running, saving or cancelling: each goes on from there', async () => {
  const fake = plain()
  const [running, saving, cancelling, lost] = [await one(), await one(), await one(), await one()]
  for (const name of [running, saving, cancelling, lost]) fake.place({ name } as Parameters<typeof fake.place>[0])
  await leave(running, 'starting', 'running')
  await leave(saving, 'starting', 'running', 'saving')
  await house.tasks.note(saving, { results: fake.filesOf(saving) })
  await leave(cancelling, 'starting', 'running', 'cancelling')
  await leave(lost, 'starting')
  await house.tasks.move(lost, 'starting', 'cancelling')
  fake.finish(running)
  worker = await house.work(fake.provider)
  expect((await until(running, 'done')).outputs).toHaveLength(1)
  expect((await until(saving, 'done')).outputs).toHaveLength(1)
  await until(cancelling, 'cancelled')
  await until(lost, 'cancelled')
  expect(fake.cancelled.sort()).toEqual([cancelling, lost].sort())
  expect(fake.placed.size).toBe(4)
})

test('a result that was kept before the end is not kept a second time', async () => {
  const fake = plain()
  const id = await one()
  fake.place({ name: id } as Parameters<typeof fake.place>[0])
  await leave(id, 'starting', 'running', 'saving')
  const [result] = fake.filesOf(id)
  const file = await house.library.keepFile(result?.path ?? '', 'early')
  await house.tasks.deliver(id, '0', file)
  worker = await house.work(fake.provider)
  expect((await until(id, 'done')).outputs.map((output) => output.id)).toEqual([file.id])
})

test('free work whose file went with its process is made again', async () => {
  const fake = plain({ free: true })
  const id = await one()
  fake.place({ name: id } as Parameters<typeof fake.place>[0])
  fake.finish(id)
  await leave(id, 'starting', 'running', 'saving')
  await house.tasks.note(id, { results: [{ key: '0', path: '/nowhere/film.png' }] })
  worker = await house.work(fake.provider)
  expect((await until(id, 'done')).outputs).toHaveLength(1)
})

test('closing in the middle of an order asks for it at the next opening', async () => {
  const never = gate<never>()
  const fake = plain({
    start: async (given) => {
      fake.place(given)
      return never.passed
    },
  })
  const first = await house.work(fake.provider)
  const id = await one()
  await expect.poll(() => fake.placed.size).toBe(1)
  await first.close()
  expect((await house.tasks.get(id)).status).toBe('starting')
  worker = await house.work(fake.provider)
  await until(id, 'running')
  fake.finish(id)
  await until(id, 'done')
  expect(fake.placed.size).toBe(1)
})
