// The worker, the library and gateways together: films arrive in our own storage, and nothing is bought twice.
import { expect, test } from '@playwright/test'
import { type Fake, startFake } from '../../fakes/openai/server'
import { openHouse } from './house'

let fake: Fake
let house: Awaited<ReturnType<typeof openHouse>>
test.beforeAll(async () => {
  fake = await startFake({ runMs: 100 })
  house = await openHouse(fake)
})
test.afterAll(async () => {
  await house.close()
  await fake.stop()
})
test.afterEach(() => {
  fake.faults.clear()
  fake.options.runMs = 100
  fake.options.url = 'both'
})

test('a film ordered at either gateway arrives, bought once, with the name under which it is billed', async () => {
  const before = fake.orders.size
  const orders = await Promise.all([house.order(), house.order('openai-Acme')])
  const ends = await Promise.all(orders.map(({ id }) => house.ended(id)))
  for (const { status, outputs, billedAs, error } of ends) {
    expect(error?.message ?? status).toBe('done')
    expect(outputs).toMatchObject([{ kind: 'video', mime: 'video/mp4' }])
    expect(billedAs).toBe('kling-3.0-omni-720p-noref')
  }
  expect(fake.orders.size - before).toBe(2)
})

test('a film that only /content has is fetched with the key', async () => {
  fake.options.url = 'none'
  const { id } = await house.order()
  expect(await house.ended(id)).toMatchObject({ status: 'done', outputs: [{ kind: 'video' }] })
  expect(
    fake.exchanges.some(({ path, status, key, range }) => path.endsWith('/content') && status === 200 && key && !range),
  ).toBe(true)
})

test('after a lost reply it is not known: nothing is sent again, and neither by a studio that starts anew', async () => {
  const before = fake.orders.size
  fake.fault({ does: 'drop', when: 'after' })
  const { id } = await house.order()
  const { status, error } = await house.ended(id)
  expect([status, error?.code, error?.retryable, error?.billed]).toEqual(['failed', 'unknown', false, undefined])
  expect(error?.message).toContain('Look there before ordering again')
  await house.restart()
  expect((await house.tasks.get(id)).status).toBe('failed')
  expect(fake.orders.size - before).toBe(1)
})

test('no money at one gateway pauses that one alone, until somebody acts', async () => {
  fake.fault({ does: 'answer', status: 429, body: '{"error":{"message":"Insufficient balance"}}' })
  const { id } = await house.order('openai-Acme')
  const waiting = await house.until(id, ({ status, note }) => status === 'queued' && note !== undefined)
  expect(waiting.note).toContain('Insufficient balance')
  expect([...house.worker().pauses().keys()]).toEqual(['openai-Acme'])
  const other = await house.order()
  expect((await house.ended(other.id)).status).toBe('done')
  await house.worker().resume('openai-Acme')
  expect((await house.ended(id)).status).toBe('done')
})

test('orders of a gateway that is no longer set up wait and say so, and go on once it is there again', async () => {
  fake.options.runMs = 'held'
  const { id } = await house.order('openai-Acme')
  await house.until(id, ({ status }) => status === 'running')
  await house.restart('')
  const waits = await house.order('openai-Acme')
  const told = await house.until(waits.id, ({ note }) => note !== undefined)
  expect(told).toMatchObject({ status: 'queued', note: expect.stringContaining('Acme is no longer set up here') })
  expect(await house.until(id, ({ note }) => note !== undefined)).toMatchObject({ status: 'running' })
  fake.options.runMs = 50
  fake.finish()
  await house.restart()
  expect((await house.ended(id)).status).toBe('done')
  expect((await house.ended(waits.id)).status).toBe('done')
})

test('a stopped order is told the truth: it runs on there and may be billed', async () => {
  fake.options.runMs = 'held'
  const { id } = await house.order()
  await house.until(id, ({ status }) => status === 'running')
  await house.worker().cancel(id)
  expect(await house.ended(id)).toMatchObject({
    status: 'cancelled',
    note: expect.stringContaining('may still be billed'),
  })
})
