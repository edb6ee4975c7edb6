// What the tests of the animatic share: an order, an Io on a folder of its own, pictures, and a look into the film.
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { readEnv } from '../../../lib/env.server'
import { StudioError } from '../../../lib/errors'
import type { Asset } from '../../../lib/media/asset'
import { animatic } from '../../../lib/models/catalog/local/animatic'
import type { Input } from '../../../lib/models/input'
import { local } from '../../../lib/providers/local'
import { findEncoder } from '../../../lib/providers/local/encoder'
import type { Io, Order, Progress, Ticket } from '../../../lib/providers/provider'

const run = promisify(execFile)

export function order(input: Input, name: string = randomUUID()): Order {
  const id = input.firstFrame || input.referenceImages ? 'image-to-video' : 'text-to-video'
  const workflow = animatic.workflows.find((one) => one.id === id)
  if (!workflow) throw new Error(`The animatic has no ${id}.`)
  return { name, row: animatic, workflow, input }
}

export type Desk = Awaited<ReturnType<typeof openDesk>>

export async function openDesk(env: Record<string, string> = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'reelboard-animatic-'))
  const io: Io = {
    env: readEnv({ DATA_DIR: folder, ...env }),
    fetch,
    signal: new AbortController().signal,
    scratch: path.join(folder, 'scratch'),
    copies: { get: async () => undefined, put: async () => {}, drop: async () => {} },
    async file(id) {
      if (!/\.(png|jpg|txt|mp4)$/.test(id))
        throw new StudioError('not-found', 'This file is not in the library any more.')
      return { asset: { id } as Asset, path: path.join(folder, id) }
    },
  }
  return {
    folder,
    io,
    /** A plain colour with a light middle, so that a camera's move can be seen. → an asset id */
    async picture(id: string, colour: string, width = 1500, height = 1000) {
      const spot = Buffer.from(
        `<svg width="${width}" height="${height}"><circle cx="50%" cy="50%" r="12%" fill="white"/></svg>`,
      )
      await sharp({ create: { width, height, channels: 3, background: colour } })
        .composite([{ input: spot }])
        .toFile(path.join(folder, id))
      return { asset: id }
    },
    async text(id: string, words: string) {
      await writeFile(path.join(folder, id), words)
      return { asset: id }
    },
    async close() {
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export async function look(ticket: Ticket, io: Io): Promise<Progress> {
  const [progress] = await local.check([ticket], io)
  if (!progress) throw new Error('No answer for the ticket.')
  return progress
}

/** Looks until `enough`; every look is kept. */
export async function watch(ticket: Ticket, io: Io, enough = (progress: Progress) => progress.state !== 'running') {
  const seen: Progress[] = []
  for (;;) {
    const progress = await look(ticket, io)
    seen.push(progress)
    if (enough(progress)) return { seen, last: progress }
    await new Promise((wait) => setTimeout(wait, 20))
  }
}

export async function filmOf(input: Input, { io }: Desk, name?: string) {
  const placed = order(input, name)
  const ticket = await local.start(placed, io)
  const { seen, last } = await watch(ticket, io)
  const [result] = last.results ?? []
  if (!result || !('path' in result)) throw new Error(`No film: ${JSON.stringify(last)}`)
  return { ticket, seen, film: result.path, poster: result.poster ?? '' }
}

/** Every frame of our own film, as `side` × `side` pixels of RGB. */
export async function thumbnails(film: string, { io }: Desk, side = 16): Promise<Buffer[]> {
  const ffmpeg = await findEncoder(io.env)
  if (!ffmpeg) throw new Error('No ffmpeg.')
  const form = ['-vf', `scale=${side}:${side}:flags=area`, '-pix_fmt', 'rgb24', '-f', 'rawvideo', '-']
  const { stdout } = await run(ffmpeg, ['-v', 'error', '-i', film, ...form], {
    encoding: 'buffer',
    maxBuffer: 64 * 1024 * 1024,
  })
  const size = side * side * 3
  return Array.from({ length: stdout.length / size }, (_, at) => stdout.subarray(at * size, (at + 1) * size))
}

export function difference(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length
}

/** Processes that have to do with `folder`: in their arguments, or as the place where they work. */
export async function processesIn(folder: string): Promise<string[]> {
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const found = all.map(async (pid) => {
    const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    const place = await readlink(`/proc/${pid}/cwd`).catch(() => '')
    return words.includes(folder) || place.startsWith(folder) ? [pid] : []
  })
  return (await Promise.all(found)).flat()
}

export async function childrenOf(pid: number): Promise<number[]> {
  const told = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return told.split(' ').filter(Boolean).map(Number)
}
