// `node lib/launch/draw-samples.mjs`: draws the pictures of the sample board anew into public/samples.
import { mkdir } from 'node:fs/promises'
import sharp from 'sharp'
import { adrift } from './sample/boat.mjs'
import { lens } from './sample/lens.mjs'
import { lighthouse } from './sample/lighthouse.mjs'
import { paint } from './sample/paint.mjs'
import { stair } from './sample/stair.mjs'
import { at } from './tool.mjs'

const size = { width: 1600, height: 900 }
const only = process.argv.slice(2)

await mkdir(at('public/samples'), { recursive: true })
for (const [name, colour] of Object.entries({ lighthouse, stair, lens, adrift })) {
  if (only.length && !only.includes(name)) continue
  // Twice as large and scaled down: soft edges.
  const { bytes, width, height } = paint(size.width * 2, size.height * 2, colour)
  const picture = sharp(bytes, { raw: { width, height, channels: 3 } }).resize(size)
  const { size: count } = await picture.jpeg({ quality: 84, mozjpeg: true }).toFile(at(`public/samples/${name}.jpg`))
  process.stdout.write(`${name}.jpg ${Math.round(count / 1000)} kB\n`)
}
