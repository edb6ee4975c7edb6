import { expect, test } from '@playwright/test'
import { StudioError } from '../../../lib/errors'
import { StartFailure } from '../../../lib/providers/provider'
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
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing',
    (error: unknown) => (error instanceof StudioError ? error.code : String(error)),
  )

test('a waiting task is cancelled at once and never ordered', async () => {
  const fake = plain({ limit: () => 0 })
  worker = await house.work(fake.provider)
  const id = await one()
  expect(await worker.cancel(id)).toMatchObject({ status: 'cancelled' })
  expect(await worker.cancel(id)).toMatchObject({ status: 'cancelled' })
  expect(fake.placed.size).toBe(0)
})

test('cancelled while it was being ordered: the order is cancelled at the provider as soon as it has a ticket', async () => {
  const answer = gate()
  const fake = plain({
    start: async (given) => {
      const ticket = fake.place(given)
      await answer.passed
      return ticket
    },
  })
  worker = await house.work(fake.provider)
  const id = await one()
  await until(id, 'starting')
  expect(await worker.cancel(id)).toMatchObject({ status: 'cancelling' })
  expect(fake.cancelled).toEqual([])
  answer.open()
  await until(id, 'cancelled')
  expect(fake.cancelled).toEqual([id])
})

test('cancelled while it was being ordered in vain: it is simply cancelled', async () => {
  const answer = gate()
  const fake = plain({ start: () => answer.passed.then(() => ({})) })
  worker = await house.work(fake.provider)
  const id = await one()
  await until(id, 'starting')
  await worker.cancel(id)
  answer.shut(new Error('no route'))
  expect((await until(id, 'cancelled')).startedAt).toBeUndefined()
  expect(fake.cancelled).toEqual([])
})

test('cancelled before the provider sent it: it learns so, nothing is ordered and nothing counts as spent', async () => {
  const uploaded = gate()
  const fake = plain({
    start: async (given) => {
      await uploaded.passed
      if ((await given.wanted?.()) === false) throw new StartFailure('refused', 'stopped', 'It was stopped.')
      return fake.place(given)
    },
  })
  worker = await house.work(fake.provider)
  const id = await one()
  await until(id, 'starting')
  await worker.cancel(id)
  uploaded.open()
  expect((await until(id, 'cancelled')).startedAt).toBeUndefined()
  expect(fake.placed.size).toBe(0)
})

test('a running one is cancelled at the provider', async () => {
  const fake = plain()
  worker = await house.work(fake.provider)
  const id = await one()
  await until(id, 'running')
  await worker.cancel(id)
  expect((await until(id, 'cancelled')).note).toBeUndefined()
  expect(fake.cancelled).toEqual([id])
})

test('where nothing can be cancelled, waiting stops and the truth is told', async () => {
  const { provider } = plain()
  const { cancel: _, ...bound } = provider
  worker = await house.work(bound)
  const id = await one()
  await until(id, 'running')
  await worker.cancel(id)
  expect((await until(id, 'cancelled')).note).toContain('may still be billed')
})

test('a film that was made before the cancellation came is kept', async () => {
  const fake = plain({
    rhythm: () => 600_000,
    cancel: async () => {
      throw new Error('too late')
    },
  })
  worker = await house.work(fake.provider)
  const id = await one()
  await until(id, 'running')
  fake.finish(id)
  await worker.cancel(id)
  expect((await until(id, 'done')).outputs).toHaveLength(1)
})

test('what is being saved or has ended cannot be cancelled', async () => {
  const arrived = gate()
  const fake = plain()
  worker = await house.work(fake.provider)
  const stop = house.tasks.listen((change) => {
    if ('task' in change && change.task.status === 'saving') arrived.open()
  })
  const id = await one()
  await until(id, 'running')
  fake.finish(id)
  await arrived.passed
  stop()
  expect(await code(worker.cancel(id))).toBe('conflict')
  await until(id, 'done')
  expect(await code(worker.cancel(id))).toBe('conflict')
  expect(await code(worker.cancel('00000000-0000-4000-8000-000000000000'))).toBe('not-found')
})

test('a cancellation and an end at the same time have one outcome', async () => {
  const fake = plain({ limit: () => 8 })
  worker = await house.work(fake.provider)
  const ids = await Promise.all(Array.from({ length: 8 }, () => one()))
  await Promise.all(ids.map((id) => until(id, 'running')))
  const cancels = ids.map((id) => {
    fake.finish(id)
    return code(worker?.cancel(id) ?? Promise.reject(new Error('no worker')))
  })
  for (const said of await Promise.all(cancels)) expect(['nothing', 'conflict']).toContain(said)
  await expect
    .poll(async () => (await house.tasks.list({ status: ['running', 'cancelling', 'saving'] })).items.length)
    .toBe(0)
  for (const id of ids) expect(['done', 'cancelled']).toContain((await house.tasks.get(id)).status)
})
