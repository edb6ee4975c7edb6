// Gateways through a built studio: what can be asked there, what is refused before it is paid, and what a person may do
// when nobody knows whether an order was taken.
import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { type Fake, startFake } from '../fakes/openai/server'
import { type Running, startStudio } from '../studio'
import { ask, ended, paths } from './ask'

let studio: Running
let fake: Fake
test.beforeAll(async () => {
  fake = await startFake({ runMs: 100 })
  studio = await startStudio({
    env: {
      OPENAI_VIDEOS_API_KEY: fake.key,
      OPENAI_VIDEOS_BASE_URL: fake.url,
      OPENAI_VIDEOS_GATEWAYS: 'Acme,Empty',
      OPENAI_VIDEOS_ACME_API_KEY: fake.key,
      OPENAI_VIDEOS_ACME_BASE_URL: `${fake.url}/v1`,
      OPENAI_VIDEOS_ACME_EXT_INFO: 'object',
    },
  })
})
test.afterAll(async () => {
  await studio.stop()
  await fake.stop()
})

const wish = (more: Record<string, unknown> = {}) => ({
  provider: 'openai',
  model: 'Kling-3.0-Omni',
  workflow: 'text-to-video',
  input: { prompt: 'A lighthouse in fog', duration: 5, aspectRatio: '16:9', resolution: '720P' },
  ...more,
})

test('each gateway stands by its own name, ready or with what it lacks, and offers its models', async () => {
  const { body } = await ask(studio, 'GET', '/api/health')
  const gateways = body.providers.filter(({ id }: { id: string }) => id.startsWith('openai'))
  expect(gateways).toEqual([
    { id: 'openai', label: 'Gateway', ready: true },
    { id: 'openai-Acme', label: 'Acme', ready: true },
    {
      id: 'openai-Empty',
      label: 'Empty',
      ready: false,
      reason: 'Add OPENAI_VIDEOS_EMPTY_API_KEY and OPENAI_VIDEOS_EMPTY_BASE_URL to use Empty.',
    },
  ])
  const { body: all } = await ask(studio, 'GET', '/api/models')
  const names = all.models.flatMap(({ provider, model }: Record<string, string>) =>
    provider === 'openai-Acme' ? [model] : [],
  )
  expect(names).toEqual(['Kling-3.0-Omni', 'Kling-2.6', 'Kling-2.5'])
  const { body: settings } = await ask(studio, 'GET', '/api/settings')
  const acme = settings.providers.find(({ id }: { id: string }) => id === 'openai-Acme')
  expect(acme.variables).toEqual([
    { name: 'OPENAI_VIDEOS_ACME_API_KEY', set: true },
    { name: 'OPENAI_VIDEOS_ACME_BASE_URL', set: true },
  ])
  expect(JSON.stringify(settings)).not.toContain(fake.key)
})

test('a request comes in and goes out the same, as each gateway packs its extras', async () => {
  const inner = { multi_shot: true, shot_type: 'customize', multi_prompt: [{ index: 1, prompt: 'Fog', duration: '5' }] }
  const packed = { openai: JSON.stringify({ AdditionalParameters: JSON.stringify(inner) }), 'openai-Acme': inner }
  for (const [provider, ext_info] of Object.entries(packed)) {
    const request = { model: 'Kling-3.0-Omni', prompt: '', seconds: '5', metadata: { offpeak: true, ext_info } }
    const found = await ask(studio, 'POST', '/api/requests/import', { provider, request, endpoint: 'POST /v1/videos' })
    expect(found.status).toBe(200)
    const { model, workflow, input } = found.body
    const seen = await ask(studio, 'POST', '/api/requests/preview', { provider, model, workflow, input })
    expect(seen.body).toMatchObject({ calls: [{ method: 'POST', path: '/v1/videos', body: request }], price: null })
    expect(seen.body.calls[0].body).toEqual(request)
  }
  const wrong = await ask(studio, 'POST', '/api/requests/import', {
    provider: 'openai',
    request: { model: 'Kling-2.6', prompt: 'Fog', seconds: '15', metadata: { output_config: { resolution: '4K' } } },
  })
  expect([wrong.status, paths(wrong)]).toEqual([422, ['metadata.output_config.resolution', 'seconds']])
})

test('what cannot be sent is refused at its field before anything is ordered', async () => {
  const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#555' } })
    .png()
    .toBuffer()
  const { body } = await ask(studio, 'PUT', '/api/media?name=still.png', picture)
  const before = fake.orders.size
  const input = { prompt: 'It moves', firstFrame: { asset: body.id } }
  const own = await ask(studio, 'POST', '/api/tasks', wish({ workflow: 'image-to-video', input }))
  expect([own.status, paths(own)]).toEqual([422, ['input.firstFrame']])
  expect(own.body.detail).toContain('PUBLIC_URL')
  const nobody = await ask(studio, 'POST', '/api/tasks', wish({ provider: 'openai-Nobody' }))
  expect([nobody.status, paths(nobody)]).toEqual([422, ['provider']])
  const closed = await ask(studio, 'POST', '/api/tasks', wish({ provider: 'openai-Empty' }))
  expect([closed.status, closed.body.code]).toEqual([409, 'not-ready'])
  expect(fake.orders.size).toBe(before)
})

test('after a lost reply the order is not known: a person may look, order anew or delete it, and nothing orders by itself', async () => {
  const before = fake.orders.size
  fake.fault({ does: 'drop', when: 'after' })
  const id = randomUUID()
  const asked = wish({ id })
  expect((await ask(studio, 'POST', '/api/tasks', asked)).status).toBe(201)
  const lost = await ended(studio, id)
  expect(lost).toMatchObject({ status: 'failed', error: { code: 'unknown', retryable: false } })
  expect(lost.error?.message).toContain('Look there before ordering again')
  expect(lost.error?.billed).toBeUndefined()
  // The same id is the same order, so asking for it again is no new one.
  expect((await ask(studio, 'POST', '/api/tasks', asked)).status).toBe(200)
  expect(fake.orders.size - before).toBe(1)
  const anew = await ask(studio, 'POST', '/api/tasks', wish({ id: randomUUID() }))
  const done = await ended(studio, anew.body.id)
  expect(done).toMatchObject({ status: 'done', billedAs: 'kling-3.0-omni-720p-noref', outputs: [{ kind: 'video' }] })
  expect(fake.orders.size - before).toBe(2)
  const found = await ask(studio, 'GET', '/api/tasks?provider=openai&status=failed')
  expect(found.body.items.map((task: { id: string }) => task.id)).toEqual([id])
  expect((await ask(studio, 'DELETE', `/api/tasks/${id}`)).status).toBe(204)
  expect(fake.orders.size - before).toBe(2)
})

test('no money at one gateway pauses it alone, and a person takes it up again', async () => {
  fake.fault({
    does: 'answer',
    status: 403,
    body: '{"error":{"message":"user quota is not enough","code":"insufficient_user_quota"}}',
  })
  const { body } = await ask(studio, 'POST', '/api/tasks', wish({ provider: 'openai-Acme' }))
  await expect
    .poll(async () => {
      const { body: health } = await ask(studio, 'GET', '/api/health')
      return health.providers.flatMap(({ id, paused }: Record<string, string>) => (paused ? [id] : []))
    })
    .toEqual(['openai-Acme'])
  expect((await ask(studio, 'POST', '/api/providers/openai-Acme/resume')).status).toBe(200)
  expect((await ended(studio, body.id)).status).toBe('done')
})
