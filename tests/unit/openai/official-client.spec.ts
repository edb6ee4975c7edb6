// OpenAI's own JavaScript client against the fake: if they understand each other, the fake is honest.
import { expect, test } from '@playwright/test'
import OpenAI, { RateLimitError, toFile } from 'openai'
import { type Fake, type Options, startFake } from '../../fakes/openai/server'

let fake: Fake
test.afterEach(() => fake.stop())

async function opened(options: Options = {}, key = 'test-key') {
  fake = await startFake({ runMs: 'held', words: 'openai', ...options })
  return new OpenAI({ apiKey: key, baseURL: `${fake.url}/v1`, maxRetries: 2 })
}
type Wish = Parameters<OpenAI['videos']['create']>[0]
const wish = (more: Record<string, unknown> = {}) =>
  ({ model: 'Kling-3.0-Omni', prompt: 'A boat at dusk', seconds: '5', ...more }) as unknown as Wish

test('create, retrieve, list and downloadContent, as the official client does them', async () => {
  const client = await opened()
  const made = await client.videos.create(
    wish({ metadata: { output_config: { resolution: '720P', duration: 5 }, offpeak: false } }),
  )
  expect(made).toMatchObject({ object: 'video', status: 'queued', progress: 0, model: 'kling-3.0-omni-720p-noref' })
  expect(fake.taken[0]).toMatchObject({
    form: true,
    body: {
      model: 'Kling-3.0-Omni',
      seconds: '5',
      metadata: { output_config: { resolution: '720P', duration: 5 }, offpeak: false },
    },
  })
  await client.videos.retrieve(made.id)
  expect((await client.videos.retrieve(made.id)).status).toBe('in_progress')
  fake.finish()
  const done = await client.videos.retrieve(made.id)
  expect(done).toMatchObject({ status: 'completed', progress: 100 })
  expect(done.completed_at).toBeLessThan(1e11)
  await client.videos.create(wish())
  const page = await client.videos.list({ limit: 1, order: 'asc' })
  expect(page.data.map(({ id }) => id)).toEqual([made.id])
  expect((await page.getNextPage()).data).toHaveLength(1)
  const film = Buffer.from(await (await client.videos.downloadContent(made.id)).arrayBuffer())
  expect(film.subarray(4, 8).toString()).toBe('ftyp')
})

test('lists in brackets and a file come out of the form as what they were', async () => {
  const client = await opened()
  const files = [1, 2].map((at) => ({
    type: 'Url',
    category: 'Image',
    url: `https://a.example/${at}.png`,
    usage: 'Reference',
  }))
  await client.videos.create(wish({ metadata: { file_infos: files } }))
  expect(fake.taken[0]?.body.metadata).toEqual({ file_infos: files })
  const picture = await toFile(Buffer.from('picture'), 'first.png')
  await client.videos.create(wish({ input_reference: picture }))
  expect(fake.taken[1]).toMatchObject({
    parts: [{ field: 'input_reference', bytes: 7 }],
    body: { image: 'file:first.png' },
  })
})

test('the same order as JSON', async () => {
  const client = await opened()
  await client.post('/videos', { body: wish({ metadata: { offpeak: true } }) })
  expect(fake.taken[0]).toMatchObject({ form: false, body: { metadata: { offpeak: true } } })
})

test('a refusal reaches the caller with its parameter and code', async () => {
  const client = await opened()
  const refused = await client.videos.create(wish({ seconds: '99' })).catch((error: unknown) => error)
  expect(refused).toMatchObject({ status: 400, param: 'seconds', code: 'invalid_value', type: 'invalid_request_error' })
  expect(fake.orders.size).toBe(0)
})

test('429 is tried again unless it says that the order was taken', async () => {
  const client = await opened()
  fake.fault({
    does: 'answer',
    status: 429,
    body: '{"error":{"message":"Slow down"}}',
    headers: { 'retry-after': '0' },
  })
  await client.videos.create(wish())
  expect(fake.orders.size).toBe(1)
  fake.fault({ does: 'answer', status: 429, body: '{"error":{"message":"Slow down"}}', after: true })
  await expect(client.videos.create(wish())).rejects.toBeInstanceOf(RateLimitError)
  expect(fake.orders.size).toBe(2)
})

test('a part of the film by range', async () => {
  const client = await opened()
  const { id } = await client.videos.create(wish())
  fake.finish()
  const part = await client.videos.downloadContent(id, {}, { headers: { range: 'bytes=4-7' } })
  expect([part.status, await part.text()]).toEqual([206, 'ftyp'])
  expect(part.headers.get('content-range')).toMatch(/^bytes 4-7\/\d+$/)
})
