import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { request as ask } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import type { Asset } from '../../lib/media/asset'
import { heic } from '../heic'
import { film, picture } from '../media'
import { type Running, startStudio } from '../studio'

let studio: Running
test.beforeAll(async () => {
  studio = await startStudio()
})
test.afterAll(() => studio.stop())

const put = (bytes: BodyInit, name = 'a.png') =>
  fetch(`${studio.url}/api/media?name=${encodeURIComponent(name)}`, { method: 'PUT', body: bytes })

async function kept(bytes: Buffer, name?: string): Promise<Asset> {
  const answer = await put(new Uint8Array(bytes), name)
  expect(answer.status).toBe(201)
  return answer.json()
}

const onDisk = async () =>
  (await readdir(path.join(studio.folder, 'media'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(path.join(studio.folder, 'media'), path.join(entry.parentPath, entry.name)))
    .sort()

test('an upload comes back as it was sent, with everything measured', async () => {
  const bytes = await picture(1500, 1000, 'jpeg')
  const file = await kept(bytes, 'sea.jpg')
  expect(file).toMatchObject({ kind: 'image', mime: 'image/jpeg', bytes: bytes.length, name: 'sea.jpg', width: 1500 })
  expect(file.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  const answer = await fetch(`${studio.url}${file.url}`)
  expect(Buffer.compare(Buffer.from(await answer.arrayBuffer()), bytes)).toBe(0)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': 'inline',
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    etag: `"${file.sha256}"`,
  })
  expect(answer.headers.get('cache-control')).toContain('immutable')
  expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  expect(await kept(bytes, 'again.jpg')).toEqual(file)
})

test('a part, a tail, a part that is not there, and what the browser has already', async () => {
  const bytes = await film(2)
  const { url, sha256 } = await kept(bytes, 'clip.mp4')
  const get = (headers: Record<string, string>, method = 'GET') => fetch(`${studio.url}${url}`, { method, headers })
  const part = await get({ range: 'bytes=100-299' })
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 100-299/${bytes.length}`])
  expect(Buffer.compare(Buffer.from(await part.arrayBuffer()), bytes.subarray(100, 300))).toBe(0)
  const tail = await get({ range: 'bytes=-50' })
  expect(Buffer.compare(Buffer.from(await tail.arrayBuffer()), bytes.subarray(-50))).toBe(0)
  const beyond = await get({ range: `bytes=${bytes.length}-` })
  expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${bytes.length}`])
  expect([beyond.headers.get('content-type'), (await beyond.json()).code]).toEqual([
    'application/problem+json',
    'out-of-range',
  ])
  expect((await get({ 'if-none-match': `"${sha256}"` })).status).toBe(304)
  expect((await get({ range: 'bytes=0-9', 'if-range': '"other"' })).status).toBe(200)
  expect((await get({ range: 'bytes=0-9', 'if-range': `"${sha256}"` })).status).toBe(206)
  const head = await get({}, 'HEAD')
  expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([200, 'video/mp4', ''])
})

test('a download has the asked name, in every script, and the true ending', async () => {
  const { url } = await kept(await picture(20, 20, 'webp'), 'photo.png')
  const named = async (query: string) =>
    (await fetch(`${studio.url}${url}?${query}`)).headers.get('content-disposition')
  expect(await named('download')).toBe(`attachment; filename="photo.webp"; filename*=UTF-8''photo.webp`)
  expect(await named(`download=${encodeURIComponent('море 1')}`)).toBe(
    `attachment; filename="____ 1.webp"; filename*=UTF-8''%D0%BC%D0%BE%D1%80%D0%B5%201.webp`,
  )
})

test('a picture has a poster at once, a film when a browser has drawn it', async () => {
  const still = await kept(await picture(1200, 900, 'png', 3), 'still.png')
  const poster = await fetch(`${studio.url}${still.posterUrl}`)
  expect(poster.headers.get('content-type')).toBe('image/webp')
  expect(await sharp(Buffer.from(await poster.arrayBuffer())).metadata()).toMatchObject({ format: 'webp', width: 800 })
  const clip = await kept(await film(1), 'film.mp4')
  const address = `${studio.url}/api/media/${clip.id}/poster`
  expect((await fetch(address)).status).toBe(404)
  expect((await fetch(address, { method: 'PUT', body: 'no picture' })).status).toBe(422)
  expect((await fetch(address, { method: 'PUT', body: new Uint8Array(5 * 1024 * 1024) })).status).toBe(413)
  const drawn = await fetch(address, { method: 'PUT', body: new Uint8Array(await picture(320, 180, 'webp')) })
  expect(((await drawn.json()) as Asset).posterUrl).toBe(`/api/media/${clip.id}/poster`)
  expect((await fetch(address)).status).toBe(200)
})

test('refuses what is empty, cut off, mislabelled or no file at all, as a problem document, and keeps nothing of it', async () => {
  const before = await onDisk()
  const jpeg = await picture(300, 200, 'jpeg', 9)
  const clip = await film(2, { fps: 12 })
  for (const [bytes, name, status, code] of [
    [new Uint8Array(), 'empty.png', 422, 'broken'],
    [jpeg.subarray(0, jpeg.length / 2), 'cut.jpg', 422, 'broken'],
    [clip.subarray(0, clip.length / 2), 'cut.mp4', 422, 'broken'],
    [Buffer.from('plain words'), 'words.png', 415, 'unknown-kind'],
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'logo.png', 415, 'unknown-kind'],
  ] as const) {
    const answer = await put(new Uint8Array(bytes), name)
    expect([name, answer.status, answer.headers.get('content-type')]).toEqual([
      name,
      status,
      'application/problem+json',
    ])
    expect(await answer.json()).toMatchObject({ code, status })
  }
  expect(await onDisk()).toEqual(before)
})

test('refuses a file that announces too many bytes before they are sent', async () => {
  const status = await new Promise<number | undefined>((answered, failed) => {
    const request = ask(`${studio.url}/api/media?name=vast.mp4`, {
      method: 'PUT',
      headers: { 'content-length': 3 * 1024 ** 3 },
    })
    request.on('error', failed)
    request.on('response', ({ statusCode }) => {
      answered(statusCode)
      request.removeAllListeners('error').on('error', () => undefined)
      request.destroy()
    })
    request.write('x')
  })
  expect(status).toBe(413)
})

test('an upload that is broken off leaves nothing behind', async () => {
  const before = await onDisk()
  const bytes = await picture(900, 900, 'png', 13)
  const request = ask(`${studio.url}/api/media?name=half.png`, {
    method: 'PUT',
    headers: { 'content-length': bytes.length },
  })
  request.on('error', () => undefined)
  request.write(bytes.subarray(0, bytes.length / 2))
  await expect.poll(async () => (await onDisk()).some((name) => name.startsWith('incoming'))).toBe(true)
  request.destroy()
  await expect.poll(onDisk).toEqual(before)
})

test('a power cut in the middle of an upload leaves nothing after the next start', async () => {
  test.setTimeout(180_000)
  const folder = await mkdtemp(path.join(tmpdir(), 'reelboard-cut-'))
  try {
    const first = await startStudio({ folder })
    const request = ask(`${first.url}/api/media?name=half.png`, {
      method: 'PUT',
      headers: { 'content-length': 9_000_000 },
    })
    request.on('error', () => undefined)
    request.write(Buffer.alloc(2_000_000, 1))
    const media = path.join(folder, 'media')
    const parts = async () => (await readdir(media, { recursive: true })).filter((name) => name.endsWith('.part'))
    await expect.poll(parts).toHaveLength(1)
    await first.kill()
    expect(await parts()).toHaveLength(1)
    const second = await startStudio({ folder })
    expect(await parts()).toEqual([])
    await second.stop()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('reads a HEIC and saves it as PNG on request', async () => {
  const file = await kept(await heic(320, 192), 'phone.heic')
  expect(file).toMatchObject({ mime: 'image/heic', width: 320, height: 192 })
  const answer = await fetch(`${studio.url}/api/media/${file.id}/fix`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ format: 'png' }),
  })
  expect(await answer.json()).toMatchObject({ mime: 'image/png', width: 320, height: 192, name: 'phone.png' })
})

test('never fetches from inside the house', async () => {
  const { port } = new URL(studio.url)
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '0.0.0.0', '169.254.169.254', '2130706433']) {
    const answer = await fetch(`${studio.url}/api/media`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ url: `http://${host}:${port}/api/health` }),
    })
    expect([host, answer.status]).toEqual([host, 403])
  }
})

test('a fix makes a new file; the list shows both, newest first', async () => {
  const wide = await kept(await picture(900, 300, 'png', 17), 'wide.png')
  const answer = await fetch(`${studio.url}/api/media/${wide.id}/fix`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ crop: { x: 75, y: 0, width: 750, height: 300 }, scale: { width: 500, height: 200 } }),
  })
  expect(answer.status).toBe(201)
  const made: Asset = await answer.json()
  expect(made).toMatchObject({ width: 500, height: 200, mime: 'image/png' })
  const list = await fetch(`${studio.url}/api/media?kind=image&limit=1`).then((said) => said.json())
  expect(list.items.map(({ id }: Asset) => id)).toEqual([made.id])
  const next = await fetch(`${studio.url}/api/media?kind=image&limit=1&cursor=${list.nextCursor}`)
  expect((await next.json()).items.map(({ id }: Asset) => id)).toEqual([wide.id])
})

test('a file that nobody kept is not found', async () => {
  for (const path of ['none', 'none/poster', '..%2F..%2Fetc%2Fpasswd', '%2e%2e'])
    expect([path, (await fetch(`${studio.url}/api/media/${path}`)).status]).toEqual([path, 404])
})

const resident = async () => {
  const status = await readFile(`/proc/${studio.process.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
}

test('300 MB go in and out with flat memory', async () => {
  test.skip(process.platform !== 'linux', 'memory is read from /proc')
  const [head, padding] = [await film(1, { width: 640, height: 360 }), 300 * 1024 * 1024]
  const box = Buffer.alloc(8)
  box.writeUInt32BE(padding + 8, 0)
  box.write('free', 4)
  const part = Buffer.alloc(1024 * 1024, 7)
  function* bytes() {
    yield head
    yield box
    for (let sent = 0; sent < padding; sent += part.length) yield part
  }
  await kept(await picture(64, 64, 'png', 19))
  const before = await resident()
  let peak = 0
  const watch = setInterval(() => void resident().then((now) => (peak = Math.max(peak, now))), 50)
  const said = await new Promise<string>((answered, failed) => {
    const request = ask(`${studio.url}/api/media?name=long.mp4`, {
      method: 'PUT',
      headers: { 'content-length': head.length + box.length + padding },
    })
    request.on('response', (response) => response.toArray().then((parts) => answered(Buffer.concat(parts).toString())))
    pipeline(Readable.from(bytes()), request).catch(failed)
  })
  const file: Asset = JSON.parse(said)
  expect(file).toMatchObject({ kind: 'video', duration: 1, width: 640, bytes: head.length + box.length + padding })
  let came = 0
  for await (const chunk of (await fetch(`${studio.url}${file.url}`)).body ?? []) came += chunk.length
  clearInterval(watch)
  expect(came).toBe(file.bytes)
  // Held whole, it would be 300 and more.
  expect(peak - before).toBeLessThan(200)
})
