// Placing orders: bought once, refused with the provider's words at our field, uploads made once.
import { expect, test } from '@playwright/test'
import { StartFailure } from '../../../lib/providers/provider'
import { runware } from '../../../lib/providers/runware'
import { type Fake, startFake } from '../../fakes/runware/server'
import { awaited, desk, looks, order, sent, words } from './desk'

let fake: Fake
test.beforeEach(async () => {
  fake = await startFake({ runMs: 10 })
})
test.afterEach(() => fake.stop())

const failure = async (work: Promise<unknown>): Promise<StartFailure> => {
  const caught = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (caught instanceof StartFailure) return caught
  throw caught ?? new Error('it went through')
}

test('an order is sent under its own name and delivered with its cost', async () => {
  const io = await desk(fake)
  const one = order()
  const [end] = await awaited([await runware.start(one, io)], io)
  expect(end).toMatchObject({ state: 'done', cost: { amount: 0.42, currency: 'USD' } })
  expect(end?.results?.[0]).toHaveProperty('url')
  expect(fake.exchanges[0]?.tasks).toEqual([
    {
      taskType: 'videoInference',
      taskUUID: one.name,
      model: 'klingai:kling-video@3-pro',
      deliveryMethod: 'async',
      outputType: 'URL',
      includeCost: true,
      positivePrompt: 'A boat at dusk',
      duration: 5,
      width: 1920,
      height: 1080,
    },
  ])
})

test('ten orders at once are looked at in one request', async () => {
  await fake.stop()
  fake = await startFake({ runMs: 'held' })
  const io = await desk(fake)
  const tickets = await Promise.all(Array.from({ length: 10 }, () => runware.start(order(), io)))
  await runware.check(tickets, io)
  await fake.service.finish()
  const all = await runware.check(tickets, io)
  expect(all.map(({ state }) => state)).toEqual(Array(10).fill('done'))
  expect(looks(fake).map(({ tasks }) => tasks.length)).toEqual([10, 10])
  const urls = all.flatMap(({ results }) => results?.map((one) => ('url' in one ? one.url : '')) ?? [])
  expect(new Set(urls).size).toBe(10)
})

test('a hundred orders need five requests a look, and every answer stands at its own ticket', async () => {
  await fake.stop()
  fake = await startFake({ runMs: 'held' })
  const io = await desk(fake)
  const orders = Array.from({ length: 100 }, () => order())
  const tickets = await Promise.all(orders.map((one) => runware.start(one, io)))
  const some = orders.filter((_, at) => at % 3 === 0)
  for (const { name } of some) await fake.service.finish(name)
  const all = await runware.check(tickets, io)
  expect(looks(fake).map(({ tasks }) => tasks.length)).toEqual([20, 20, 20, 20, 20])
  expect(all.map(({ state }) => state)).toEqual(orders.map((_, at) => (at % 3 === 0 ? 'done' : 'running')))
})

test('a refusal stands at our own field in the words of the provider', async () => {
  const io = await desk(fake)
  const shots = [
    { prompt: 'One', duration: 3 },
    { prompt: 'x'.repeat(513), duration: 3 },
  ]
  const refused = await failure(runware.start(order({ shots, width: 1920, height: 1080 }), io))
  expect(refused.outcome).toBe('refused')
  expect(refused.issues).toEqual([
    { path: 'input.shots.1.prompt', message: expect.stringContaining('1 to 512 characters') },
  ])
  expect(fake.bought()).toBe(0)
})

test('a refusal that names two fields stands at both', async () => {
  const io = await desk(fake)
  const refused = await failure(runware.start(order({ ...words, width: 1000, height: 1000 }), io))
  expect(refused.issues?.map(({ path }) => path)).toEqual(['input.width', 'input.height'])
  expect(refused.message).toContain('1920x1080')
})

test('a picture is uploaded once, however many orders use it at once', async () => {
  const io = await desk(fake)
  const firstFrame = { asset: await io.picture('boat.png') }
  const input = { prompt: 'It sails', duration: 5, firstFrame }
  await Promise.all(Array.from({ length: 5 }, () => runware.start(order(input, 'image-to-video'), io)))
  await runware.start(order(input, 'image-to-video'), io)
  expect(fake.service.uploads.map(({ bytes }) => bytes)).toEqual(['bytes of boat.png'.length])
  const media = sent(fake).map(({ tasks }) => tasks[0]?.inputs)
  const image = fake.service.uploads[0]?.ref
  expect(media).toEqual(Array(6).fill({ frameImages: [{ image, frame: 'first' }] }))
})

test('a media id that the provider no longer knows is uploaded again by itself, once', async () => {
  const io = await desk(fake)
  const input = { prompt: 'It sails', duration: 5, firstFrame: { asset: await io.picture('boat.png') } }
  await runware.start(order(input, 'image-to-video'), io)
  fake.service.forget(fake.service.uploads[0]?.ref ?? '')
  await runware.start(order(input, 'image-to-video'), io)
  expect(fake.service.uploads).toHaveLength(2)
  expect(fake.bought()).toBe(2)
  expect(io.refs.get('boat.png')).toBe(fake.service.uploads[1]?.ref)
})

test('a foreign media id that is unknown is refused at its field, not uploaded', async () => {
  const io = await desk(fake)
  fake.service.forget('gone-for-ever')
  const input = { prompt: 'It sails', duration: 5, firstFrame: { ref: 'gone-for-ever' } }
  const refused = await failure(runware.start(order(input, 'image-to-video'), io))
  expect(refused.outcome).toBe('refused')
  expect(refused.issues?.[0]?.path).toBe('input.firstFrame')
  expect(fake.service.uploads).toHaveLength(0)
})

test('an upload that is refused stands at its slot, and nothing is ordered', async () => {
  const io = await desk(fake)
  fake.fault({ does: 'refuse', on: 'mediaStorage', code: 'invalidMedia', message: 'The file is no picture.' })
  const input = { prompt: 'It sails', duration: 5, firstFrame: { asset: await io.picture('odd.png') } }
  const refused = await failure(runware.start(order(input, 'image-to-video'), io))
  expect(refused.issues).toEqual([{ path: 'input.firstFrame', message: 'The file is no picture.' }])
  expect(sent(fake)).toHaveLength(0)
})

test('no money and a wrong key pause the provider, and say what to do', async () => {
  const io = await desk(fake)
  fake.fault({ does: 'refuse', code: 'insufficientCredits', message: 'Your balance is too low.' })
  const poor = await failure(runware.start(order(), io))
  expect([poor.outcome, poor.message]).toEqual(['paused', expect.stringContaining('Your balance is too low. Top up')])
  const wrong = await failure(runware.start(order(), await desk({ ...fake, key: 'wrong' })))
  expect(wrong.outcome).toBe('paused')
  expect(wrong.message).not.toContain('wrong')
  expect(fake.bought()).toBe(0)
})

test('pictures are ordered asynchronously, and results in the acknowledgement are taken', async () => {
  const io = await desk(fake)
  const still = order({ prompt: 'A boat', width: 1024, height: 1024 }, 'text-to-image', 'klingai:kling-image@3')
  const [end] = await awaited([await runware.start(still, io)], io)
  expect(end?.state).toBe('done')
  const { name } = still
  const item = { taskType: 'imageInference', taskUUID: name, imageUUID: 'i', imageURL: `${fake.url}/x.png`, cost: 0.03 }
  fake.fault({ does: 'answer', status: 200, body: JSON.stringify({ data: [item] }) })
  const before = looks(fake).length
  const [now] = await runware.check([await runware.start(still, io)], io)
  expect(now).toMatchObject({ state: 'done', results: [{ key: 'i' }], cost: { amount: 0.03 } })
  expect(looks(fake)).toHaveLength(before)
})

test('the balance is read, and a refusal of it has no key in it', async () => {
  expect(await runware.balance?.(await desk(fake))).toEqual({ amount: 12.5, currency: 'USD' })
  const refused = await runware
    .balance?.(await desk({ ...fake, key: 'sk-secret' }))
    .catch((error: Error) => error.message)
  expect(refused).toContain('Invalid API key')
  expect(refused).not.toContain('sk-secret')
})

test('without a key the provider says what is missing', async () => {
  const { env } = await desk(fake)
  expect(runware.ready(env)).toBe(true)
  const { RUNWARE_API_KEY: _, ...bare } = env
  expect(runware.ready(bare)).toBe('Add RUNWARE_API_KEY to use Runware.')
})
