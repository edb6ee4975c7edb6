import { expect, test } from '@playwright/test'
import { type Running, startStudio } from '../studio'
import { ask, order, paths, send } from './ask'

let studio: Running
test.beforeAll(async () => {
  studio = await startStudio()
})
test.afterAll(() => studio.stop())

test('health says how the studio stands', async () => {
  const { status, body } = await ask(studio, 'GET', '/api/health')
  expect(status).toBe(200)
  expect(body).toMatchObject({ status: 'ok', version: expect.any(String), database: 'embedded', storage: 'folder' })
  const by = Object.fromEntries(body.providers.map((one: { id: string }) => [one.id, one]))
  expect(by.local).toMatchObject({ ready: true })
  expect(by.runware).toMatchObject({ ready: false, reason: expect.stringContaining('RUNWARE_API_KEY') })
})

test('models say their fields, limits, rules and source', async () => {
  const { body } = await ask(studio, 'GET', '/api/models')
  const animatic = body.models.find((one: { model: string }) => one.model === 'animatic')
  expect(animatic).toMatchObject({ provider: 'local', kind: 'video', source: { page: expect.any(String) } })
  const words = animatic.workflows.find((one: { id: string }) => one.id === 'text-to-video')
  const shots = words.fields.find((one: { id: string }) => one.id === 'shots')
  expect(shots).toMatchObject({ kind: 'shots', required: false, limits: { max: 6, words: { max: 512 } } })
  expect(words.rules.length).toBeGreaterThan(0)
})

test('the OpenAPI document is served', async () => {
  const { status, type, body } = await ask(studio, 'GET', '/api/openapi.json')
  expect([status, type, body.openapi]).toEqual([200, 'application/json', '3.1.1'])
})

test('whatever is refused is refused with a problem document', async () => {
  const refused: [string, string, unknown, number, string][] = [
    ['GET', '/api/nothing', undefined, 404, 'not-found'],
    ['POST', '/api', {}, 404, 'not-found'],
    ['GET', '/api/tasks/not-a-uuid', undefined, 404, 'not-found'],
    ['GET', '/api/tasks/0b0f0c0e-3b1f-4c55-9d3e-6f0a1c2d3e4f', undefined, 404, 'not-found'],
    ['DELETE', '/api/tasks/0b0f0c0e-3b1f-4c55-9d3e-6f0a1c2d3e4f', undefined, 404, 'not-found'],
    ['POST', '/api/tasks/0b0f0c0e-3b1f-4c55-9d3e-6f0a1c2d3e4f/cancel', undefined, 404, 'not-found'],
    ['PUT', '/api/tasks', {}, 405, 'wrong-method'],
    ['PATCH', '/api/health', {}, 405, 'wrong-method'],
    ['POST', '/api/tasks/stream', {}, 405, 'wrong-method'],
    ['POST', '/api/tasks', '{"provider":', 400, 'malformed'],
    ['POST', '/api/tasks', '', 400, 'malformed'],
    ['POST', '/api/tasks', [], 422, 'invalid'],
    ['POST', '/api/tasks', `{"x":"${'x'.repeat(5 * 1024 * 1024)}"}`, 413, 'too-large'],
    ['GET', '/api/tasks?limit=0', undefined, 422, 'invalid'],
    ['GET', '/api/tasks?limit=1000', undefined, 422, 'invalid'],
    ['GET', '/api/tasks?cursor=zzz', undefined, 422, 'invalid'],
    ['GET', '/api/tasks?status=finished', undefined, 422, 'invalid'],
    ['GET', '/api/tasks/stream?after=-1', undefined, 422, 'invalid'],
    ['PUT', '/api/media?name=a.png', 'this is no picture', 415, 'unknown-kind'],
    ['GET', '/api/media/nothing', undefined, 404, 'not-found'],
    ['POST', '/api/providers/kling/faces', {}, 422, 'invalid'],
    ['POST', '/api/providers/kling/faces', { film: { ref: '1' } }, 409, 'not-ready'],
    ['POST', '/api/providers/local/faces', { film: { ref: '1' } }, 404, 'not-found'],
    ['GET', '/api/providers/local/kept?what=voice', undefined, 404, 'not-found'],
    ['GET', '/api/providers/kling/kept?what=hat', undefined, 422, 'invalid'],
    ['GET', '/api/elements/0b0f0c0e-3b1f-4c55-9d3e-6f0a1c2d3e4f/known', undefined, 404, 'not-found'],
  ]
  for (const [method, path, body, status, code] of refused) {
    const said = await ask(studio, method, path, body)
    expect([method, path, said.status, said.type]).toEqual([method, path, status, 'application/problem+json'])
    expect(said.body).toMatchObject({ status, code, type: expect.any(String), title: expect.any(String) })
    expect(said.body.detail.length).toBeGreaterThan(10)
  }
})

test('no other site’s page can read or write here; scripts can', async () => {
  const host = new URL(studio.url).host
  const bare = async (method: string, path: string, headers: Record<string, string>) =>
    (await send(studio, method, path, { headers, body: method === 'POST' ? JSON.stringify(order()) : '' })).status
  expect(await bare('GET', '/api/tasks', { host: 'evil.example.com' })).toBe(403)
  expect(await bare('POST', '/api/tasks', { host, origin: 'https://evil.example.com' })).toBe(403)
  expect(await bare('POST', '/api/tasks', { host, 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect((await ask(studio, 'GET', '/api/tasks')).body.items).toEqual([])
  expect(await bare('GET', '/api/tasks', { host })).toBe(200)
})

test('a provider that is not ready refuses with its reason, and what does not fit is said all the same', async () => {
  const wish = {
    provider: 'runware',
    model: 'klingai:kling-video@3-pro',
    workflow: 'text-to-video',
    input: { prompt: 'A fox', duration: 5, width: 1920, height: 1080 },
  }
  const said = await ask(studio, 'POST', '/api/tasks', wish)
  expect([said.status, said.body.code]).toEqual([409, 'not-ready'])
  expect(said.body.detail).toContain('RUNWARE_API_KEY')
  const wrong = await ask(studio, 'POST', '/api/tasks', { ...wish, input: { ...wish.input, duration: 99 } })
  expect([wrong.status, paths(wrong)]).toEqual([422, ['input.duration']])
})

test('preview shows what would be sent and its price without a key; what is free costs nothing', async () => {
  const wish = {
    provider: 'runware',
    model: 'klingai:kling-video@3-pro',
    workflow: 'text-to-video',
    input: { prompt: 'A fox', duration: 5, width: 1920, height: 1080 },
  }
  const { status, body } = await ask(studio, 'POST', '/api/requests/preview', wish)
  expect(status).toBe(200)
  expect(body.calls).toHaveLength(1)
  expect(body.calls[0]).toMatchObject({
    method: 'POST',
    body: [{ taskType: 'videoInference', positivePrompt: 'A fox' }],
  })
  expect(JSON.stringify(body.calls)).not.toMatch(/authoriz|bearer|apikey/i)
  expect(body.price).toMatchObject({ currency: 'USD', amount: expect.any(Number), basis: expect.any(String) })

  const free = await ask(studio, 'POST', '/api/requests/preview', order())
  expect(free.body).toMatchObject({ calls: [], price: { amount: 0, currency: 'USD', basis: 'free' } })
  expect(paths(await ask(studio, 'POST', '/api/requests/preview', order({ duration: 99 })))).toEqual(['input.duration'])
})

test('a request as Runware’s page prints it comes in our words, and previews as it was', async () => {
  const request = {
    taskType: 'videoInference',
    taskUUID: '8e3b2f6e-5a2c-4f0e-9b1d-2c3d4e5f6a7b',
    model: 'klingai:kling-video@3-pro',
    positivePrompt: 'A fox in the snow',
    duration: 5,
    width: 1920,
    height: 1080,
  }
  const { status, body } = await ask(studio, 'POST', '/api/requests/import', { provider: 'runware', request })
  expect(status).toBe(200)
  expect(body).toMatchObject({ model: request.model, workflow: 'text-to-video', notes: expect.any(Array) })
  const { body: back } = await ask(studio, 'POST', '/api/requests/preview', {
    provider: 'runware',
    id: request.taskUUID,
    model: body.model,
    workflow: body.workflow,
    input: body.input,
  })
  expect(back.calls[0].body[0]).toMatchObject(request)

  const refused = await ask(studio, 'POST', '/api/requests/import', {
    provider: 'runware',
    request: { ...request, duration: 99 },
  })
  expect(refused.status).toBe(422)
  expect(paths(refused).join()).toContain('duration')
  expect((await ask(studio, 'POST', '/api/requests/import', { provider: 'local', request })).status).toBe(422)
  expect(paths(await ask(studio, 'POST', '/api/requests/import', { provider: 'runware' }))).toEqual(['request'])
})
