// The official JavaScript client against the fake: if they understand each other, the fake is honest.
import { expect, test } from '@playwright/test'
import { Runware } from '@runware/sdk-js'
import { type Fake, startFake } from '../../fakes/runware/server'

let fake: Fake
test.beforeAll(async () => {
  fake = await startFake({ runMs: 20 })
})
test.afterAll(() => fake.stop())

const opened = (apiKey: string) => Runware.initialize({ apiKey, url: fake.socketUrl, shouldReconnect: false })

test('a film ordered by the official client arrives', async () => {
  const client = await opened(fake.key)
  const films = await client.videoInference({
    model: 'klingai:kling-video@3-pro',
    positivePrompt: 'A boat at dusk',
    width: 1920,
    height: 1080,
    duration: 3,
    numberResults: 2,
    includeCost: true,
  })
  await client.disconnect()
  const all = [films].flat()
  expect(new Set(all.map(({ videoUUID }) => videoUUID)).size).toBe(2)
  expect(all.every(({ cost }) => typeof cost === 'number')).toBe(true)
  const file = await fetch(String(all[0]?.videoURL))
  const bytes = Buffer.from(await file.arrayBuffer())
  expect(bytes.subarray(4, 8).toString()).toBe('ftyp')
})

test('pictures come in the same answer, without a status', async () => {
  const client = await opened(fake.key)
  const pictures = await client.requestImages({
    model: 'klingai:kling-image@3',
    positivePrompt: 'A boat at dusk',
    width: 1024,
    height: 1024,
    numberResults: 2,
    outputFormat: 'PNG',
  })
  await client.disconnect()
  expect(pictures).toHaveLength(2)
  expect(typeof pictures?.[0]?.seed).toBe('number')
  const file = await fetch(String(pictures?.[0]?.imageURL))
  expect(file.headers.get('content-type')).toBe('image/png')
})

test('a refusal reaches the caller of the official client with its parameter', async () => {
  const client = await opened(fake.key)
  const refusal = await client
    .videoInference({
      model: 'klingai:kling-video@3-pro',
      positivePrompt: 'A boat',
      width: 1000,
      height: 1000,
      duration: 5,
    })
    .then(
      () => undefined,
      (error: { error: { code: string; parameter: string[] } }) => error.error,
    )
  await client.disconnect()
  expect(refusal?.parameter).toEqual(['width', 'height'])
})

test('a wrong key is refused as the official client expects', async () => {
  const refused = await opened('wrong').then(
    () => undefined,
    (error: { error?: { code: string } }) => error.error?.code,
  )
  expect(refused).toBe('invalidApiKey')
})

test('uploads and task details are answered', async () => {
  const client = await opened(fake.key)
  const stored = await client.mediaStorage({ operation: 'upload', media: 'data:image/png;base64,iVBORw0KGgo=' })
  await client.disconnect()
  expect(stored.mediaUUID).toBeTruthy()
  expect(fake.service.uploads.map(({ bytes }) => bytes)).toEqual([8])
})
