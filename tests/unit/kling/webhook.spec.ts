// The address that Kling calls: a wrong signature is refused and changes nothing; a right one only makes us look.
import { rm } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { contract } from '../../../lib/api/contract'
import { type Handler, handle } from '../../../lib/api/handler.server'
import { readShared } from '../../../lib/api/media.server'
import { hintTask } from '../../../lib/api/webhook.server'
import { closeStudio, studio } from '../../../lib/runtime.server'
import { sign } from '../../fakes/kling/call'
import { type Fake, startFake } from '../../fakes/kling/server'
import { freshFolder } from '../../folder'
import { picture } from '../../media'
import { looks, withKey, words } from './desk'

const secret = 'whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI='
const given: Record<string, string | undefined> = {}
let fake: Fake
let folder: string
let call: Handler
test.beforeAll(async () => {
  fake = await startFake({ runMs: 'held' })
  folder = await freshFolder()
  const env = { DATA_DIR: folder, PUBLIC_URL: 'http://127.0.0.1:9', KLING_WEBHOOK_SECRET: secret, ...withKey(fake) }
  for (const [key, value] of Object.entries(env)) {
    given[key] = process.env[key]
    process.env[key] = value
  }
  call = handle(contract.hintTask, hintTask)
})
test.afterAll(async () => {
  await closeStudio()
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined) delete process.env[key]
    else process.env[key] = value
  }
  await rm(folder, { recursive: true, force: true })
  await fake.stop()
})

test('only what is signed is heard, and then Kling is asked', async () => {
  const { tasks } = await studio()
  const { task } = await tasks.add({ provider: 'kling', model: 'kling-v3', workflow: 'text-to-video', input: words })
  await expect.poll(async () => (await tasks.get(task.id)).status).toBe('running')
  const url = String(sentTo(task.id))
  const body = JSON.stringify({
    task_id: '1',
    task_status: 'succeed',
    task_result: { videos: [{ url: 'http://evil' }] },
  })
  const post = (headers: Record<string, string>, to = url) => {
    const request = new Request(to, { method: 'POST', headers: { host: '127.0.0.1:9', ...headers }, body })
    const [, , , provider = '', taskId = ''] = new URL(to).pathname.split('/')
    return call(request, { params: Promise.resolve({ provider, taskId }) })
  }
  // Once called, it is looked at seldom of itself: what comes after that comes of a call.
  const first = looks(fake).length
  expect((await post(sign(secret, '1', body))).status).toBe(200)
  await expect.poll(() => looks(fake).length).toBeGreaterThan(first)
  expect((await tasks.get(task.id)).status).toBe('running')
  const before = looks(fake).length
  const unsigned = await post({})
  expect([unsigned.status, (await unsigned.json()).detail]).toEqual([403, expect.stringContaining('not signed')])
  expect((await post(sign('whsec_b3RoZXI=', '1', body))).status).toBe(403)
  expect((await post(sign(secret, '1', body, Math.floor(Date.now() / 1000) - 301))).status).toBe(403)
  // By another provider's door nothing of Kling's is heard, signed or not.
  expect((await post({}, url.replace('/kling/', '/runware/'))).status).toBe(404)
  expect((await tasks.get(task.id)).status).toBe('running')
  expect(looks(fake).length).toBe(before)
})

test('a file of ours is given out at its signed address, and at no other', async () => {
  const { library, links } = await studio()
  const asset = await library.keep([await picture(400, 400)], 'boat.png')
  const address = new URL((await links.address(asset.id)) ?? '')
  const read = (url: URL) => {
    const [, , , id = '', name = ''] = url.pathname.split('/')
    const request = new Request(url, { headers: { host: '127.0.0.1:9' } })
    return handle(contract.readShared, readShared)(request, { params: Promise.resolve({ id, name }) })
  }
  const fine = await read(address)
  expect([fine.status, fine.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect((await fine.arrayBuffer()).byteLength).toBe(asset.bytes)
  const forged = new URL(address)
  forged.searchParams.set('sign', 'forged')
  expect((await read(forged)).status).toBe(403)
})

const sentTo = (name: string) => fake.exchanges.find(({ body }) => body.external_task_id === name)?.body.callback_url
