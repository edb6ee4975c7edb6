// Placing orders at Kling: named, in the words of its pages, refused in its own words, and done with what it cost.
import { expect, test } from '@playwright/test'
import { kling } from '../../../lib/providers/kling'
import type { Progress } from '../../../lib/providers/provider'
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

const urls = ({ results = [] }: Progress) => results.flatMap((one) => ('url' in one ? [one.url] : []))

test('an order goes out under its own name and comes back with its film, its units and Kling’s id of it', async () => {
  const mine = order()
  const [end] = await awaited([await kling.start(mine, io)], io)
  expect(end).toMatchObject({ state: 'done', cost: { amount: 3, currency: 'units' } })
  expect(end?.results).toEqual([
    { key: '0', url: expect.stringContaining('/files/'), ref: expect.stringMatching(/^\d{18,}$/) },
  ])
  const { path, body } = sent(fake)[0] ?? {}
  expect([path, body]).toEqual([
    '/v1/videos/text2video',
    {
      model_name: 'kling-v3',
      prompt: 'A boat at dusk',
      mode: 'std',
      aspect_ratio: '16:9',
      duration: '5',
      external_task_id: mine.name,
    },
  ])
})

test('what a preview shows is what is sent', async () => {
  const mine = order({
    ...words,
    shots: [
      { prompt: 'One', duration: 2 },
      { prompt: 'Two', duration: 3 },
    ],
  })
  const [call] = kling.preview?.(mine) ?? []
  await kling.start(mine, io)
  expect(call).toEqual({ method: 'POST', path: sent(fake)[0]?.path, body: sent(fake)[0]?.body })
})

test('the watermark version is a second result', async () => {
  const [end] = await awaited([await kling.start(order({ ...words, watermark: true }), io)], io)
  expect(end?.results?.map(({ key }) => key)).toEqual(['0', '0 watermark'])
  for (const url of urls(end ?? { state: 'failed' }))
    expect((await fetch(url)).headers.get('content-type')).toBe('video/mp4')
})

test('several running orders of one address are looked at in one request, each answered at its own ticket', async () => {
  await fresh({ runMs: 'held' })
  const orders = Array.from({ length: 40 }, () => order())
  const tickets = await Promise.all(orders.map((mine) => kling.start(mine, io)))
  for (const [at, { name }] of orders.entries()) if (at % 3 === 0) await fake.service.finish(name)
  const all = await kling.check(tickets, io)
  expect(all.map(({ state }) => state)).toEqual(orders.map((_, at) => (at % 3 === 0 ? 'done' : 'running')))
  expect(looks(fake).map(({ path, query }) => path + query)).toEqual(['/v1/videos/text2video?pageNum=1&pageSize=80'])
})

test('an order that the page of the list does not show is asked for by its id', async () => {
  await fresh({ runMs: 'held' })
  const old = await kling.start(order(), io)
  for (let at = 0; at < 30; at += 1) await kling.start(order(), io)
  const three = [old, await kling.start(order(), io), await kling.start(order(), io)]
  const before = looks(fake).length
  expect((await kling.check(three, io)).map(({ state }) => state)).toEqual(['running', 'running', 'running'])
  const asked = looks(fake).slice(before)
  expect(asked.map(({ query }) => query)).toEqual(['?pageNum=1&pageSize=30', ''])
  expect(asked[1]?.path).toBe(`/v1/videos/text2video/${old.id}`)
})

test('the newer standard is asked for twenty ids at once', async () => {
  await fresh({ runMs: 'held' })
  const turbo = () => order({ prompt: 'A boat', duration: 5, aspectRatio: '16:9' }, 'text-to-video', 'kling-3.0-turbo')
  const tickets = await Promise.all(Array.from({ length: 30 }, () => kling.start(turbo(), io)))
  await fake.service.finish()
  const all = await kling.check(tickets, io)
  expect(new Set(all.map(({ state }) => state))).toEqual(new Set(['done']))
  expect(all[0]).toMatchObject({ cost: { amount: 3, currency: 'units' }, results: [{ key: '0' }] })
  const ids = looks(fake).map(({ query }) => new URLSearchParams(query).get('task_ids')?.split(',').length)
  expect(ids).toEqual([20, 10])
})

test('ids of nineteen digits come back digit by digit, also where Kling writes them as numbers', async () => {
  const body = '{"code":0,"message":"SUCCEED","data":{"task_id":829836802793406551,"task_status":"submitted"}}'
  fake.fault({ does: 'answer', status: 200, body })
  expect(await kling.start(order(), io)).toMatchObject({ id: '829836802793406551' })
})

test('a refusal stands at our own field in the words of Kling', async () => {
  const refused = await failure(kling.start(order({ ...words, duration: 2 }), io))
  expect(refused.outcome).toBe('refused')
  expect(refused.message).toContain('model/mode/duration(kling-v3/std/2) is not supported')
  expect(refused.issues?.map(({ path }) => path)).toEqual(expect.arrayContaining(['input.duration']))
  const shots = [
    { prompt: 'One', duration: 2 },
    { prompt: 'x'.repeat(600), duration: 3 },
  ]
  const long = await failure(kling.start(order({ ...words, shots }), io))
  expect(long.issues?.[0]?.path).toMatch(/^input\.shots/)
  expect(fake.bought()).toBe(0)
})

test('a refusal of what an import carried along is a refusal, whatever its keys look like', async () => {
  fake.fault({ does: 'code', code: 1201, message: 'c++(x is not supported, nor is cfg_scale' })
  const extra = { 'c++(x': 1, '(a+)+$': [{ '[': 2 }] }
  const refused = await failure(kling.start(order({ ...words, guidance: 0.5, extra }), io))
  expect([refused.outcome, refused.issues?.map(({ path }) => path)]).toEqual(['refused', ['input.guidance']])
})

test('pictures and sounds of ours go inside the request as bare Base64', async () => {
  const firstFrame = { asset: await io.own('boat.png') }
  await kling.start(order({ prompt: 'It sails', duration: 5, firstFrame }, 'image-to-video'), io)
  expect(sent(fake)[0]?.body.image).toBe(Buffer.from('bytes of boat.png').toString('base64'))
})

test('a film of ours without a public address is refused at its field, with the way out', async () => {
  const film = { asset: await io.own('walk.mp4', 'video') }
  const input = {
    firstFrame: { asset: await io.own('who.png') },
    referenceVideos: [film],
    characterOrientation: 'video',
    mode: 'std',
  }
  const refused = await failure(kling.start(order(input, 'motion-control'), io))
  expect(refused.outcome).toBe('refused')
  expect(refused.issues?.[0]).toEqual({
    path: 'input.referenceVideos.0',
    message: expect.stringContaining('PUBLIC_URL'),
  })
  expect(sent(fake)).toHaveLength(0)
  io = await desk(withKey(fake), async (asset) => `https://studio.example/shared/${asset}`)
  await io.own('walk.mp4', 'video')
  await io.own('who.png')
  await kling.start(order(input, 'motion-control'), io)
  expect(sent(fake)[0]?.body.video_url).toBe('https://studio.example/shared/walk.mp4')
})

test('what cannot be sent as the studio is set up is said before it is placed', async () => {
  const film = { asset: 'walk.mp4' }
  const firstFrame = { url: 'https://example.com/who.png' }
  const walk = order(
    { firstFrame, referenceVideos: [film], characterOrientation: 'video', mode: 'std' },
    'motion-control',
  )
  const turbo = order({ prompt: 'A boat', duration: 5 }, 'text-to-video', 'kling-3.0-turbo')
  const lacks = async (mine: typeof walk, env: Record<string, string | undefined>) =>
    kling.lacks?.(mine, (await desk(env)).env).map(({ path }) => path)
  expect(await lacks(walk, withKey(fake))).toEqual(['referenceVideos.0'])
  expect(await lacks(walk, { ...withKey(fake), PUBLIC_URL: 'https://studio.example' })).toEqual([])
  expect(await lacks(turbo, withKey(fake))).toEqual([])
  expect(await lacks(turbo, withPair(fake))).toEqual([''])
})

test('a film that Kling made goes by Kling’s own id to where ids are taken', async () => {
  const asset = await io.own('ours.mp4', 'video')
  const longer = () => order({ sourceVideo: { asset } }, 'extend', 'kling-video-extend')
  expect((await failure(kling.start(longer(), io))).message).toContain('made itself')
  await io.copies.put(asset, '829836802793406777')
  await kling.start(longer(), io)
  expect(sent(fake)[0]?.body.video_id).toBe('829836802793406777')
})

test('speech is there with the answer to its order, without a single look', async () => {
  const speech = order({ prompt: 'Hello', voice: '301', language: 'en' }, 'text-to-speech', 'kling-tts')
  const [end] = await awaited([await kling.start(speech, io)], io)
  expect(end).toMatchObject({ state: 'done', results: [{ url: expect.stringContaining('.mp3') }] })
  expect(looks(fake)).toHaveLength(0)
})

test('sounds come as MP3 and as WAV, angles as three sets of three', async () => {
  const sound = order({ prompt: 'Rain', duration: 4.5 }, 'text-to-audio', 'kling-text-to-audio')
  const angles = order({ image: { asset: await io.own('face.png') } }, 'multi-angle', 'kling-ai-multi-shot')
  const [heard, seen] = await awaited([await kling.start(sound, io), await kling.start(angles, io)], io)
  expect(heard?.results?.map(({ key }) => key)).toEqual(['audios 0 mp3', 'audios 0 wav'])
  expect(seen?.results).toHaveLength(9)
  expect(new Set(seen?.results?.map(({ key }) => key)).size).toBe(9)
})

test('every picture of an order is a result of its own', async () => {
  const still = order({ prompt: 'A boat', numberResults: 3, resolution: '1k' }, 'text-to-image', 'kling-v3-image')
  const [end] = await awaited([await kling.start(still, io)], io)
  expect(end?.results?.map(({ key }) => key)).toEqual(['0', '1', '2'])
})

test('an order that fails says why; what was not charged is said to be unbilled', async () => {
  fake.fault({ does: 'fail', message: 'Failure to pass the risk control system' })
  const [end] = await awaited([await kling.start(order(), io)], io)
  expect(end).toMatchObject({
    state: 'failed',
    error: { message: 'Failure to pass the risk control system', retryable: false, billed: false },
  })
})

test('without keys, or with half a pair, the provider says what is missing', async () => {
  const ready = async (env: Record<string, string>) => kling.ready((await desk(env)).env)
  expect(await ready({})).toContain('KLING_API_KEY')
  expect(await ready({ KLING_ACCESS_KEY: 'a' })).toContain('KLING_SECRET_KEY')
  expect(await ready({ KLING_SECRET_KEY: 'a' })).toContain('KLING_ACCESS_KEY')
  expect(await ready({ KLING_ACCESS_KEY: 'a', KLING_SECRET_KEY: 'b' })).toBe(true)
  expect(await ready({ KLING_API_KEY: 'a' })).toBe(true)
})

test('packs are told one by one, and what is left is the sum of those in use', async () => {
  const left = await kling.balance?.(io)
  expect(left).toMatchObject({ amount: 812.5, currency: 'units' })
  expect(left?.packs?.map(({ name, left: own, state }) => [name, own, state])).toEqual([
    ['Video Generation - 1000 Units', 812.5, 'online'],
    ['Image Generation - 100 Units', 0, 'runOut'],
  ])
  const wrong = await desk({ ...withKey(fake), KLING_API_KEY: 'sk-very-secret' })
  const refused = await kling.balance?.(wrong).catch((error: Error) => error.message)
  expect(refused).toContain('3 parts')
  expect(refused).not.toContain('sk-very-secret')
})

test('a ticket outlives a restart as plain JSON', async () => {
  await fresh({ runMs: 'held' })
  const ticket = JSON.parse(JSON.stringify(await kling.start(order(), io)))
  await fake.service.finish()
  expect(await one(ticket, io)).toMatchObject({ state: 'done' })
})
