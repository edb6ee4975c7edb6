// An uploaded picture → planes that the camera can travel over; and a drawn frame → a WebP.
import sharp from 'sharp'
import { spare } from './camera.mjs'
import { fromRgb, planes } from './plane.mjs'

/** Beyond this difference of shape most of a picture would be lost at the edges: it is shown whole, before its own glow. */
const tooOdd = 1.5
const drawable = new Set(['jpeg', 'png', 'webp', 'gif', 'heif', 'tiff'])
/** Pixels; the library keeps none larger. */
const posterEdge = 960
const multiple = (value, of) => Math.ceil(value / of) * of

/** Reads, turns upright and scales once. Throws when it cannot be read to its end. */
export async function picture(file, frame) {
  const source = sharp(file, { limitInputPixels: 120_000_000, failOn: 'error' }).rotate().toColourspace('srgb')
  const { autoOrient, format } = await source.metadata()
  if (!drawable.has(format)) throw new Error(`A picture in ${format} cannot be drawn; use JPEG, PNG or WebP.`)
  const ratio = autoOrient.width / autoOrient.height / (frame.width / frame.height)
  const width = multiple(frame.width * spare, 8)
  const height = multiple(frame.height * spare, 2)
  if (ratio > tooOdd || ratio < 1 / tooOdd) return wrap(await whole(source, width, height), width, height)
  const size =
    ratio > 1 ? { width: multiple(width * ratio, 8), height } : { width, height: multiple(height / ratio, 2) }
  const rgb = await source
    .clone()
    .flatten({ background: '#000' })
    .resize({ ...size, fit: 'fill' })
    .raw()
    .toBuffer()
  return wrap(rgb, size.width, size.height)
}

const wrap = (rgb, width, height) => fromRgb(rgb, width, height, rgb.length / (width * height))

async function whole(source, width, height) {
  const front = await source.clone().resize({ width, height, fit: 'inside' }).png({ compressionLevel: 0 }).toBuffer()
  const glow = await source
    .clone()
    .flatten({ background: '#000' })
    .resize({ width: width >> 3, height: height >> 3, fit: 'cover' })
    .blur(12)
    .modulate({ brightness: 0.4, saturation: 0.8 })
    .png()
    .toBuffer()
  return sharp(glow)
    .resize({ width, height, fit: 'fill', kernel: 'cubic' })
    .composite([{ input: front, gravity: 'centre' }])
    .removeAlpha()
    .raw()
    .toBuffer()
}

/** One frame as WebP, colours as a player shows them. */
export async function still({ width, height }, draw) {
  const made = planes(width, height)
  draw(made.all)
  const [y, u, v] = made.list.map((plane) => plane.bytes)
  const rgb = new Uint8ClampedArray(width * height * 3)
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const at = row * width + column
      const colour = ((row >> 1) * width) / 2 + (column >> 1)
      const bright = (y[at] - 16) * 1.16438
      const [blue, red] = [u[colour] - 128, v[colour] - 128]
      rgb[at * 3] = bright + 1.79274 * red
      rgb[at * 3 + 1] = bright - 0.21325 * blue - 0.53291 * red
      rgb[at * 3 + 2] = bright + 2.1124 * blue
    }
  const whole = sharp(rgb, { raw: { width, height, channels: 3 } })
  const small = whole.resize(posterEdge, posterEdge, { fit: 'inside', withoutEnlargement: true })
  return small.webp({ quality: 88 }).toBuffer()
}
