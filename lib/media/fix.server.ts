// Does what a person asked to be done with a file, and keeps the outcome as a new one beside it.
import sharp, { type Sharp } from 'sharp'
import { type Issue, StudioError } from '../errors'
import type { Asset } from './asset'
import type { Change } from './fixes'
import { formatOf, formats, stemOf } from './format'
import { frameOf } from './frame.server'
import { asPng } from './heic.server'
import type { Library } from './library.server'
import { mostPixels } from './still.server'
import { trim } from './trim.server'

const wrong = (path: string, message: string) =>
  new StudioError('invalid', message, [{ path, message } satisfies Issue])

/** Throws StudioError('not-found' | 'invalid' | 'unknown-kind'); the path names the part of the change that cannot be. */
export async function applyFix(library: Library, id: string, change: Change): Promise<Asset> {
  const file = await library.need(id)
  const steps = Object.values(change).filter((step) => step !== undefined).length
  if (steps === 0) throw wrong('', 'Say what to change: crop, scale, format, trim or frame.')
  if (change.frame) {
    if (steps > 1) throw wrong('frame', 'A frame stands alone.')
    return frameOf(library, file, change.frame)
  }
  if (change.trim) {
    if (steps > 1) throw wrong('trim', 'A trim stands alone.')
    return trim(library, file, change.trim)
  }
  if (file.kind !== 'image') throw wrong('', `${file.name} is no picture; only its length can be changed.`)
  return redraw(library, file, change)
}

async function redraw(library: Library, file: Asset, { crop, scale, format }: Change): Promise<Asset> {
  const size = { width: file.width ?? 0, height: file.height ?? 0 }
  const kept = crop ?? { x: 0, y: 0, ...size }
  if (kept.x + kept.width > size.width || kept.y + kept.height > size.height)
    throw wrong('crop', `The part lies outside the picture, which has ${size.width}×${size.height} pixels.`)
  if (scale) checkScale(kept, scale)
  const target = format ?? kindToKeep(file)
  const draw = (path: string) => redrawn(path, file, { crop, scale }, target)
  const path = await library.path(file.id)
  const bytes = await (formatOf(file.mime) === 'heic' ? asPng(path, mostPixels, draw) : draw(path))
  const said = [crop ? 'cropped' : '', scale ? `${scale.width}×${scale.height}` : ''].filter(Boolean).join(' ')
  return library.keep([bytes], renamed(file.name, said, formats[target].extension))
}

async function redrawn(path: string, file: Asset, { crop, scale }: Change, target: Target): Promise<Buffer> {
  const source = () => sharp(path, { limitInputPixels: mostPixels, failOn: 'error' })
  if (target === 'jpeg' && !(await source().stats()).isOpaque)
    throw wrong('format', `${file.name} has see-through parts, which JPEG cannot hold; choose PNG.`)
  const picture = source().autoOrient().keepIccProfile()
  if (crop) picture.extract({ left: crop.x, top: crop.y, width: crop.width, height: crop.height })
  if (scale) picture.resize({ ...scale, fit: 'fill', kernel: 'lanczos3' })
  return encode(picture, target)
}

function checkScale(from: { width: number; height: number }, to: { width: number; height: number }): void {
  if (to.width > from.width || to.height > from.height)
    throw wrong('scale', `A picture is only made smaller; it has ${from.width}×${from.height} pixels.`)
  const stretch = to.width / to.height / (from.width / from.height)
  const pixel = 1.5 / Math.min(to.width, to.height)
  if (Math.abs(stretch - 1) > pixel) throw wrong('scale', 'That would stretch the picture; crop it to the shape first.')
}

type Target = 'png' | 'jpeg' | 'webp' | 'avif'
function kindToKeep(file: Asset): Target {
  const own = formatOf(file.mime)
  return own === 'jpeg' || own === 'webp' || own === 'avif' ? own : 'png'
}

const encode = (picture: Sharp, target: Target): Promise<Buffer> =>
  ({
    png: () => picture.png(),
    jpeg: () => picture.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }),
    webp: () => picture.webp({ quality: 95 }),
    avif: () => picture.avif({ quality: 80 }),
  })
    [target]()
    .toBuffer()

/** "sea.jpg", "cropped" → "sea cropped.jpg" */
function renamed(name: string, said: string, extension: string): string {
  const stem = stemOf(name)
  return `${said ? `${stem} ${said}` : stem}.${extension}`
}
