// Pictures on the server: measure, prove that every pixel can be read, draw the poster.
import sharp, { type Sharp } from 'sharp'
import { StudioError } from '../errors'
import { formats } from './format'
import { asPng } from './heic.server'
import type { StillFormat } from './sniff'

// Uploads come and go under working names; a cached picture would speak for another file.
sharp.cache(false)

/** Pixels of one picture; the largest that is decoded. */
export const mostPixels = 0x3fff * 0x3fff
const posterEdge = 800

const own: Record<StillFormat, string> = {
  jpeg: 'jpeg',
  png: 'png',
  webp: 'webp',
  avif: 'heif',
  gif: 'gif',
  heic: 'heif',
}
const open = (path: string | Uint8Array) => sharp(path, { limitInputPixels: mostPixels, failOn: 'error' })

const draw = (picture: Sharp) =>
  picture
    .autoOrient()
    .resize({ width: posterEdge, height: posterEdge, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer()

/** Width and height as seen (after EXIF rotation) and the poster. Throws StudioError('broken' | 'unknown-kind'). */
export async function readStill(path: string, format: StillFormat) {
  try {
    const { format: found, pages } = await open(path).metadata()
    if (found !== own[format])
      throw new StudioError('unknown-kind', `It begins like a ${label(format)} but is not one.`)
    if (format === 'heic') return await asPng(path, mostPixels, (png) => measured(png, format))
    if ((pages ?? 1) > 1) await sharp(path, { limitInputPixels: mostPixels, failOn: 'error', animated: true }).stats()
    return await measured(path, format)
  } catch (cause) {
    throw refused(cause, label(format))
  }
}

async function measured(path: string, format: StillFormat) {
  const picture = open(path)
  const { width, height } = (await picture.metadata()).autoOrient
  // Drawing the poster decodes the whole picture, which is what finds a cut-off file.
  const poster = await draw(picture)
  return { kind: 'image' as const, mime: formats[format].mime, width, height, poster }
}

const label = (format: StillFormat) => formats[format].label

function refused(cause: unknown, what: string): StudioError {
  if (cause instanceof StudioError) return cause
  const said = cause instanceof Error ? cause.message : ''
  if (/pixel limit/.test(said))
    return new StudioError(
      'broken',
      `The picture has more than ${Math.floor(mostPixels / 1e6)} million pixels; make it smaller first.`,
      undefined,
      { cause },
    )
  return new StudioError('broken', `The ${what} picture cannot be read to its end; save or send it again.`, undefined, {
    cause,
  })
}

/** A poster drawn elsewhere (in a browser, by our renderer), checked and drawn anew. Throws StudioError('broken'). */
export async function redrawPoster(bytes: string | Uint8Array): Promise<Buffer> {
  try {
    const picture = open(bytes)
    const { format } = await picture.metadata()
    if (!['jpeg', 'png', 'webp'].includes(format ?? ''))
      throw new StudioError('unknown-kind', 'A poster must be WebP, PNG or JPEG.')
    return await draw(picture)
  } catch (cause) {
    throw refused(cause, 'poster')
  }
}
