// The worker, the library and the fake together: results arrive in our own storage, and bad days end well.
import { createServer } from 'node:http'
import { expect, test } from '@playwright/test'
import { type Fake, startFake } from '../../fakes/runware/server'
import { words } from './desk'
import { type House, openHouse } from './house'

let fake: Fake
let house: House
test.beforeAll(async () => {
  fake = await startFake({ runMs: 200 })
  house = await openHouse(fake)
})
test.afterAll(async () => {
  await house.close()
  await fake.stop()
})
test.afterEach(() => fake.service.faults.clear())

test('ten orders at once are bought once each, looked at together, and end in our own storage', async () => {
  const bought = fake.bought()
  fake.service.options.runMs = 'held'
  const orders = await Promise.all(Array.from({ length: 10 }, () => house.order()))
  await Promise.all(orders.map(({ id }) => house.until(id, ({ status }) => status === 'running')))
  const before = fake.service.looks.length
  await expect.poll(() => fake.service.looks.length, { timeout: 30_000 }).toBeGreaterThan(before + 3)
  const asked = fake.service.looks.slice(before)
  await fake.service.finish()
  fake.service.options.runMs = 200
  const ends = await Promise.all(orders.map(({ id }) => house.ended(id)))
  expect(ends.map(({ status, error }) => error?.message ?? status)).toEqual(Array(10).fill('done'))
  expect(fake.bought() - bought).toBe(10)
  for (const { outputs, cost } of ends) {
    expect(cost).toEqual({ amount: 0.42, currency: 'USD' })
    expect(outputs).toHaveLength(1)
    expect(outputs[0]).toMatchObject({
      kind: 'video',
      mime: 'video/mp4',
      width: 480,
      height: 270,
      url: expect.stringMatching(/^\/api\/media\//),
    })
    expect(outputs[0]?.duration).toBeCloseTo(5, 0)
  }
  // On a busy computer not every look takes all of them along.
  expect(Math.max(...asked.map((one) => one.orders))).toBeGreaterThan(3)
})

test('a lost reply to the start: the film arrives, bought once', async () => {
  fake.fault({ does: 'drop', when: 'after' })
  const { id } = await house.order()
  expect((await house.ended(id)).status).toBe('done')
  expect(fake.service.arrivals.get(id)).toBe(1)
})

test('a start that never arrived is placed under the same name', async () => {
  fake.fault({ does: 'drop', when: 'before' })
  const { id } = await house.order()
  expect((await house.ended(id)).status).toBe('done')
  expect(fake.service.arrivals.get(id)).toBe(1)
})

test('a refusal fails the task with the provider’s words at our field, and nothing is billed', async () => {
  fake.fault({
    does: 'refuse',
    code: 'unsupportedDuration',
    message: 'Unsupported duration.',
    parameter: 'duration',
    allowedValues: [5, 10],
  })
  const { id } = await house.order()
  const { status, error } = await house.ended(id)
  const message = 'Unsupported duration. Allowed: 5, 10.'
  expect([status, error]).toEqual([
    'failed',
    {
      code: 'unsupportedDuration',
      message,
      retryable: false,
      billed: false,
      issues: [{ path: 'input.duration', message }],
    },
  ])
})

test('429 for a while: it waits, says why, and is bought once in the end', async () => {
  const body = JSON.stringify({ errors: [{ code: 'rateLimitExceeded', message: 'The queue is full.' }] })
  fake.fault({ does: 'answer', status: 429, body, times: 2 })
  const { id } = await house.order()
  const waiting = await house.until(id, ({ note }) => note !== undefined)
  expect(waiting.note).toContain('The queue is full.')
  expect((await house.ended(id)).status).toBe('done')
  expect(fake.service.arrivals.get(id)).toBe(1)
})

test('no money: the order waits with the reason until somebody acts, then it runs', async () => {
  fake.fault({ does: 'refuse', code: 'insufficientCredits', message: 'Your balance is too low.' })
  const { id } = await house.order()
  const waiting = await house.until(id, ({ status, note }) => status === 'queued' && note !== undefined)
  expect(waiting.note).toContain('Your balance is too low.')
  await house.worker().resume('runware')
  expect((await house.ended(id)).status).toBe('done')
})

test('a result whose file is gone fails the task and keeps what it cost; its neighbours are done', async () => {
  fake.fault({ does: 'gone' })
  const [bad, fine] = [await house.order(), await house.order()]
  const ends = [await house.ended(bad.id), await house.ended(fine.id)]
  const gone = ends.find(({ status }) => status === 'failed')
  expect(ends.map(({ status }) => status).sort()).toEqual(['done', 'failed'])
  expect(gone).toMatchObject({ cost: { amount: 0.42 }, error: { code: 'not-kept' } })
})

test('a result far larger than expected was paid all the same: it is kept whole, and memory stays flat', async () => {
  fake.fault({ does: 'huge', bytes: 200 << 20 })
  const before = process.memoryUsage().rss
  const orders = await Promise.all([house.order(), house.order()])
  const ends = await Promise.all(orders.map(({ id }) => house.ended(id)))
  expect(ends.map(({ status }) => status)).toEqual(['done', 'done'])
  expect(Math.max(...ends.map(({ outputs }) => outputs[0]?.bytes ?? 0))).toBeGreaterThanOrEqual(200 << 20)
  // Held whole, it would be 200 and more.
  expect(process.memoryUsage().rss - before).toBeLessThan(160 << 20)
})

test('a result larger than can be kept ends its task with the reason, and nobody else’s', async () => {
  const small = await openHouse(fake, {}, 1 << 20)
  fake.fault({ does: 'huge', bytes: 64 << 20 })
  const orders = await Promise.all([small.order(), small.order()])
  const ends = await Promise.all(orders.map(({ id }) => small.ended(id)))
  expect(ends.map(({ status }) => status).sort()).toEqual(['done', 'failed'])
  const failed = ends.find(({ status }) => status === 'failed')
  expect(failed?.error).toMatchObject({ code: 'not-kept', retryable: false, message: expect.stringContaining('1 MB') })
  await small.close()
})

test('one of two results fails: the other is kept, and the task says so', async () => {
  fake.fault({ does: 'fail', only: 1, code: 'inferenceError', message: 'It broke.' })
  const { id } = await house.order({ ...words, numberResults: 2 })
  const { status, outputs, error } = await house.ended(id)
  expect([status, outputs.length, error?.message]).toEqual(['failed', 1, expect.stringContaining('It broke.')])
})

test('a studio that stops while orders run takes them up again, and buys nothing twice', async () => {
  fake.fault({ does: 'drop', when: 'after' })
  const bought = fake.bought()
  const orders = await Promise.all([house.order(), house.order(), house.order()])
  await house.until(orders[2]?.id ?? '', ({ status }) => status !== 'queued')
  await house.restart()
  const ends = await Promise.all(orders.map(({ id }) => house.ended(id)))
  expect(ends.map(({ status }) => status)).toEqual(['done', 'done', 'done'])
  expect(fake.bought() - bought).toBe(3)
})

test('webhooks: early, twice, in either shape or forged, they only say where to look', async () => {
  const calls: string[] = []
  const receiver = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://127.0.0.1')
    const id = url.pathname.split('/').at(-1) ?? ''
    const believed = await hooked.worker().hint(id, url.searchParams.get('token') ?? '')
    calls.push(`${id} ${believed}`)
    response.writeHead(believed ? 204 : 404).end()
  })
  await new Promise<void>((ready) => receiver.listen(0, '127.0.0.1', ready))
  const address = receiver.address()
  const port = typeof address === 'object' ? address?.port : 0
  const hooked = await openHouse(fake, { PUBLIC_URL: `http://127.0.0.1:${port}` })
  for (const webhooks of ['flat', 'wrapped'] as const) {
    fake.service.options.webhooks = webhooks
    fake.fault({ does: 'call-twice' })
    if (webhooks === 'wrapped') fake.fault({ does: 'call-early' })
    const { id } = await hooked.order()
    expect(await hooked.worker().hint(id, 'forged')).toBe(false)
    const { status, outputs } = await hooked.ended(id)
    expect([status, outputs.length]).toEqual(['done', 1])
    await expect.poll(() => calls).toContain(`${id} true`)
    // Called again after its end: harmless, and taken.
    const { token } = Object.fromEntries(new URL(String(fake.service.orders.get(id)?.task.webhookURL)).searchParams)
    expect(await hooked.worker().hint(id, token ?? '')).toBe(true)
    expect((await hooked.tasks.get(id)).outputs).toHaveLength(1)
  }
  expect(await hooked.worker().hint(crypto.randomUUID(), 'forged')).toBe(false)
  await hooked.close()
  receiver.closeAllConnections()
  receiver.close()
})
