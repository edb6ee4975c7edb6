// Films and sounds on the server, measured in a thread that is ended when it takes too long or too much.
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { StudioError } from '../errors'
import { type FormatId, formats } from './format'

type Facts = { format: FormatId; duration: number; codec: string; width?: number; height?: number; fps?: number }
type Answer = { facts: Facts } | { refusal: 'unknown' | 'cut off' | 'nothing' | 'codec'; said: string }

const memory = { maxOldGenerationSizeMb: 512 }

/** Seconds, pixels as seen, frames per second, codecs. `patience` in ms. Throws StudioError('unknown-kind' | 'broken'). */
export async function readFilm(file: string, patience = 45_000) {
  const answer = await ask(file, patience)
  if ('refusal' in answer) throw refused(answer)
  const { format, ...facts } = answer.facts
  const { kind, mime } = formats[format]
  return { kind, mime, ...facts }
}

function ask(file: string, patience: number): Promise<Answer> {
  const script = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'media', 'film.mjs')
  const worker = new Worker(/* turbopackIgnore: true */ script, {
    workerData: file,
    env: {},
    execArgv: [],
    // What the reader remarks on strange files is nobody's news.
    stdout: true,
    stderr: true,
    resourceLimits: memory,
  })
  let late: NodeJS.Timeout | undefined
  const answer = new Promise<Answer>((answered, failed) => {
    late = setTimeout(() => answered({ refusal: 'cut off', said: 'too slow' }), patience)
    worker.once('message', answered)
    worker.once('error', (error) => {
      // Out of memory is the file's doing; a thread that does not start is not.
      if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        answered({ refusal: 'cut off', said: error.message })
      else failed(error)
    })
  })
  return answer.finally(() => {
    clearTimeout(late)
    return worker.terminate()
  })
}

function refused({ refusal, said }: Exclude<Answer, { facts: Facts }>): StudioError {
  switch (refusal) {
    case 'unknown': {
      const known = new Set(Object.values(formats).map(({ label }) => label))
      return new StudioError('unknown-kind', `The studio reads ${[...known].join(', ')}.`)
    }
    case 'codec':
      return new StudioError(
        'unknown-kind',
        `It is coded as “${said}”, which the studio cannot read; H.264 with AAC always works.`,
      )
    case 'nothing':
      return new StudioError('broken', 'The file holds nothing to play.')
    case 'cut off':
      return new StudioError('broken', 'The file ends before its content does; save or send it again.', undefined, {
        cause: said,
      })
  }
}
