// Where an order stands, however a gateway says it: and what is done when it says nothing, or too little.
import { expect, test } from '@playwright/test'
import type { Ticket } from '../../../lib/providers/provider'
import { type Fake, type Options, startFake } from '../../fakes/openai/server'
import { followed, io, order, provider } from './desk'

let fake: Fake
test.afterEach(() => fake.stop())

async function placed(options: Options = {}, settings: Record<string, string> = {}) {
  fake = await startFake({ runMs: 50, ...options })
  const gateway = provider(fake, settings)
  const ticket = await gateway.start(order(), io())
  return { gateway, ticket, id: String(ticket.id) }
}
const minutes = (count: number) => Date.now() - count * 60_000

const tolerated: Record<string, Options> = {
  'as its page says': {},
  'in OpenAI’s words': { words: 'openai' },
  'in an envelope': { envelope: 'wrapped' },
  'in milliseconds': { times: 'milliseconds' },
  'with its share in words': { progress: 'words' },
  'with the address in metadata only': { url: 'metadata' },
}
for (const [name, options] of Object.entries(tolerated))
  test(`a film whose gateway answers ${name} is found`, async () => {
    const { gateway, ticket, id } = await placed(options)
    const seen = await followed(gateway, ticket)
    expect(seen.at(-1)).toMatchObject({ state: 'done', results: [{ key: '0', url: `${fake.url}/files/${id}.mp4` }] })
    for (const { share } of seen) if (share !== undefined) expect(share).toBeLessThan(1)
  })

test('the name under which it is billed is told, and is never taken for the model', async () => {
  const { gateway, ticket } = await placed({ runMs: 'held' })
  expect(await gateway.check([ticket], io())).toMatchObject([
    { state: 'running', billedAs: 'kling-3.0-omni-720p-noref' },
  ])
})

test('a done without an address is fetched from /content, with the key for the gateway’s own origin only', async () => {
  const { gateway, ticket, id } = await placed({ url: 'none' })
  const own = `${fake.url}/v1/videos/${id}/content`
  expect((await followed(gateway, ticket)).at(-1)).toMatchObject({ state: 'done', results: [{ url: own }] })
  expect(gateway.access?.(own)).toEqual({ authorization: `Bearer ${fake.key}` })
  expect(gateway.access?.('https://cdn.example/a.mp4')).toBeUndefined()
})

test('a done without any film is asked a few more times, then it has failed with that reason', async () => {
  const { gateway, ticket } = await placed({ url: 'none', content: false })
  const seen = await followed(gateway, ticket)
  const waits = seen.filter(({ note }) => note?.includes('names no film yet'))
  expect(waits).toHaveLength(5)
  expect(seen.at(-1)).toMatchObject({ state: 'failed', error: { code: 'no-film', retryable: false } })
})

const ends: [string, Parameters<Fake['fault']>[0], Options, object][] = [
  ['failed', { does: 'fail', message: 'Blocked words' }, {}, { code: 'failed', message: 'Blocked words' }],
  [
    'failed in an envelope',
    { does: 'fail', message: 'Blocked words' },
    { envelope: 'wrapped' },
    { message: 'Blocked words' },
  ],
  ['cancelled', { does: 'cancel' }, {}, { code: 'cancelled', message: 'Gateway cancelled it.' }],
  ['expired', { does: 'say', status: 'Expired' }, {}, { code: 'expired', message: 'Gateway says “Expired”.' }],
]
for (const [name, fault, options, error] of ends)
  test(`${name} is an end, with its reason`, async () => {
    fake = await startFake({ runMs: 20, ...options })
    fake.fault(fault)
    const gateway = provider(fake)
    const seen = await followed(gateway, await gateway.start(order(), io()))
    expect(seen.at(-1)).toMatchObject({ state: 'failed', error })
  })

test('a word that nobody documented is waited for, and not for ever', async () => {
  fake = await startFake({ runMs: 'held' })
  fake.fault({ does: 'say', status: 'dreaming' })
  const gateway = provider(fake)
  const ticket = await gateway.start(order(), io())
  const [one] = await gateway.check([{ ...ticket, placedAt: minutes(600) }], io())
  expect(one).toMatchObject({ state: 'running', ticket: { oddSince: expect.any(Number) } })
  const [late] = await gateway.check([{ ...ticket, oddSince: minutes(361) }], io())
  expect(late).toMatchObject({
    state: 'failed',
    error: { code: 'no-word', message: expect.stringContaining('“dreaming”') },
  })
})

test('a task that it does not know is waited for a while, then a person is told to look there', async () => {
  const { gateway, ticket } = await placed()
  const lost: Ticket = { ...ticket, id: 'video_nothing' }
  const [one] = await gateway.check([lost], io())
  expect(one).toMatchObject({ state: 'running', ticket: { missingSince: expect.any(Number) } })
  const [late] = await gateway.check([{ ...lost, missingSince: minutes(11) }], io())
  expect(late).toMatchObject({
    state: 'failed',
    error: { code: 'no-word', message: expect.stringContaining('before you order it again') },
  })
})

test('an answer that comes back clears what was missing', async () => {
  const { gateway, ticket } = await placed({ runMs: 'held' })
  const [one] = await gateway.check([{ ...ticket, missingSince: minutes(9) }], io())
  expect(one).toMatchObject({
    state: 'running',
    ticket: expect.not.objectContaining({ missingSince: expect.anything() }),
  })
})

const outages: [string, number, string, Record<string, string>, number | undefined][] = [
  ['a wrong key', 401, '{"error":{"message":"Invalid token"}}', {}, undefined],
  ['too many questions', 429, '{"message":"Slow down"}', { 'retry-after': '9' }, 9_000],
  ['a page instead of an answer', 502, '<html>Bad gateway</html>', {}, undefined],
]
for (const [name, status, body, headers, afterMs] of outages)
  test(`${name} while looking ends no task`, async () => {
    const { gateway, ticket } = await placed()
    fake.fault({ does: 'answer', on: 'retrieve', status, body, headers })
    const said = await gateway.check([ticket], io()).catch((error: unknown) => error)
    expect(said).toMatchObject({ name: 'Outage', afterMs })
    expect((await followed(gateway, ticket)).at(-1)?.state).toBe('done')
  })

test('one question that fails keeps no other from its answer', async () => {
  const { gateway, ticket } = await placed({ runMs: 'held' })
  const others = await Promise.all(Array.from({ length: 6 }, () => gateway.start(order(), io())))
  fake.finish()
  fake.fault({ does: 'drop', on: 'retrieve', when: 'before' })
  const states = (await gateway.check([ticket, ...others], io())).map(({ state }) => state)
  expect(states.filter((state) => state === 'running')).toHaveLength(1)
  expect(states.filter((state) => state === 'done')).toHaveLength(6)
})
