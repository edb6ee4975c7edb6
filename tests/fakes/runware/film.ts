// Small real films and pictures, made once per shape and length and kept in the system's temporary folder.
import { execFile } from 'node:child_process'
import { mkdir, readFile, rename, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import ffmpeg from '@ffmpeg-installer/ffmpeg'
import sharp from 'sharp'

const folder = path.join(tmpdir(), 'reelboard-fake-films')
const running = new Map<string, Promise<string>>()

/** `tint` turns the colours, in degrees, so that films of one shape can be told apart; `share` of the size that was asked for. */
export type Shape = {
  kind: 'video' | 'image'
  width: number
  height: number
  seconds: number
  format: string
  tint?: number
  share?: number
}

/** A quarter of the size that was asked for: enough to be a film, little enough for a test. */
const small = (pixels: number, share = 1 / 4) => Math.max(64, Math.round((pixels * share) / 2) * 2)

export async function made(shape: Shape): Promise<Buffer> {
  const width = small(shape.width, shape.share)
  const height = small(shape.height, shape.share)
  const tint = shape.tint === undefined ? '' : `-tint${shape.tint}`
  const name = `${width}x${height}-${shape.kind === 'video' ? shape.seconds : 'still'}${tint}.${shape.format.toLowerCase()}`
  return kept(name, (to) => render(to, { ...shape, width, height }))
}

/** The bytes of a file of that name, made once however many ask for it at the same time. */
export async function kept(name: string, make: (to: string) => Promise<unknown>): Promise<Buffer> {
  const already = running.get(name)
  const work = already ?? onDisk(path.join(folder, name), make)
  if (!already) running.set(name, work)
  return readFile(await work)
}

async function onDisk(file: string, make: (to: string) => Promise<unknown>): Promise<string> {
  const there = await stat(file).catch(() => undefined)
  if (there?.size) return file
  await mkdir(folder, { recursive: true })
  const { dir, name, ext } = path.parse(file)
  const part = path.join(dir, `${name}.${process.pid}.part${ext}`)
  await make(part)
  await rename(part, file)
  return file
}

async function render(to: string, { kind, width, height, seconds, format, tint }: Shape) {
  if (kind === 'image') {
    const still = sharp({ create: { width, height, channels: 3, background: '#3a5a78' } })
    await still.toFormat(format === 'JPG' ? 'jpeg' : format === 'WEBP' ? 'webp' : 'png').toFile(to)
    return
  }
  const codec =
    format === 'WEBM'
      ? ['-c:v', 'libvpx', '-deadline', 'realtime', '-c:a', 'libvorbis']
      : ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-movflags', '+faststart']
  await promisify(execFile)(ffmpeg.path, [
    ...['-y', '-loglevel', 'error', '-f', 'lavfi', '-i', `testsrc=size=${width}x${height}:rate=24:duration=${seconds}`],
    ...['-f', 'lavfi', '-i', `sine=frequency=330:duration=${seconds}`, '-t', String(seconds)],
    ...(tint === undefined ? [] : ['-vf', `hue=h=${tint}`]),
    ...[...codec, to],
  ])
}
