// The provider's bad days, one each: nothing is bought twice, and nothing that is paid is given up.
import { expect, test } from '@playwright/test'
import { Outage, type Progress, StartFailure, type Ticket } from '../../../lib/providers/provider'
import { runware } from '../../../lib/providers/runware'
import { type Fake, startFake } from '../../fakes/runware/server'
import { awaited, type Desk, desk, looks, order, sent, words } from './desk'

let fake: Fake
let io: Desk
async function fresh(options: Parameters<typeof startFake>[0]) {
  await fake?.stop()
  fake = await startFake(options)
  io = await desk(fake)
}
test.beforeEach(() => fresh({ runMs: 10 }))
test.afterEach(() => fake.stop())

const outcome = (work: Promise<unknown>): Promise<StartFailure['outcome']> =>
  work.then(
    () => {
      throw new Error('it went through')
    },
    (error: unknown) => {
      if (error instanceof StartFailure) return error.outcome
      throw error
    },
  )
const recalled = async (one = order()) => runware.recall?.(one, io)
const only = async (ticket: Ticket): Promise<Progress> => {
  const [one] = await runware.check([ticket], io)
  if (!one) throw new Error('no answer')
  return one
}

test('a lost reply to the start: found again under its name, bought once', async () => {
  const one = order()
  fake.fault({ does: 'drop', when: 'after' })
  expect(await outcome(runware.start(one, io))).toBe('lost')
  const ticket = await recalled(one)
  expect(typeof ticket).toBe('object')
  const [end] = await awaited([ticket as Ticket], io)
  expect(end?.state).toBe('done')
  expect([fake.bought(), fake.service.arrivals.get(one.name)]).toEqual([1, 1])
})

test('a start that never arrived, and silence on asking: sent again under the same name, bought once', async () => {
  const one = order()
  fake.fault({ does: 'drop', when: 'before' })
  expect(await outcome(runware.start(one, io))).toBe('lost')
  expect(typeof (await recalled(one))).toBe('object')
  expect(fake.bought()).toBe(1)
  const bodies = sent(fake).map(({ tasks }) => tasks)
  expect(bodies).toHaveLength(2)
  expect(bodies[1]).toEqual(bodies[0])
})

test('a lost reply to the second sending too: the used name counts as accepted', async () => {
  const one = order()
  fake.fault({ does: 'drop', when: 'after' })
  expect(await outcome(runware.start(one, io))).toBe('lost')
  // As if the service had taken the order and did not show it yet.
  fake.fault({ does: 'answer', on: 'getResponse', status: 200, body: '{"data":[]}' })
  expect(await recalled(one)).toMatchObject({ uuid: one.name })
  expect([fake.bought(), fake.service.arrivals.get(one.name)]).toEqual([1, 2])
})

test('stopped while its files were going out: it is never sent', async () => {
  const one = { ...order(), wanted: async () => false }
  expect(await outcome(runware.start(one, io))).toBe('refused')
  expect(sent(fake)).toHaveLength(0)
})

test('stopped while its reply was lost: asked for, but not sent again', async () => {
  const lost = { ...order(), wanted: async () => false }
  expect(await recalled(lost)).toBe('unknown')
  expect(sent(fake)).toHaveLength(0)
  const arrived = order()
  await runware.start(arrived, io)
  expect(await recalled({ ...arrived, wanted: async () => false })).toMatchObject({ uuid: arrived.name })
  expect(fake.bought()).toBe(1)
})

test('an order that the service says it never saw is not placed', async () => {
  await fresh({ unknown: 'not-found' })
  expect(await recalled()).toBe('never seen')
  expect(fake.bought()).toBe(0)
})

test('no answer on asking either: to be asked again, and nothing is sent', async () => {
  fake.fault({ does: 'drop', when: 'before', on: 'getResponse' })
  await expect(recalled()).rejects.toThrow(/connection/)
  const body = JSON.stringify({ errors: [{ code: 'rateLimitExceeded', message: 'Slowly.' }] })
  fake.fault({ does: 'answer', status: 429, on: 'getResponse', body })
  await expect(recalled()).rejects.toThrow(/Slowly/)
  expect(sent(fake)).toHaveLength(0)
})

test('an order that is refused on the second sending was never placed', async () => {
  expect(await outcome(recalled(order({ ...words, width: 1000, height: 1000 })))).toBe('refused')
})

test('a used name on the first sending is a mistake, not an acknowledgement', async () => {
  const one = order()
  await runware.start(one, io)
  expect(await outcome(runware.start(one, io))).toBe('refused')
  expect(fake.bought()).toBe(1)
})

test('acknowledged twice: one ticket, one result', async () => {
  const one = order()
  const item = { taskType: 'videoInference', taskUUID: one.name }
  fake.fault({ does: 'answer', status: 200, body: JSON.stringify({ data: [item, item] }) })
  expect(await runware.start(one, io)).toMatchObject({ uuid: one.name, results: 1 })
})

test('500, then fine: later, and the same name goes through', async () => {
  const one = order()
  const body = JSON.stringify({ errors: [{ code: 'internalServerError', message: 'Oops', taskUUID: one.name }] })
  fake.fault({ does: 'answer', status: 500, body })
  expect(await outcome(runware.start(one, io))).toBe('later')
  expect(await runware.start(one, io)).toMatchObject({ uuid: one.name })
  expect(fake.bought()).toBe(1)
})

test('500 although it was taken: the second try is told that the name is used, and goes on', async () => {
  const one = order()
  await runware.start(one, io)
  const body = JSON.stringify({ errors: [{ code: 'internalServerError', message: 'Oops', taskUUID: one.name }] })
  fake.fault({ does: 'answer', status: 500, body })
  expect(await outcome(runware.start(one, io))).toBe('later')
  expect(await runware.start({ ...one, again: true }, io)).toMatchObject({ uuid: one.name })
  expect(fake.bought()).toBe(1)
})

for (const status of [429, 503])
  test(`${status} for a while: later, as long as it lasts, and its Retry-After is kept`, async () => {
    fake.fault({ does: 'answer', status, body: '<html>busy</html>', headers: { 'retry-after': '7' }, times: 5 })
    const one = order()
    for (let tries = 0; tries < 5; tries += 1) {
      const failure = await runware.start(one, io).catch((error: unknown) => error)
      expect(failure).toMatchObject({ outcome: 'later', afterMs: 7_000 })
    }
    expect(await runware.start(one, io)).toMatchObject({ uuid: one.name })
    expect(fake.bought()).toBe(1)
  })

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

for (const as of ['html', 'half'] as const)
  test(`a start answered with ${as} instead of JSON is lost, asked for and found`, async () => {
    const one = order()
    fake.fault({ does: 'garble', as })
    expect(await outcome(runware.start(one, io))).toBe('lost')
    expect(await recalled(one)).toMatchObject({ uuid: one.name })
    expect(fake.bought()).toBe(1)
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

test('several results come as they are made, and their cost is summed', async () => {
  await fresh({ runMs: 'held' })
  const ticket = await runware.start(order({ ...words, numberResults: 3 }), io)
  const { uuid } = ticket as { uuid: string }
  await fake.service.finish(uuid, 1)
  const first = await only(ticket)
  expect([first.state, first.results?.length, first.cost?.amount]).toEqual(['running', 1, 0.42])
  await fake.service.finish(uuid)
  const all = await only(ticket)
  expect([all.state, all.results?.length, all.cost?.amount]).toEqual(['done', 3, 1.26])
  expect(all.results?.[0]).toEqual(first.results?.[0])
})

test('a result that was found on recalling and is said again is billed once', async () => {
  await fresh({ runMs: 'held' })
  const one = order({ ...words, numberResults: 2 })
  await runware.start(one, io)
  await fake.service.finish(one.name, 1)
  const found = (await recalled(one)) as Ticket
  expect(found.items).toHaveLength(1)
  await fake.service.finish(one.name)
  const end = await only(found)
  expect([end.state, end.results?.length, end.cost?.amount]).toEqual(['done', 2, 0.84])
})

test('a number of results that an import carried along counts too', async () => {
  const one = order({ ...words, extra: { numberResults: 2 } })
  expect(await runware.start(one, io)).toMatchObject({ results: 2 })
})

test('one of three results fails: the others are kept', async () => {
  await fresh({ runMs: 'held' })
  fake.fault({ does: 'fail', only: 1, code: 'inferenceError', message: 'It broke.' })
  const ticket = await runware.start(order({ ...words, numberResults: 3 }), io)
  const { uuid } = ticket as { uuid: string }
  await fake.service.finish(uuid, 2)
  expect(await only(ticket)).toMatchObject({ state: 'running', results: [{}] })
  await fake.service.finish(uuid)
  const end = await only(ticket)
  expect(end).toMatchObject({ state: 'failed', error: { code: 'inferenceError', retryable: true } })
  expect(end.results).toHaveLength(2)
  expect(end.error?.message).toContain('2 of 3 results arrived')
})
