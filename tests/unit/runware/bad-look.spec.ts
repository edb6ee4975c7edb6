// The provider's bad days while orders run, one each: nothing that is paid is given up.
import { expect, test } from '@playwright/test'
import { Outage, type Progress, type Ticket } from '../../../lib/providers/provider'
import { runware } from '../../../lib/providers/runware'
import { type Fake, startFake } from '../../fakes/runware/server'
import { awaited, type Desk, desk, looks, order } from './desk'

let fake: Fake
let io: Desk
async function fresh(options: Parameters<typeof startFake>[0]) {
  await fake?.stop()
  fake = await startFake(options)
  io = await desk(fake)
}
test.beforeEach(() => fresh({ runMs: 10 }))
test.afterEach(() => fake.stop())

const only = async (ticket: Ticket): Promise<Progress> => {
  const [one] = await runware.check([ticket], io)
  if (!one) throw new Error('no answer')
  return one
}

test('429 while looking: known as nothing, no storm of single requests', async () => {
  const tickets = await Promise.all([order(), order(), order()].map((one) => runware.start(one, io)))
  fake.fault({ does: 'answer', on: 'getResponse', status: 429, body: '{"errors":[{"code":"rateLimitExceeded"}]}' })
  const outage = await runware.check(tickets, io).catch((error: unknown) => error)
  expect(outage).toBeInstanceOf(Outage)
  expect(looks(fake)).toHaveLength(1)
})

test('500 while looking is nobody’s failure, even when it names an order', async () => {
  const ticket = await runware.start(order(), io)
  const error = { code: 'internalServerError', message: 'Oops', taskUUID: ticket.uuid, taskType: 'videoInference' }
  fake.fault({ does: 'answer', on: 'getResponse', status: 500, body: JSON.stringify({ errors: [error] }) })
  await expect(runware.check([ticket], io)).rejects.toThrow(/Oops/)
  expect((await awaited([ticket], io))[0]?.state).toBe('done')
})

test('a provider that ran out of time after the acknowledgement fails the order, to be tried again by a person', async () => {
  fake.fault({ does: 'fail', code: 'timeoutProvider', message: 'The provider took too long.' })
  const [end] = await awaited([await runware.start(order(), io)], io)
  expect(end).toMatchObject({ state: 'failed', error: { code: 'timeoutProvider', retryable: true } })
  expect(end?.error).not.toHaveProperty('billed')
})

test('HTML instead of JSON while looking: each is asked alone and arrives', async () => {
  const tickets = await Promise.all([order(), order(), order()].map((one) => runware.start(one, io)))
  await fake.service.finish()
  fake.fault({ does: 'garble', as: 'html', on: 'getResponse' })
  expect((await runware.check(tickets, io)).map(({ state }) => state)).toEqual(['done', 'done', 'done'])
  expect(looks(fake).map(({ tasks }) => tasks.length)).toEqual([3, 1, 1, 1])
})

test('a service that answers nothing but HTML is asked once more, not once per task', async () => {
  const tickets = await Promise.all([order(), order(), order()].map((one) => runware.start(one, io)))
  fake.fault({ does: 'garble', as: 'html', on: 'getResponse', times: 9 })
  await expect(runware.check(tickets, io)).rejects.toThrow(/not JSON/)
  expect(looks(fake).map(({ tasks }) => tasks.length)).toEqual([3, 1])
})

for (const failuresIn of ['errors', 'data'] as const)
  test(`an error for one uuid of a batch with HTTP 400 (in ${failuresIn}): only that one fails`, async () => {
    await fresh({ runMs: 'held', failuresIn })
    fake.fault({ does: 'fail', code: 'providerContentPolicyViolation', message: 'Not this.' })
    const bad = await runware.start(order(), io)
    const fine = await runware.start(order(), io)
    const slow = await runware.start(order(), io)
    await fake.service.finish(String(bad.uuid))
    await fake.service.finish(String(fine.uuid))
    fake.fault({ does: 'status', status: 400, on: 'getResponse' })
    const [first, second, third] = await runware.check([bad, fine, slow], io)
    expect(first).toMatchObject({
      state: 'failed',
      error: { retryable: false, message: expect.stringContaining('Not this.') },
    })
    expect([second?.state, third?.state]).toEqual(['done', 'running'])
    expect(looks(fake)).toHaveLength(1)
  })

test('a batch refused as such, without a word on any uuid: each is asked alone', async () => {
  const tickets = await Promise.all([order(), order()].map((one) => runware.start(one, io)))
  await fake.service.finish()
  const body = JSON.stringify({ errors: [{ code: 'invalidRequest', message: 'One task at a time.' }] })
  fake.fault({ does: 'answer', status: 400, body, on: 'getResponse' })
  expect((await runware.check(tickets, io)).map(({ state }) => state)).toEqual(['done', 'done'])
})

test('an unknown uuid runs on, and is given up after an hour of silence with a warning that it may be billed', async () => {
  const ticket = { uuid: crypto.randomUUID(), results: 1, placedAt: Date.now() }
  // The first silence after a long sleep of the studio is no hour of silence.
  const slept = await only({ ...ticket, placedAt: Date.now() - 5 * 60 * 60_000 })
  expect(slept).toEqual({ state: 'running', ticket: expect.objectContaining({ silentSince: expect.any(Number) }) })
  const silent = { ...ticket, silentSince: Date.now() - 59 * 60_000 }
  expect(await only(silent)).toEqual({ state: 'running' })
  const old = await only({ ...ticket, silentSince: Date.now() - 61 * 60_000 })
  expect(old).toMatchObject({ state: 'failed', error: { code: 'no-word', message: expect.stringContaining('billed') } })
})

test('a word after a silence ends it', async () => {
  await fresh({ runMs: 'held' })
  const ticket = await runware.start(order(), io)
  const { ticket: next } = await only({ ...ticket, silentSince: Date.now() - 59 * 60_000 })
  expect(next?.silentSince).toBeUndefined()
  expect(await only(next ?? {})).toEqual({ state: 'running' })
})

test('an unknown uuid that the service says it does not have ends the waiting', async () => {
  await fresh({ unknown: 'not-found' })
  const gone = await only({ uuid: crypto.randomUUID(), results: 1, placedAt: Date.now() })
  expect(gone).toMatchObject({ state: 'failed', error: { code: 'taskNotFound', retryable: false } })
})

test('a key that is refused while looking ends no task', async () => {
  const ticket = await runware.start(order(), io)
  io = await desk({ ...fake, key: 'wrong' })
  await expect(runware.check([ticket], io)).rejects.toThrow(/Invalid API key/)
})

test('progress that goes back is passed on as it is said, and never needed', async () => {
  await fresh({ runMs: 'held' })
  fake.fault({ does: 'progress', shares: [40, 20, 90] })
  const ticket = await runware.start(order(), io)
  const said = [await only(ticket), await only(ticket), await only(ticket)]
  expect(said.map(({ state, share }) => [state, share])).toEqual([
    ['running', 0.4],
    ['running', 0.2],
    ['running', 0.9],
  ])
})
