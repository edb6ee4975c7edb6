// The provider's bad days while an order is placed, one each: nothing is bought twice.
import { expect, test } from '@playwright/test'
import { StartFailure, type Ticket } from '../../../lib/providers/provider'
import { runware } from '../../../lib/providers/runware'
import { type Fake, startFake } from '../../fakes/runware/server'
import { awaited, type Desk, desk, order, sent, words } from './desk'

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

for (const as of ['html', 'half'] as const)
  test(`a start answered with ${as} instead of JSON is lost, asked for and found`, async () => {
    const one = order()
    fake.fault({ does: 'garble', as })
    expect(await outcome(runware.start(one, io))).toBe('lost')
    expect(await recalled(one)).toMatchObject({ uuid: one.name })
    expect(fake.bought()).toBe(1)
  })
