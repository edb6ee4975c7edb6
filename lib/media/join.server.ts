// Whether films can be joined without coding them anew, asked in a thread that is ended when it takes too long.
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { StudioError } from '../errors'
import type { Piece } from './piece'

/** `number` is the first shot of the run that it is about; `is` and `others` are what differs from the first run. */
export type Obstacle = {
  number: number
  code: 'format' | 'codec' | 'size' | 'fps' | 'sound' | 'silent' | 'sound-codec' | 'short' | 'inside'
  is: string
  others: string
}
/** A piece of a film with its path on this computer. */
export type Strip = Required<Pick<Piece, 'seconds' | 'number' | 'from' | 'lasts'>> & { film: string }

/** Nothing: they can be copied. `patience` in ms. Throws StudioError('broken') when they cannot be read. */
export async function obstaclesOf(pieces: readonly Strip[], patience = 60_000): Promise<Obstacle[]> {
  const script = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'media', 'judge.mjs')
  const worker = new Worker(/* turbopackIgnore: true */ script, {
    workerData: pieces,
    env: {},
    execArgv: [],
    // What the reader remarks on strange films is nobody's news.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  let late: NodeJS.Timeout | undefined
  const answer = new Promise<Obstacle[] | { said: string }>((answered, failed) => {
    late = setTimeout(() => answered({ said: 'too slow' }), patience)
    worker.once('message', answered)
    worker.once('error', (error) => {
      if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') answered({ said: error.message })
      else failed(error)
    })
  })
  const found = await answer.finally(() => {
    clearTimeout(late)
    return worker.terminate()
  })
  if (Array.isArray(found)) return found
  throw new StudioError('broken', 'One of the takes cannot be read.', undefined, { cause: found.said })
}
