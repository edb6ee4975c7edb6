// One frame of a film of ours as a picture of ours: exactly what is seen, without loss wherever it may be.
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import sharp from 'sharp'
import { StudioError } from '../errors'
import type { Asset } from './asset'
import { stemOf } from './format'
import type { Library } from './library.server'

type Answer = { png: Uint8Array; second: number } | { refusal: 'none' | 'codec' | 'broken' | 'slow'; said: string }

/** Milliseconds; a run of frames of a large film takes seconds, on a busy computer many. */
const patience = 300_000
/** One at a time: each takes some hundred MB. */
let line: Promise<unknown> = Promise.resolve()
/** Frames that were drawn before, by film and second: drawn again they would be the same. */
const drawn = new Map<string, string>()

type Shelf = Pick<Library, 'path' | 'keep' | 'find'>

/** `at`: seconds in the film; absent: its last frame. `most`: bytes; a PNG that has more is kept as JPEG. */
type Wanted = { at?: number | undefined; most?: number | undefined }

/** Throws StudioError('invalid' | 'unknown-kind' | 'broken'), and 'internal' when the computer is too busy. */
export async function frameOf(library: Shelf, film: Asset, { at, most = Infinity }: Wanted = {}): Promise<Asset> {
  if (film.kind !== 'video') throw new StudioError('invalid', `${film.name} is no film; only films have frames.`)
  if (at !== undefined && film.duration !== undefined && at >= film.duration)
    throw new StudioError('invalid', `${film.name} lasts ${film.duration} s; choose a frame before its end.`)
  const key = `${film.id} ${at ?? 'last'} ${most}`
  const known = await library.find(drawn.get(key) ?? '')
  if (known) return known
  const from = await library.path(film.id)
  const turn = line.then(() => ask(from, at))
  line = turn.catch(() => undefined)
  const answer = await turn
  if ('refusal' in answer) throw refused(film, answer)
  const place = at === undefined ? 'last frame' : `frame at ${answer.second.toFixed(2)} s`
  const small = answer.png.byteLength <= most
  const bytes = small
    ? answer.png
    : await sharp(answer.png).jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer()
  const kept = await library.keep([bytes], `${stemOf(film.name)}, ${place}.${small ? 'png' : 'jpg'}`)
  drawn.set(key, kept.id)
  return kept
}

function ask(from: string, at: number | undefined): Promise<Answer> {
  const script = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'media', 'frame.mjs')
  const worker = new Worker(/* turbopackIgnore: true */ script, {
    workerData: { path: from, at },
    env: {},
    execArgv: [],
    // What decoders remark on strange films is nobody's news.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  let late: NodeJS.Timeout | undefined
  const answer = new Promise<Answer>((answered, failed) => {
    late = setTimeout(() => answered({ refusal: 'slow', said: '' }), patience)
    worker.once('message', answered)
    worker.once('error', (error) => {
      if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        answered({ refusal: 'broken', said: error.message })
      else failed(error)
    })
  })
  return answer.finally(() => {
    clearTimeout(late)
    return worker.terminate()
  })
}

function refused({ name }: Asset, { refusal, said }: Exclude<Answer, { png: Uint8Array }>): StudioError {
  if (refusal === 'codec')
    return new StudioError('unknown-kind', `${name} is coded as “${said}”; no frame of it can be drawn here.`)
  if (refusal === 'slow')
    return new StudioError('internal', `Drawing a frame of ${name} took too long; this computer is very busy.`)
  return new StudioError('broken', `No frame can be drawn from ${name}.`, undefined, { cause: said })
}
