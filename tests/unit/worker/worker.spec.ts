import { randomUUID } from 'node:crypto'
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
  const { items } = await house.tasks.list({
    status: ['queued', 'starting', 'running', 'saving', 'cancelling'],
    limit: 200,
  })
  expect(items.map(({ status, id }) => [id, status])).toEqual([])
})
test.afterAll(() => house.close())

const { plain, add, one, until } = wordsIn(() => house)

test('an order goes its way once, and its result is ours', async () => {
  const { provider, finish, placed } = plain()
  worker = await house.work(provider)
  const id = await one()
  await until(id, 'running')
  finish(id)
  const done = await until(id, 'done')
  expect([...placed.keys()]).toEqual([id])
  expect(done.outputs).toMatchObject([{ kind: 'image', width: 1, height: 1 }])
  expect(await house.library.find(done.outputs[0]?.id ?? '')).toMatchObject({ sha256: done.outputs[0]?.sha256 })
  expect(done.startedAt && done.endedAt).toBeTruthy()
})

test('`starting` is committed before the provider hears of the order', async () => {
  const seen: (string | undefined)[] = []
  const fake = plain({
    start: async (given) => {
      const { rows } = (await house.database.db.execute(
        `select status from tasks where id = '${given.name}'`,
      )) as unknown as {
        rows: { status: string }[]
      }
      seen.push(rows[0]?.status)
      return fake.place(given)
    },
  })
  worker = await house.work(fake.provider)
  const id = await one()
  await until(id, 'running')
  fake.finish(id)
  await until(id, 'done')
  expect(seen).toEqual(['starting'])
})

test('ten at once are asked for together, no more run than may, and their order is kept', async () => {
  const begun: string[] = []
  const fake = plain({
    limit: () => 10,
    start: async (given) => {
      begun.push(given.name)
      return fake.place(given)
    },
  })
  worker = await house.work(fake.provider)
  const ids = await add(14)
  await Promise.all(ids.slice(0, 10).map((id) => until(id, 'running')))
  expect(begun).toEqual(ids.slice(0, 10))
  await expect.poll(() => Math.max(0, ...fake.asked)).toBe(10)
  for (const id of ids) fake.finish(id)
  await Promise.all(ids.slice(0, 10).map((id) => until(id, 'done')))
  await Promise.all(ids.slice(10).map((id) => until(id, 'running').catch(() => undefined)))
  for (const id of ids) fake.finish(id)
  await Promise.all(ids.map((id) => until(id, 'done')))
  expect(begun).toEqual(ids)
})

test('never buys twice after a lost reply', async () => {
  const fake = plain({
    start: async (given) => {
      fake.place(given)
      throw new StartFailure('lost', 'timeout', 'The line went dead.')
    },
  })
  worker = await house.work(fake.provider)
  const id = await one()
  await until(id, 'running')
  fake.finish(id)
  await until(id, 'done')
  expect(fake.placed.size).toBe(1)
})

test('an order that surely never arrived is said to be not placed, and nothing was billed', async () => {
  const fake = plain({
    start: async () => {
      throw new Error('socket hang up')
    },
  })
  worker = await house.work(fake.provider)
  const { error } = await until(await one(), 'failed')
  expect(error).toMatchObject({ code: 'not-placed', retryable: true, billed: false })
  expect(error?.message).toContain('socket hang up')
})

test('where nobody can know, a person decides', async () => {
  for (const recall of [undefined, async () => 'unknown' as const]) {
    const { provider } = plain({
      start: async () => {
        throw new StartFailure('lost', 'timeout', 'The line went dead.')
      },
    })
    const { recall: _, ...deaf } = provider
    worker = await house.work(recall ? { ...deaf, recall } : deaf)
    const { error } = await until(await one(), 'failed')
    expect(error).toMatchObject({ code: 'unknown', retryable: false })
    expect(error).not.toHaveProperty('billed')
    await worker.close()
  }
})

test('a question after a lost reply that fails is asked again', async () => {
  let asked = 0
  const fake = plain({
    start: async (given) => {
      fake.place(given)
      throw new StartFailure('lost', 'timeout', 'The line went dead.')
    },
    recall: async ({ name }) => {
      if (++asked < 3) throw new Error('still dead')
      return { name }
    },
  })
  worker = await house.work(fake.provider)
  const id = await one()
  await until(id, 'running')
  fake.finish(id)
  await until(id, 'done')
  expect([asked, fake.placed.size]).toEqual([3, 1])
})

test('a refusal fails at the field, in the provider’s words, unbilled', async () => {
  const issues = [{ path: 'input.prompt', message: 'Too rude.' }]
  const { provider } = plain({
    start: async () => {
      throw new StartFailure('refused', 'moderation', 'It was refused.', { issues })
    },
  })
  worker = await house.work(provider)
  const { error } = await until(await one(), 'failed')
  expect(error).toEqual({ code: 'moderation', message: 'It was refused.', retryable: false, billed: false, issues })
})

test('what the studio itself cannot send is refused, not lost', async () => {
  let recalled = 0
  const { provider } = plain({
    start: async () => {
      throw new StudioError('not-found', 'This file is not in the library.')
    },
    recall: async () => {
      recalled++
      return 'never seen'
    },
  })
  worker = await house.work(provider)
  expect((await until(await one(), 'failed')).error).toMatchObject({ code: 'not-found', billed: false })
  expect(recalled).toBe(0)
})

test('“later” waits in its place and goes before those who came after', async () => {
  const begun: string[] = []
  let busy = true
  const fake = plain({
    limit: () => 1,
    start: async (given) => {
      begun.push(given.name)
      if (busy) {
        busy = false
        throw new StartFailure('later', 'busy', 'Too many requests.', { afterMs: 50 })
      }
      return fake.place(given)
    },
  })
  worker = await house.work(fake.provider)
  const ids = await add(2)
  const [first = '', second = ''] = ids
  await until(first, 'running')
  fake.finish(first)
  await until(second, 'running')
  fake.finish(second)
  await Promise.all(ids.map((id) => until(id, 'done')))
  expect(begun).toEqual([first, first, second])
})

test('a paused provider says why on all who wait, and goes on when a person says so', async () => {
  let poor = true
  const fake = plain({
    limit: () => 1,
    start: async (given) => {
      if (poor) throw new StartFailure('paused', 'no-money', 'The balance is used up.')
      return fake.place(given)
    },
  })
  worker = await house.work(fake.provider)
  const ids = await add(2)
  for (const id of ids) await until(id, 'queued', ({ note }) => note === 'The balance is used up.')
  expect(worker.pauses().get('runware')).toBe('The balance is used up.')
  const later = await one()
  await until(later, 'queued', ({ note }) => note === 'The balance is used up.')
  poor = false
  await worker.resume('runware')
  for (const id of [...ids, later]) {
    await until(id, 'running')
    fake.finish(id)
    await until(id, 'done')
  }
})

test('a provider that is not ready is not asked; its tasks say what is missing', async () => {
  const fake = plain({ ready: () => 'Set the key first.' })
  worker = await house.work(fake.provider)
  const id = await one()
  await until(id, 'queued', ({ note }) => note === 'Set the key first.')
  expect(fake.placed.size).toBe(0)
  await worker.cancel(id)
})

test('one that spoils every batch does not keep the others from their films', async () => {
  const fake = plain({
    limit: () => 10,
    check: async (tickets) => {
      if (tickets.some(({ name }) => name === poison)) throw new Error('not JSON')
      return tickets.map(fake.answer)
    },
  })
  let poison = ''
  worker = await house.work(fake.provider)
  const ids = await add(6)
  poison = ids[2] ?? ''
  for (const id of ids) {
    await until(id, 'running')
    fake.finish(id)
  }
  await Promise.all(ids.filter((id) => id !== poison).map((id) => until(id, 'done')))
  await until(poison, 'running', ({ note }) => note?.includes('not JSON') === true)
  poison = ''
  await until(ids[2] ?? '', 'done')
})

test('a start, a look and a fetch that hang keep nobody waiting', async () => {
  const hung = gate<never>()
  const fake = plain({
    limit: () => 10,
    start: async (given) => (given.name === hanging[0] ? hung.passed : fake.place(given)),
    check: async (tickets) =>
      tickets.some(({ name }) => name === hanging[1]) ? hung.passed : tickets.map(fake.answer),
  })
  const first = randomUUID()
  const hanging: string[] = [first]
  worker = await house.work(fake.provider)
  await one({ id: first })
  await until(first, 'starting')
  const second = await one()
  hanging.push(second)
  await until(second, 'running')
  const free = await add(3)
  for (const id of free) {
    await until(id, 'running')
    fake.finish(id)
  }
  await Promise.all(free.map((id) => until(id, 'done')))
  for (const id of hanging) await worker.cancel(id)
  hung.shut(new Error('hung up'))
  await Promise.all(hanging.map((id) => until(id, 'cancelled')))
})
