// A client of Kling's API that we did not write, against the fake: if they understand each other, the fake is honest.

import { writeFile } from 'node:fs/promises'
import https from 'node:https'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { KlingAPI, KlingAPIError } from 'kling-api'
import { generate } from 'selfsigned'
import sharp from 'sharp'
import { type Fake, startFake } from '../../fakes/kling/server'
import { scratchFolder } from '../../scratch'

// It speaks https alone, so the fake gets a certificate, and this process trusts it.
let fake: Fake
let folder: string
test.beforeAll(async () => {
  folder = await scratchFolder()
  const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    keySize: 2048,
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  })
  https.globalAgent.options.ca = cert
  fake = await startFake({ runMs: 50, tls: { key, cert } })
})
test.afterAll(() => fake.stop())

const client = (more: { secretKey?: string } = {}) =>
  new KlingAPI({ accessKey: fake.accessKey, secretKey: fake.secretKey, baseUrl: fake.url, ...more })
const words = {
  model_name: 'kling-v2-6',
  prompt: 'A boat at dusk',
  mode: 'std',
  duration: '5',
  aspect_ratio: '16:9',
} as const
const patience = { interval: 20, timeout: 20_000, showSpinner: false }
const refused = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof KlingAPIError ? error : undefined),
  )

test('a film ordered by the independent client is let in by its token, waited for, and a film', async () => {
  const api = client()
  const name = crypto.randomUUID()
  const { code, data } = await api.textToVideo({ ...words, external_task_id: name })
  expect([code, data.task_status]).toEqual([0, 'submitted'])
  const done = await api.waitForVideoResult(data.task_id, (id) => api.queryTextToVideoTask(id), patience)
  const [film] = done.data.task_result?.videos ?? []
  expect(film?.duration).toMatch(/^\d+\.\d+$/)
  const bytes = await new Promise<Buffer>((resolve, reject) => {
    https
      .get(film?.url ?? '', (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts)))
      })
      .on('error', reject)
  })
  expect(bytes.subarray(4, 8).toString()).toBe('ftyp')
  expect((await refused(api.textToVideo({ ...words, external_task_id: name })))?.code).toBe(1201)
})

test('its picture of a file arrives as bare Base64, and pictures come numbered', async () => {
  const api = client()
  const image = path.join(folder, 'boat.png')
  await writeFile(
    image,
    await sharp({ create: { width: 400, height: 400, channels: 3, background: '#357' } })
      .png()
      .toBuffer(),
  )
  const { data } = await api.imageToVideo({
    model_name: 'kling-v2-6',
    image,
    prompt: 'It sails',
    mode: 'std',
    duration: '5',
  })
  expect((await api.queryImageToVideoTask(data.task_id)).data.task_id).toBe(data.task_id)
  const still = await api.generateImage({ model_name: 'kling-v2-1', prompt: 'A boat', n: 2, aspect_ratio: '1:1' })
  const done = await api.waitForImageResult(still.data.task_id, (id) => api.queryImageGenTask(id), patience)
  expect(done.data.task_result?.images?.map(({ index }) => index)).toEqual([0, 1])
})

test('wrong keys and wrong words are refused with the codes that it expects', async () => {
  expect((await refused(client({ secretKey: 'another' }).textToVideo(words)))?.code).toBe(1000)
  const wrong = await refused(client().textToVideo({ ...words, model_name: 'kling-v2-master' }))
  expect([wrong?.code, wrong?.message]).toEqual([1201, expect.stringContaining('mode')])
})

test('a full account is the code that it calls by that name', async () => {
  fake.fault({ does: 'code', code: 1303, times: 3 })
  expect((await refused(client().textToVideo(words)))?.code).toBe(1303)
  fake.service.faults.clear()
})
