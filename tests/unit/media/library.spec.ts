import { mkdir, readdir, readFile, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { StudioError } from '../../../lib/errors'
import { readFilm } from '../../../lib/media/film.server'
import { heic } from '../../heic'
import { blank, film, picture, sound } from '../../media'
import { inParts, openShelf } from './shelf'

let shelf: Awaited<ReturnType<typeof openShelf>>
test.beforeAll(async () => {
  shelf = await openShelf()
})
test.afterAll(() => shelf.close())

const keep = (bytes: Uint8Array, name: string) => shelf.library.keep(inParts(bytes), name)

/** The refusal, and the proof that it left neither file nor row. */
async function refused(work: () => Promise<unknown>): Promise<StudioError> {
  const before = [await shelf.onDisk(), await shelf.library.usage()]
  const error = await work().then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect([await shelf.onDisk(), await shelf.library.usage()]).toEqual(before)
  expect(error).toBeInstanceOf(StudioError)
  return error as StudioError
}

test('measures a picture and draws its poster', async () => {
  const file = await keep(await picture(640, 400, 'jpeg'), 'sea.jpg')
  expect(file).toMatchObject({ kind: 'image', mime: 'image/jpeg', width: 640, height: 400, name: 'sea.jpg' })
  expect(file.posterUrl).toBe(`/api/media/${file.id}/poster`)
  const poster = Buffer.from(await new Response(await shelf.library.poster(file.id)).arrayBuffer())
  expect(await sharp(poster).metadata()).toMatchObject({ format: 'webp', width: 640, height: 400 })
})

test('measures a turned photograph as it is seen', async () => {
  const turned = await sharp(await picture(90, 60, 'jpeg'))
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  expect(await keep(turned, 'turned.jpg')).toMatchObject({ width: 60, height: 90 })
})

for (const format of ['png', 'jpeg', 'webp', 'avif', 'gif'] as const)
  test(`keeps a ${format} under its true kind whatever it is called`, async () => {
    const file = await keep(await picture(64, 48, format, 7), 'notes.txt')
    expect(file).toMatchObject({ kind: 'image', mime: `image/${format}`, width: 64, height: 48 })
  })

test('measures a film: pixels, seconds, frames per second, codecs', async () => {
  const file = await keep(await film(2, { fps: 30 }), 'clip.mp4')
  expect(file).toMatchObject({ kind: 'video', mime: 'video/mp4', width: 320, height: 180, duration: 2, fps: 30 })
  expect(file.codec).toMatch(/^avc1\.\w{6}, mp4a\.40\.2$/)
  expect(file.posterUrl).toBeUndefined()
})

test('keeps MOV and MKV as what they are', async () => {
  expect(await keep(await film(1, { ending: 'mov' }), 'a.mp4')).toMatchObject({ mime: 'video/quicktime', duration: 1 })
  expect(await keep(await film(1, { ending: 'mkv' }), 'a.mp4')).toMatchObject({ mime: 'video/x-matroska', fps: 24 })
})

for (const [ending, mime] of [
  ['mp3', 'audio/mpeg'],
  ['wav', 'audio/wav'],
  ['m4a', 'audio/mp4'],
  ['flac', 'audio/flac'],
] as const)
  test(`measures a sound in ${ending}`, async () => {
    const file = await keep(await sound(2, ending), `voice.${ending}`)
    expect(file).toMatchObject({ kind: 'audio', mime })
    expect(Math.abs((file.duration ?? 0) - 2)).toBeLessThan(0.1)
    expect(file.width).toBeUndefined()
  })

test('refuses an empty file', async () => {
  expect((await refused(() => keep(new Uint8Array(), 'empty.png'))).code).toBe('broken')
})

for (const format of ['png', 'jpeg', 'webp', 'avif', 'gif'] as const)
  test(`refuses a ${format} that was cut off`, async () => {
    const whole = await picture(300, 200, format, 3)
    const error = await refused(() => keep(whole.subarray(0, Math.floor(whole.length * 0.7)), `cut.${format}`))
    expect(error.code).toBe('broken')
  })

for (const faststart of [true, false])
  test(`refuses an MP4 that was cut off, its index ${faststart ? 'first' : 'last'}`, async () => {
    const whole = await film(2, { faststart })
    const error = await refused(() => keep(whole.subarray(0, Math.floor(whole.length * 0.6)), 'cut.mp4'))
    expect(error.code).toBe('broken')
  })

for (const ending of ['mp3', 'flac', 'm4a'] as const)
  test(`refuses a sound in ${ending} that was cut off`, async () => {
    const whole = await sound(4, ending)
    expect((await refused(() => keep(whole.subarray(0, whole.length / 2), `cut.${ending}`))).code).toBe('broken')
  })

test('refuses an SVG called .png', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><rect/></svg>')
  expect((await refused(() => keep(svg, 'logo.png'))).code).toBe('unknown-kind')
})

test('refuses a text called .png, .mp4 or .mp3', async () => {
  const text = Buffer.from('The quick brown fox jumps over the lazy dog. '.repeat(400))
  for (const name of ['a.png', 'a.mp4', 'a.mp3'])
    expect((await refused(() => keep(text, name))).code).toBe('unknown-kind')
})

test('refuses a playlist, which would name further files', async () => {
  const list = Buffer.from('#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n')
  expect((await refused(() => keep(list, 'a.m3u8'))).code).toBe('unknown-kind')
})

test('reads HEIC, as phones make it, and draws its poster; refuses one that was cut off', async () => {
  const bytes = await heic(320, 192)
  const file = await keep(bytes, 'phone.heic')
  expect(file).toMatchObject({ kind: 'image', mime: 'image/heic', width: 320, height: 192 })
  const poster = Buffer.from(await new Response(await shelf.library.poster(file.id)).arrayBuffer())
  const { channels } = await sharp(poster).stats()
  expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(40)
  expect((await refused(() => keep(bytes.subarray(0, bytes.length - 900), 'cut.heic'))).code).toBe('broken')
})

test('refuses a picture that would unfold to 400 million pixels', async () => {
  const bomb = blank(20_000, 20_000)
  expect(bomb.length).toBeLessThan(1_000_000)
  const error = await refused(() => keep(bomb, 'bomb.png'))
  expect(error.code).toBe('broken')
  expect(error.message).toContain('268 million pixels')
})

test('refuses what is larger than allowed before it has all arrived', async () => {
  let sent = 0
  async function* endless() {
    for (;;) {
      sent += 1024 * 1024
      yield new Uint8Array(1024 * 1024)
    }
  }
  const error = await refused(() => shelf.library.keep(endless(), 'a.mp4', { maxBytes: 5 * 1024 * 1024 }))
  expect(error.code).toBe('too-large')
  expect(sent).toBeLessThan(8 * 1024 * 1024)
})

test('refuses a transfer that breaks off, and one that ends short of what was announced', async () => {
  const whole = await picture(200, 200, 'jpeg', 11)
  async function* breaking() {
    yield whole.subarray(0, 1000)
    throw new Error('socket hang up')
  }
  expect((await refused(() => shelf.library.keep(breaking(), 'a.jpg'))).code).toBe('broken')
  const short = () => shelf.library.keep(inParts(whole), 'a.jpg', { expected: whole.length + 1 })
  expect((await refused(short)).code).toBe('broken')
})

test('keeps the same bytes once, under one id, also when they arrive at the same moment', async () => {
  const bytes = await picture(120, 90, 'png', 21)
  const first = await keep(bytes, 'one.png')
  expect(await keep(bytes, 'two.png')).toEqual(first)
  const other = await picture(121, 90, 'png', 22)
  const together = await Promise.all(['a', 'b', 'c', 'd'].map((name) => keep(other, `${name}.png`)))
  expect(new Set(together.map(({ id }) => id)).size).toBe(1)
  const disk = await shelf.onDisk()
  expect(disk.filter((name) => name.startsWith('files/'))).toHaveLength(
    (await shelf.library.usage()).reduce((sum, { files }) => sum + files, 0),
  )
  expect(disk.filter((name) => name.startsWith('incoming/'))).toEqual([])
})

test('gives back the very bytes, whole and by part', async () => {
  const bytes = await film(1, { sound: false })
  const file = await keep(bytes, 'exact.mp4')
  expect(Buffer.compare(await readFile(await shelf.library.path(file.id)), bytes)).toBe(0)
  const part = await new Response(await shelf.library.read(file.id, { start: 10, end: 99 })).arrayBuffer()
  expect(Buffer.compare(Buffer.from(part), bytes.subarray(10, 100))).toBe(0)
})

test('takes a poster for a film once, drawn anew, and none for a picture', async () => {
  const clip = await keep(await film(1, { fps: 12 }), 'poster.mp4')
  const drawn = await shelf.library.keepPoster(clip.id, await picture(1600, 900, 'jpeg'))
  expect(drawn.posterUrl).toBeDefined()
  const poster = Buffer.from(await new Response(await shelf.library.poster(clip.id)).arrayBuffer())
  expect(await sharp(poster).metadata()).toMatchObject({ format: 'webp', width: 800, height: 450 })
  const still = await keep(await picture(50, 50, 'png', 31), 'still.png')
  const before = await new Response(await shelf.library.poster(still.id)).arrayBuffer()
  await shelf.library.keepPoster(still.id, await picture(10, 10))
  expect(await new Response(await shelf.library.poster(still.id)).arrayBuffer()).toEqual(before)
})

test('takes the poster that comes with a film of our own', async () => {
  const file = await shelf.library.keep(inParts(await film(1, { fps: 10 })), 'ours.mp4', {
    poster: await picture(320, 180),
  })
  expect(file.posterUrl).toBeDefined()
})

test('removes a file only when nothing uses it, with its poster', async () => {
  const file = await keep(await picture(70, 70, 'png', 41), 'gone.png')
  const error = await refused(() => shelf.library.remove(file.id, async () => true))
  expect(error.code).toBe('conflict')
  await shelf.library.remove(file.id, async () => false)
  expect(await shelf.library.find(file.id)).toBeUndefined()
  expect((await shelf.onDisk()).filter((name) => name.includes(file.id))).toEqual([])
})

test('lists newest first, page by page, by kind and by name', async () => {
  await keep(await film(2, { fps: 30 }), 'clip.mp4')
  for (const seed of [71, 72, 73, 74]) await keep(await picture(30, 30, 'png', seed), `page ${seed}.png`)
  const seen: string[] = []
  let cursor: string | null | undefined
  do {
    const page = await shelf.library.list({ limit: 3, ...(cursor ? { cursor } : {}) })
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  } while (cursor)
  const all = await shelf.library.list({ limit: 200 })
  expect(seen).toEqual(all.items.map(({ id }) => id))
  expect(new Set(seen).size).toBe(seen.length)
  const films = await shelf.library.list({ kinds: ['video'], q: 'CLIP' })
  expect(films.items.map(({ name }) => name)).toEqual(['clip.mp4'])
  expect((await shelf.library.list({ q: '%' })).items).toEqual([])
  const id = crypto.randomUUID()
  const odd = [
    'nonsense',
    ...[`2020 ${id}`, `1 ( ${id}`, `Fri Nov 20 2026 ${id}`, '2026-11-20 12:00:00+00 x'].map(btoa),
  ]
  for (const cursor of odd) await expect(shelf.library.list({ cursor })).rejects.toMatchObject({ code: 'invalid' })
})

test('cleans up after an interruption: half a file, and bytes whose row was never written', async () => {
  const media = path.join(shelf.folder, 'media')
  const whole = await keep(await picture(31, 31, 'png', 81), 'whole.png')
  const before = await shelf.onDisk()
  const dead = path.join(media, 'incoming', '999999999')
  await mkdir(dead)
  await writeFile(path.join(dead, 'half.part'), 'half')
  await writeFile(path.join(media, 'files', 'orphan.png'), 'orphan')
  await writeFile(path.join(dead, 'orphan.claim'), JSON.stringify(['files/orphan.png']))
  await writeFile(path.join(dead, 'cut.claim'), '["files/')
  const [own] = (await readdir(path.join(media, 'files'))).filter((name) => name.startsWith(whole.id))
  await writeFile(path.join(dead, `${whole.id}.claim`), JSON.stringify([`files/${own}`]))
  await shelf.open()
  expect(await shelf.onDisk()).toEqual(before)
})

test('bytes that were deleted by hand come back with the same file', async () => {
  const bytes = await picture(33, 44, 'png', 51)
  const file = await keep(bytes, 'back.png')
  await unlink(await shelf.library.path(file.id))
  await expect(shelf.library.read(file.id)).rejects.toMatchObject({ code: 'not-found' })
  expect((await keep(bytes, 'back.png')).id).toBe(file.id)
  expect((await readFile(await shelf.library.path(file.id))).length).toBe(bytes.length)
})

test('a name is only a name: folders and control characters are cut out of it', async () => {
  const file = await keep(await picture(20, 20, 'png', 61), '../../etc/\u202Epass\u0000wd.png')
  expect(file.name).toBe('passwd.png')
})

test('a file of a few bytes is of no kind', async () => {
  for (const bytes of ['x', 'plain words', 'RIFF', '\u0000\u0000'])
    expect((await refused(() => keep(Buffer.from(bytes), 'a.wav'))).code).toBe('unknown-kind')
})

test('a film whose index was made to keep a reader busy for ever does not stop the studio', async () => {
  const whole = await film(2)
  const chunks = whole.lastIndexOf('stsc')
  // Samples per chunk, of the first entry: four thousand million.
  whole.writeUInt32BE(0xeaeaeaea, chunks + 16)
  const file = path.join(shelf.folder, 'endless.mp4')
  await writeFile(file, whole)
  let beats = 0
  const heart = setInterval(() => beats++, 20)
  const reading = readFilm(file, 2000)
  await expect(reading).rejects.toMatchObject({ code: 'broken' })
  clearInterval(heart)
  // A reader in its way would have let none pass.
  expect(beats).toBeGreaterThan(1)
})
