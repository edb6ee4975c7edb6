import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { picture } from '../../../lib/providers/local/render/picture.mjs'

let folder: string
test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'reelboard-picture-'))
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

const frame = { width: 1280, height: 720 }
const orange = () => sharp({ create: { width: 900, height: 600, channels: 3, background: { r: 200, g: 100, b: 50 } } })
const kinds = {
  'a JPEG': orange().jpeg({ quality: 95 }),
  'a JPEG in CMYK': orange().toColourspace('cmyk').jpeg({ quality: 95 }),
  'a JPEG that is stored lying down': orange().jpeg({ quality: 95 }).withMetadata({ orientation: 3 }),
  'a PNG of 16 bits': orange().toColourspace('rgb16').png(),
  'a PNG with a palette': orange().png({ palette: true }),
  'a PNG with transparency': orange().ensureAlpha(1).png(),
  'a WebP': orange().webp({ quality: 95 }),
}

for (const [what, made] of Object.entries(kinds))
  test(`draws ${what} in its own colours`, async () => {
    const file = path.join(folder, what)
    await made.toFile(file)
    const { list, width, height } = await picture(file, frame)
    expect(width).toBeGreaterThanOrEqual(frame.width)
    expect(height).toBeGreaterThanOrEqual(frame.height)
    const middle = list.map(({ bytes }: { bytes: Uint8Array }) => bytes[bytes.length >> 1] ?? 0)
    // Orange in BT.709, TV range; profiles of printers shift it a little.
    for (const [index, wanted] of [117, 96, 174].entries())
      expect(Math.abs((middle[index] ?? 0) - wanted)).toBeLessThan(what.includes('CMYK') ? 25 : 4)
  })

test('draws a grey picture grey', async () => {
  const file = path.join(folder, 'grey.png')
  await orange().greyscale().toColourspace('b-w').png().toFile(file)
  const { list } = await picture(file, frame)
  expect([...(list[1]?.bytes.subarray(0, 9) ?? [])]).toEqual(Array(9).fill(128))
})

test('refuses a drawing that calls itself a picture', async () => {
  const file = path.join(folder, 'drawing.png')
  await writeFile(file, '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600"/>')
  await expect(picture(file, frame)).rejects.toThrow('svg cannot be drawn')
})
