// Placing an order at a gateway: what surely was not taken, what may be tried again, and what nobody can know.
import { expect, test } from '@playwright/test'
import { StartFailure } from '../../../lib/providers/provider'
import { type Fake, startFake } from '../../fakes/openai/server'
import { failure, io, order, provider, words } from './desk'

let fake: Fake
test.beforeAll(async () => {
  fake = await startFake({ runMs: 'held' })
})
test.afterAll(() => fake.stop())
test.afterEach(() => {
  fake.faults.clear()
  Object.assign(fake.options, { errors: 'full', envelope: 'plain' })
})
const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  fake.fault({ does: 'answer', status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) })
const tried = (more: Record<string, string> = {}) => failure(provider(fake, more).start(order(), io()))

for (const [name, ending] of Object.entries({ bare: '', 'with /v1': '/v1', 'with a slash': '/v1/' }))
  test(`an order is one JSON request, at an address set ${name}`, async () => {
    const before = fake.exchanges.length
    const ticket = await provider({ ...fake, url: fake.url + ending }).start(order(), io())
    expect(ticket).toMatchObject({ id: expect.stringMatching(/^video_/), billedAs: 'kling-3.0-omni-720p-noref' })
    expect(fake.exchanges.slice(before)).toMatchObject([
      { method: 'POST', path: '/v1/videos', status: 200, key: fake.key },
    ])
    expect(fake.taken.at(-1)).toMatchObject({ form: false, body: { model: 'Kling-3.0-Omni', seconds: '5' } })
  })

test('a task in an envelope is a task', async () => {
  fake.options.envelope = 'wrapped'
  expect(await provider(fake).start(order(), io())).toMatchObject({ id: expect.stringMatching(/^video_/) })
})

test('after a lost reply it is not known whether it was taken, and it is not sent again', async () => {
  const before = fake.orders.size
  fake.fault({ does: 'drop', when: 'after' })
  expect((await tried()).outcome).toBe('lost')
  expect(fake.orders.size - before).toBe(1)
  expect(await provider(fake).recall?.(order(), io())).toBe('unknown')
  expect(fake.orders.size - before).toBe(1)
})

const lost: [string, number, unknown, Record<string, string>][] = [
  ['a 500 with words', 500, { error: { message: 'upstream error', type: 'server_error' } }, {}],
  ['a 502 that is a page', 502, '<html>Bad gateway</html>', {}],
  ['a 503', 503, { error: { message: 'try later' } }, { 'retry-after': '1' }],
  ['a 504 without words', 504, '', {}],
  ['a 408', 408, { message: 'timeout', code: 'timeout' }, {}],
  ['a 429 that says not to try again', 429, { error: { message: 'Busy' } }, { 'x-should-retry': 'false' }],
  ['a 200 without a task', 200, { ok: true }, {}],
  ['a 200 that is no JSON', 200, 'fine', {}],
  ['a 200 that tells of a failure', 200, { code: 'fail_to_submit', message: 'no' }, {}],
]
for (const [name, status, body, headers] of lost)
  test(`${name} may have been bought: lost`, async () => {
    answer(status, body, headers)
    expect((await tried()).outcome).toBe('lost')
  })

test('nobody there: surely not placed, and tried again later', async () => {
  const closed = await startFake()
  await closed.stop()
  const ended = await failure(provider(closed).start(order(), io()))
  expect([ended.outcome, ended.code]).toEqual(['later', 'unsent'])
})

test('429 waits as long as it is told', async () => {
  answer(429, { error: { message: 'Slow down', code: 'rate_limit' } }, { 'retry-after': '7' })
  expect(await tried()).toMatchObject({ outcome: 'later', code: 'rate_limit', message: 'Slow down', afterMs: 7_000 })
})

const paused: [string, number, unknown, string][] = [
  ['429 for want of money', 429, { error: { message: 'Insufficient balance', code: 'x' } }, 'Top up the balance'],
  [
    '403 for want of quota',
    403,
    { error: { message: 'user quota is not enough', code: 'insufficient_user_quota' } },
    'Top up',
  ],
  ['402', 402, 'Payment required', 'Top up'],
  ['401', 401, { error: { message: 'Invalid token', type: 'x' } }, 'Check OPENAI_VIDEOS_API_KEY'],
  ['an address where no such thing is', 404, '<html>404</html>', 'Check OPENAI_VIDEOS_BASE_URL'],
]
for (const [name, status, body, words] of paused)
  test(`${name}: everything waits until somebody acts`, async () => {
    answer(status, body)
    expect(await tried()).toMatchObject({ outcome: 'paused', message: expect.stringContaining(words) })
  })

for (const errors of ['full', 'bare', 'code', 'text'] as const)
  test(`a refusal told as ${errors} is final, in the gateway’s words`, async () => {
    fake.options.errors = errors
    const input = { ...words, extra: { metadata: { file_infos: 'nothing' } } }
    const ended = await failure(provider(fake).start(order(input), io()))
    expect(ended).toMatchObject({ outcome: 'refused', message: expect.stringContaining('file_infos must be an array') })
  })

test('a refusal stands at the field that it names', async () => {
  answer(400, {
    error: { message: 'Too long', param: 'metadata.ext_info.AdditionalParameters.multi_prompt[1].prompt' },
  })
  const input = {
    shots: [
      { prompt: 'a', duration: 2 },
      { prompt: 'b', duration: 3 },
    ],
  }
  const ended = await failure(provider(fake).start(order(input), io()))
  expect(ended.issues).toEqual([{ path: 'input.shots.1.prompt', message: 'Too long' }])
  answer(400, { error: { message: 'No', param: 'seconds' } })
  expect((await tried()).issues).toEqual([{ path: 'input.duration', message: 'No' }])
  answer(403, { error: { message: 'Blocked by content policy' } })
  expect(await tried()).toMatchObject({ outcome: 'refused' })
})

test('what a person stopped goes out no more', async () => {
  const before = fake.exchanges.length
  const ended = await failure(provider(fake).start({ ...order(), wanted: async () => false }, io()))
  expect([ended.outcome, ended.code, fake.exchanges.length]).toEqual(['refused', 'stopped', before])
})

test('a file of ours goes by its public address, and without one it is refused at its field with the way out', async () => {
  const input = { prompt: 'A gate opens', firstFrame: { asset: 'a1' }, lastFrame: { asset: 'a2' } }
  const wish = order(input, 'image-to-video')
  const ended = await failure(provider(fake).start(wish, io()))
  expect(ended).toMatchObject({
    outcome: 'refused',
    issues: [{ path: 'input.firstFrame' }, { path: 'input.lastFrame' }],
  })
  expect(ended.message).toContain('PUBLIC_URL')
  await provider(fake).start(wish, io({ link: async (asset) => `https://studio.example/${asset}` }))
  expect(fake.taken.at(-1)?.body).toMatchObject({
    image: 'https://studio.example/a1',
    metadata: { last_frame_url: 'https://studio.example/a2' },
  })
  const inline = order({ prompt: 'A gate', firstFrame: { url: 'data:image/png;base64,AA==' } }, 'image-to-video')
  expect((await failure(provider(fake).start(inline, io()))).issues?.[0]?.path).toBe('input.firstFrame')
})

test('a gateway that insists on words is not asked without them', async () => {
  const wish = order({ image: { url: 'https://a.example/a.png' }, audio: { url: 'https://a.example/a.mp3' } }, 'avatar')
  const ended = await failure(provider(fake, { OPENAI_VIDEOS_PROMPT: 'needed' }).start(wish, io()))
  expect(ended).toMatchObject({ outcome: 'refused', issues: [{ path: 'input.prompt' }] })
})

test('no failure carries the key', async () => {
  answer(502, `<html>Bearer ${fake.key}</html>`)
  const ended = await tried()
  expect(ended).toBeInstanceOf(StartFailure)
  expect(ended.message).not.toContain(fake.key)
})

test('a refusal that repeats the key is told without it', async () => {
  answer(401, { error: { message: `Incorrect bearer token provided: ${fake.key}.`, code: 'invalid_api_key' } })
  const stopped = await tried()
  expect(stopped).toMatchObject({ outcome: 'paused', message: expect.stringContaining('Incorrect bearer token') })
  expect(stopped.message).not.toContain(fake.key)
})

test('a task that is named by a bare number is known by its digits, however many', async () => {
  answer(200, '{"id":829836802793406551,"status":"queued"}')
  expect(await provider(fake).start(order(), io())).toMatchObject({ id: '829836802793406551' })
  answer(200, '{"code":"success","data":{"task_id":42,"status":"SUBMITTED"}}')
  expect(await provider(fake).start(order(), io())).toMatchObject({ id: '42' })
})
