// Small real files, made when a test needs them: pictures by sharp, films and sounds by the packaged ffmpeg.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { crc32, deflateSync } from 'node:zlib'
import ffmpeg from '@ffmpeg-installer/ffmpeg'
import sharp from 'sharp'

type Still = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif'

/** A picture whose pixels differ, so that cutting its file off is noticed; `seed` makes other bytes. */
export function picture(width: number, height: number, format: Still = 'png', seed = 1): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3)
  let state = seed >>> 0 || 1
  for (let at = 0; at < pixels.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    pixels[at] = state >>> 24
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .toFormat(format)
    .toBuffer()
}

/** A PNG of one colour, one bit per pixel: small on disk, vast when unfolded. */
export function blank(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 1
  const rows = Buffer.alloc((Math.ceil(width / 8) + 1) * height)
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

export async function made(ending: string, words: string[]): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'reelboard-film-'))
  const file = path.join(folder, `made.${ending}`)
  try {
    await promisify(execFile)(ffmpeg.path, ['-nostdin', '-loglevel', 'error', ...words, '-y', file])
    return await readFile(file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export type FilmWords = {
  width?: number
  height?: number
  fps?: number
  sound?: boolean
  faststart?: boolean
  ending?: string
}

/** An H.264 film with a sine for sound. */
export function film(
  seconds: number,
  { width = 320, height = 180, fps = 24, sound = true, faststart = true, ending = 'mp4' }: FilmWords = {},
): Promise<Buffer> {
  return made(ending, [
    ...['-f', 'lavfi', '-i', `testsrc=s=${width}x${height}:r=${fps}:d=${seconds}`],
    ...(sound ? ['-f', 'lavfi', '-i', `sine=d=${seconds}`, '-c:a', 'aac', '-strict', '-2'] : []),
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', String(fps)],
    ...(faststart && ending !== 'mkv' ? ['-movflags', '+faststart'] : []),
  ])
}

export const sound = (seconds: number, ending: 'mp3' | 'wav' | 'm4a' | 'flac' | 'ogg' = 'wav'): Promise<Buffer> =>
  made(ending, ['-f', 'lavfi', '-i', `sine=d=${seconds}`, ...(ending === 'm4a' ? ['-strict', '-2'] : [])])
