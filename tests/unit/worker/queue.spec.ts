import { expect, test } from '@playwright/test'
import { StudioError } from '../../../lib/errors'
import type { Order } from '../../../lib/providers/provider'
import { pausedWords } from '../../../lib/tasks/queue.server'
import { type House, openHouse, order, reach } from './house'
import { gate, plainProvider } from './plain-provider'

let house: House
test.beforeAll(async () => {
  house = await openHouse()
})
test.afterAll(() => house.close())

const ids = async () => (await house.tasks.queue.read()).items.map(({ id }) => id)

test('waiting orders are placed in the sequence that a person gave them, and not at all while the queue is paused', async () => {
  const { tasks } = house
  await tasks.queue.pause(true)
  const added = await tasks.addAll(['a', 'b', 'c', 'd'].map((prompt) => order({ input: { prompt } })))
  const [a = '', b = '', c = '', d = ''] = added.map(({ task }) => task.id)
  expect(await ids()).toEqual([a, b, c, d])
  await tasks.queue.order([d, a])
  expect(await ids()).toEqual([d, b, c, a])
  await tasks.queue.order([c, b])
  expect(await ids()).toEqual([d, c, b, a])

  const started: string[] = []
  const { provider, finish } = plainProvider(house.folder, { limit: () => 1 })
  const start = provider.start.bind(provider)
  const watched = {
    ...provider,
    start: (given: Order, ...rest: [Parameters<typeof start>[1]]) => {
      started.push(given.name)
      return start(given, ...rest)
    },
  }
  const worker = await house.work(watched)
  await reach(tasks, d, 'queued', ({ note }) => note === pausedWords)
  expect(started).toEqual([])

  await worker.pauseQueue(false)
  for (const id of [d, c, b, a]) {
    await reach(tasks, id, 'running')
    finish(id)
    await reach(tasks, id, 'done')
  }
  expect(started).toEqual([d, c, b, a])
  expect(await house.tasks.queue.read()).toEqual({ paused: false, items: [], nextCursor: null, waiting: 0 })
  await worker.close()
})

test('the queue is read page by page in the order in which it is placed, each order once', async () => {
  const { tasks } = house
  const added = await tasks.addAll(['a', 'b', 'c', 'd', 'e'].map((prompt) => order({ input: { prompt } })))
  const [a = '', b = '', c = '', d = '', e = ''] = added.map(({ task }) => task.id)
  await tasks.queue.order([e, a])
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await tasks.queue.read({ limit: 2, cursor })
    expect(page.waiting).toBe(5)
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(seen).toEqual([e, b, c, d, a])
  const wrong = await tasks.queue.read({ cursor: 'x' }).catch((error: unknown) => error)
  expect(wrong instanceof StudioError && wrong.issues?.[0]?.path).toBe('cursor')
  for (const id of seen) await tasks.move(id, 'queued', 'cancelled')
})

test('an order that waits no longer keeps the others where they are', async () => {
  const { tasks } = house
  const added = await tasks.addAll([order({ input: { prompt: 'e' } }), order({ input: { prompt: 'f' } })])
  const [e = '', f = ''] = added.map(({ task }) => task.id)
  await tasks.move(e, 'queued', 'cancelled')
  const said = await tasks.queue.order([f, e]).catch((error: unknown) => error)
  expect(said instanceof StudioError && said.code).toBe('conflict')
  expect(await ids()).toEqual([f])
  await tasks.move(f, 'queued', 'cancelled')
})

test('paused while many go out, the rest of them waits', async () => {
  const { tasks } = house
  const many = Array.from({ length: 60 }, (_, at) => order({ input: { prompt: `${at}` } }))
  await tasks.addAll(many)
  const paused = gate()
  const { provider, placed, place } = plainProvider(house.folder, { limit: () => many.length })
  const worker = await house.work({
    ...provider,
    start: async (given: Order) => {
      if (placed.size === 0) tasks.queue.pause(true).then(paused.open, paused.shut)
      return place(given)
    },
  })
  await paused.passed
  await expect.poll(async () => (await tasks.queue.read()).items.at(-1)?.note).toBe(pausedWords)
  await worker.close()
  expect(placed.size).toBeGreaterThan(0)
  expect(placed.size).toBeLessThan(many.length / 2)
})
