import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import sharp from 'sharp'
import type { Asset } from '../../../lib/media/asset'
import { applyFix } from '../../../lib/media/fix.server'
import { fixes } from '../../../lib/media/fixes'
import { type MediaLimits, misfits } from '../../../lib/media/limits'
import { heic } from '../../heic'
import { film, picture, sound } from '../../media'
import { inParts, openShelf } from './shelf'

let shelf: Awaited<ReturnType<typeof openShelf>>
test.beforeAll(async () => {
  shelf = await openShelf()
})
test.afterAll(() => shelf.close())

const keep = (bytes: Uint8Array, name: string) => shelf.library.keep(inParts(bytes), name)
const frame: MediaLimits = { kind: 'image', side: { min: 300, max: 2048 }, ratio: { min: 0.4, max: 2.5 } }

const asset = (more: Partial<Asset>): Asset => ({
  id: 'x',
  kind: 'image',
  mime: 'image/png',
  bytes: 1000,
  name: 'a.png',
  sha256: '',
  url: '',
  createdAt: '',
  ...more,
})

test('offers nothing for a picture that fits or that is too small', () => {
  expect(fixes(asset({ width: 600, height: 600 }), frame)).toEqual([])
  expect(fixes(asset({ width: 200, height: 600 }), frame)).toEqual([])
  expect(fixes(asset({ width: 600, height: 600 }), { ...frame, kind: 'video' })).toEqual([])
})

test('an offered fix always makes the picture fit', () => {
  const whole = fc.integer({ min: 1, max: 12_000 })
  fc.assert(
    fc.property(whole, whole, (width, height) => {
      for (const { change } of fixes(asset({ width, height }), frame)) {
        const kept = change.crop ?? { x: 0, y: 0, width, height }
        const size = change.scale ?? { width: kept.width, height: kept.height }
        const inside = kept.x + kept.width <= width && kept.y + kept.height <= height
        const smaller = size.width <= kept.width && size.height <= kept.height
        if (!inside || !smaller || misfits(asset(size), frame).length > 0) return false
      }
      return true
    }),
    { numRuns: 2000 },
  )
})

test('says what the button does', () => {
  expect(fixes(asset({ width: 4000, height: 1000 }), frame).map(({ label }) => label)).toEqual([
    'Crop to 2500×1000, scale to 2047×819',
  ])
  const still = { ...frame, formats: ['jpeg', 'png'] as const }
  expect(fixes(asset({ width: 600, height: 600, mime: 'image/avif' }), still)[0]).toEqual({
    label: 'Save as PNG',
    change: { format: 'png' },
  })
  const small = { ...frame, bytes: 500 }
  expect(fixes(asset({ width: 600, height: 600 }), small)[0]?.change).toEqual({ format: 'jpeg' })
  const clip: MediaLimits = { kind: 'video', seconds: { min: 3, max: 10 } }
  const long = asset({ kind: 'video', mime: 'video/mp4', duration: 14 })
  expect(fixes(long, clip)).toEqual([{ label: 'Keep the first 10 s', change: { trim: { from: 0, to: 10 } } }])
  expect(fixes({ ...long, duration: 2 }, clip)).toEqual([])
})

test('crops, scales and converts into a new file; the old one stays as it was', async () => {
  const wide = await keep(await picture(1600, 400, 'webp'), 'wide.webp')
  const [fix] = fixes(wide, { ...frame, side: { min: 300, max: 800 }, formats: ['png'] })
  if (!fix) throw new Error('no fix was offered')
  const made = await applyFix(shelf.library, wide.id, fix.change)
  expect(made.id).not.toBe(wide.id)
  expect(made).toMatchObject({ mime: 'image/png', width: 800, height: 320, name: 'wide cropped 800×320.png' })
  expect(await shelf.library.find(wide.id)).toEqual(wide)
})

test('turns a HEIC into a PNG that everybody reads', async () => {
  const wide = await sharp(await picture(8, 8))
    .withIccProfile('p3')
    .png()
    .toBuffer()
  const profile = (await sharp(wide).metadata()).icc
  const file = await keep(await heic(640, 384, profile), 'phone.heic')
  expect(misfits(file, frame)).toEqual(['phone.heic is HEIC; JPEG or PNG can be used.'])
  const [fix] = fixes(file, frame)
  expect(fix).toEqual({ label: 'Save as PNG', change: { format: 'png' } })
  const made = await applyFix(shelf.library, file.id, { format: 'png' })
  expect(made).toMatchObject({ mime: 'image/png', width: 640, height: 384, name: 'phone.png' })
  expect(misfits(made, frame)).toEqual([])
  expect((await sharp(await shelf.library.path(made.id)).metadata()).icc).toEqual(profile)
})

test('cuts the part that was shown, also of a turned photograph', async () => {
  const half = (colour: string) => sharp({ create: { width: 40, height: 20, channels: 3, background: colour } })
  const upright = await half('#fff')
    .composite([{ input: await half('#000').resize(20, 20).png().toBuffer(), left: 0, top: 0 }])
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 100 })
    .toBuffer()
  const file = await keep(upright, 'turned.jpg')
  expect(file).toMatchObject({ width: 20, height: 40 })
  const made = await applyFix(shelf.library, file.id, { crop: { x: 0, y: 0, width: 20, height: 16 }, format: 'png' })
  const { dominant } = await sharp(await readFile(await shelf.library.path(made.id))).stats()
  expect(dominant.r).toBeLessThan(60)
})

test('refuses a change that cannot be, naming the part', async () => {
  const file = await keep(await picture(400, 300, 'png', 5), 'a.png')
  const seeThrough = await keep(
    await sharp({ create: { width: 30, height: 30, channels: 4, background: '#ff000080' } })
      .png()
      .toBuffer(),
    'glass.png',
  )
  const clip = await keep(await film(1), 'clip.mp4')
  for (const [id, change, path] of [
    [file.id, {}, ''],
    [file.id, { crop: { x: 300, y: 0, width: 101, height: 10 } }, 'crop'],
    [file.id, { scale: { width: 800, height: 600 } }, 'scale'],
    [file.id, { scale: { width: 200, height: 200 } }, 'scale'],
    [file.id, { trim: { from: 0, to: 1 } }, 'trim.to'],
    [seeThrough.id, { format: 'jpeg' }, 'format'],
    [clip.id, { format: 'png' }, ''],
    [clip.id, { trim: { from: 0, to: 9 } }, 'trim.to'],
    [clip.id, { trim: { from: 0.5, to: 0.5 } }, 'trim.from'],
  ] as const)
    await expect(applyFix(shelf.library, id, change)).rejects.toMatchObject({ code: 'invalid', issues: [{ path }] })
})

test('a trimmed film is never longer than asked, and its frames are those of the source', async () => {
  const whole = await keep(await film(5), 'five.mp4')
  const made = await applyFix(shelf.library, whole.id, { trim: { from: 0, to: 3 } })
  expect(made).toMatchObject({ kind: 'video', mime: 'video/mp4', fps: 24, width: 320, name: 'five 0–3 s.mp4' })
  expect(made.duration).toBeLessThanOrEqual(3.001)
  expect(made.duration).toBeGreaterThan(2.8)
})

for (const ending of ['wav', 'mp3', 'm4a'] as const)
  test(`a trimmed ${ending} is never longer than asked`, async () => {
    const whole = await keep(await sound(5, ending), `five.${ending}`)
    const made = await applyFix(shelf.library, whole.id, { trim: { from: 0, to: 3 } })
    expect(made).toMatchObject({ kind: 'audio', mime: whole.mime })
    expect(made.duration).toBeLessThanOrEqual(3.001)
    expect(made.duration).toBeGreaterThan(2.8)
  })
