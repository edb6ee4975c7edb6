// Kling's bad days, one each: nothing is bought twice, and nothing that is paid is given up.
import { expect, test } from '@playwright/test'
import { kling } from '../../../lib/providers/kling'
import { Outage, type Ticket } from '../../../lib/providers/provider'
import { type Fake, startFake } from '../../fakes/kling/server'
import { awaited, type Desk, desk, failure, looks, one, order, sent, withKey, withPair, words } from './desk'

let fake: Fake
let io: Desk
async function fresh(options: Parameters<typeof startFake>[0]) {
  await fake?.stop()
  fake = await startFake(options)
  io = await desk(withKey(fake))
}
test.beforeEach(() => fresh({ runMs: 20 }))
test.afterEach(() => fake.stop())

const recalled = async (mine = order()) => kling.recall?.(mine, io)
const held = { runMs: 'held' } as const

test('a lost reply: looked up by its name before anything else, bought once', async () => {
  const mine = order()
  fake.fault({ does: 'drop', when: 'after' })
  expect((await failure(kling.start(mine, io))).outcome).toBe('lost')
  const ticket = await recalled(mine)
  expect(typeof ticket).toBe('object')
  expect((await awaited([ticket as Ticket], io))[0]?.state).toBe('done')
  expect([fake.bought(), fake.service.arrivals.get(mine.name)]).toEqual([1, 1])
})

test('a start that never arrived goes out again under the same name, after the look-up', async () => {
  const mine = order()
  fake.fault({ does: 'drop', when: 'before' })
  expect((await failure(kling.start(mine, io))).outcome).toBe('lost')
  expect(await recalled(mine)).toMatchObject({ name: mine.name })
  expect(fake.exchanges.map(({ method }) => method)).toEqual(['POST', 'GET', 'POST'])
  expect([fake.bought(), fake.service.arrivals.get(mine.name)]).toEqual([1, 1])
})

test('a name that Kling has already is its acknowledgement: the order is looked up, and bought once', async () => {
  const mine = order()
  const first = await kling.start(mine, io)
  expect(await kling.start(mine, io)).toMatchObject({ id: first.id })
  expect(fake.bought()).toBe(1)
})

for (const code of [5000, 5002])
  test(`code ${code} although it was taken: lost, found by its name, bought once`, async () => {
    const mine = order()
    fake.fault({ does: 'code-after', code })
    const lost = await failure(kling.start(mine, io))
    expect([lost.outcome, lost.message]).toEqual(['lost', expect.stringMatching(/request [\da-f-]{36}/)])
    expect(await recalled(mine)).toMatchObject({ name: mine.name })
    expect(fake.bought()).toBe(1)
  })

test('no answer to the look-up either: it is asked again later, and nothing is sent', async () => {
  fake.fault({ does: 'drop', when: 'before', on: 'look' })
  await expect(recalled()).rejects.toThrow(/connection/)
  fake.fault({ does: 'code', code: 5000, on: 'look' })
  await expect(recalled()).rejects.toThrow(/Internal error/)
  expect(sent(fake)).toHaveLength(0)
})

test('stopped before it was sent, or while its reply was lost: it is not sent', async () => {
  const stopped = { ...order(), wanted: async () => false }
  expect((await failure(kling.start(stopped, io))).outcome).toBe('refused')
  expect(await recalled(stopped)).toBe('unknown')
  expect(sent(fake)).toHaveLength(0)
})

test('lip sync knows no names: a lost reply is found in its list, and never sent again', async () => {
  const sound = { asset: await io.own('speech.mp3', 'audio') }
  const input = { audio: sound, faces: { session: '829836802793406111', face: '0', from: 0, to: 3, at: 0 } }
  const lips = order(input, 'lip-sync', 'kling-lip-sync')
  fake.fault({ does: 'drop', when: 'after' })
  expect((await failure(kling.start(lips, io))).outcome).toBe('lost')
  expect(await recalled(lips)).toMatchObject({ path: '/v1/videos/advanced-lip-sync' })
  expect(await recalled(order(input, 'lip-sync', 'kling-lip-sync'))).toBe('unknown')
  expect(sent(fake)).toHaveLength(1)
})

test('speech leaves no trace: a lost reply cannot be known', async () => {
  const speech = order({ prompt: 'Hello', voice: '301', language: 'en' }, 'text-to-speech', 'kling-tts')
  expect(await recalled(speech)).toBe('unknown')
  expect(fake.exchanges).toHaveLength(0)
})

for (const [code, way] of [
  [1100, 'account'],
  [1101, 'Settle the bill'],
  [1102, 'resource pack'],
  [1304, 'allow-list'],
] as const)
  test(`code ${code} is 429 and yet for ever: the provider is paused, with what to do`, async () => {
    fake.fault({ does: 'code', code })
    const stopped = await failure(kling.start(order(), io))
    expect([stopped.outcome, stopped.message]).toEqual(['paused', expect.stringContaining(way)])
    expect(sent(fake)[0]?.status).toBe(429)
  })

for (const code of [1302, 5001])
  test(`code ${code} passes: later, and the same name goes through`, async () => {
    const mine = order()
    fake.fault({ does: 'code', code, times: 3 })
    for (let tries = 0; tries < 3; tries += 1)
      expect(await failure(kling.start(mine, io))).toMatchObject({ outcome: 'later', crowded: false })
    expect(await kling.start(mine, io)).toMatchObject({ name: mine.name })
    expect(fake.bought()).toBe(1)
  })

test('code 1303 says that the account runs as many as it may, in Kling’s words', async () => {
  await fresh({ ...held, parallel: { video: 1 } })
  await kling.start(order(), io)
  expect(await failure(kling.start(order(), io))).toMatchObject({
    outcome: 'later',
    crowded: true,
    message: expect.stringContaining('parallel task over resource pack limit'),
  })
})

test('content that Kling does not allow is refused in its words, with the way out', async () => {
  fake.fault({ does: 'code', code: 1301, message: 'Sensitive words in the prompt' })
  const refused = await failure(kling.start(order(), io))
  expect(refused).toMatchObject({
    outcome: 'refused',
    message: 'Sensitive words in the prompt. Change the words or the pictures.',
  })
  expect(refused.issues?.[0]?.path).toBe('input.prompt')
})

test('HTML instead of JSON: lost after a create, and nobody’s failure while looking', async () => {
  const html = { does: 'answer', status: 502, body: '<html>Bad gateway</html>' } as const
  fake.fault(html)
  expect((await failure(kling.start(order(), io))).outcome).toBe('lost')
  const ticket = await kling.start(order(), io)
  fake.fault({ ...html, on: 'look' })
  await expect(kling.check([ticket], io)).rejects.toThrow(/not JSON/)
  expect((await awaited([ticket], io))[0]?.state).toBe('done')
})

test('503 and 429 that are not Kling’s own let nothing through: later, and Retry-After is kept', async () => {
  for (const status of [429, 503]) {
    fake.fault({ does: 'answer', status, body: '<html>busy</html>', headers: { 'retry-after': '7' } })
    expect(await failure(kling.start(order(), io))).toMatchObject({ outcome: 'later', afterMs: 7_000 })
  }
})

for (const code of [1302, 1102, 5000, 1002])
  test(`code ${code} while looking is nobody’s failure`, async () => {
    const tickets = [await kling.start(order(), io), await kling.start(order(), io), await kling.start(order(), io)]
    fake.fault({ does: 'code', code, on: 'look', times: 2 })
    expect(await kling.check(tickets, io).catch((error: unknown) => error)).toBeInstanceOf(Outage)
    expect(looks(fake)).toHaveLength(1)
  })

test('a status that nobody documented is waited for, and told', async () => {
  await fresh(held)
  fake.fault({ does: 'say', status: 'queueing_for_review' })
  const ticket = await kling.start(order(), io)
  expect(await one(ticket, io)).toEqual({ state: 'running', note: 'Kling says “queueing_for_review”.' })
  await fake.service.finish()
  expect((await one(ticket, io)).state).toBe('done')
})

for (const times of ['s', 'ms'] as const)
  test(`times in ${times === 's' ? 'seconds' : 'milliseconds'} are the same time`, async () => {
    await fresh({ runMs: 20, times })
    const { placedAt } = await kling.start(order(), io)
    expect(Math.abs(Number(placedAt) - Date.now())).toBeLessThan(60_000)
  })

test('a task that Kling says it does not know is waited for, and given up with a warning after ten minutes', async () => {
  const ticket = { path: '/v1/videos/text2video', id: '829836802793400000', name: 'x', placedAt: Date.now() }
  const first = await one(ticket, io)
  expect(first).toEqual({ state: 'running', ticket: expect.objectContaining({ missingSince: expect.any(Number) }) })
  const late = await one({ ...ticket, missingSince: Date.now() - 11 * 60_000 }, io)
  expect(late).toMatchObject({ state: 'failed', error: { code: 'gone', message: expect.stringContaining('billed') } })
})

test('a token is signed once and used until it nears its end; one that expires in mid-flight is signed again once', async () => {
  io = await desk(withPair(fake))
  await kling.start(order(), io)
  await kling.start(order(), io)
  const [a, b] = sent(fake).map(({ token }) => token)
  expect(a).toBe(b)
  const [head, claims] = (a ?? '').split('.', 2).map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()))
  expect(head).toEqual({ alg: 'HS256', typ: 'JWT' })
  expect(Object.keys(claims).sort()).toEqual(['exp', 'iss', 'nbf'])
  expect(claims.exp - claims.nbf).toBe(1805)
  fake.fault({ does: 'expire', on: 'any' })
  // A token says the second in which it was made, so another one needs another second.
  const second = () => Math.floor(Date.now() / 1000)
  const signed = second()
  await expect.poll(second).toBeGreaterThan(signed)
  await kling.start(order(), io)
  expect(sent(fake).map(({ code }) => code)).toEqual([0, 0, 1004, 0])
  expect(fake.bought()).toBe(3)
})

test('a pair of keys is not taken by the newer standard, and is not tried there', async () => {
  io = await desk(withPair(fake))
  const turbo = order({ prompt: 'A boat', duration: 5, aspectRatio: '16:9' }, 'text-to-video', 'kling-3.0-turbo')
  await expect(kling.start(turbo, io)).rejects.toThrow(/API key only/)
  expect(fake.exchanges).toHaveLength(0)
})

test('a wrong secret pauses the provider and is not told to anybody', async () => {
  io = await desk({ ...withPair(fake), KLING_SECRET_KEY: 'a-secret-that-nobody-may-see' })
  const stopped = await failure(kling.start(order(), io))
  expect(stopped).toMatchObject({ outcome: 'paused', message: expect.stringContaining('signature') })
  expect(stopped.message).not.toContain('a-secret')
})

test('element ids can be sent as numbers for accounts that want them, digit by digit', async () => {
  io = await desk({ ...withKey(fake), KLING_ELEMENT_IDS: 'number' })
  const elements = [{ id: '829836802793406551' }]
  const firstFrame = { url: 'https://example.com/boat.png' }
  const refused = await failure(
    kling.start(order({ ...words, aspectRatio: undefined, firstFrame, elements }, 'image-to-video'), io),
  )
  expect(refused.message).toContain('element_id 829836802793406551 not found')
})
