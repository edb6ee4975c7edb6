// Films and sounds on the server, measured in a thread that is ended when it takes too long or too much. Starting one takes
// longer than measuring, so one that has answered rests for a moment and measures the next file.
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

/** Ended when this long nothing came, in ms; so many rest at once. */
const rest = 5_000
const mostResting = 2
const resting = new Map<Worker, NodeJS.Timeout>()

function start(): Worker {
  const script = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'media', 'film.mjs')
  const worker = new Worker(/* turbopackIgnore: true */ script, {
    env: {},
    execArgv: [],
    // What the reader remarks on strange files is nobody's news.
    stdout: true,
    stderr: true,
    resourceLimits: memory,
  })
  worker.once('exit', () => wake(worker))
  // Nobody listens to one that rests, and an error without a listener would end the studio.
  worker.on('error', () => undefined)
  return worker
}

function wake(worker: Worker): void {
  clearTimeout(resting.get(worker))
  resting.delete(worker)
}

function lay(worker: Worker): void {
  if (resting.size >= mostResting) return void worker.terminate()
  worker.unref()
  const end = () => {
    resting.delete(worker)
    void worker.terminate()
  }
  resting.set(worker, setTimeout(end, rest).unref())
}

async function ask(file: string, patience: number): Promise<Answer> {
  const [rested] = resting.keys()
  const worker = rested ?? start()
  wake(worker)
  worker.ref()
  let late: NodeJS.Timeout | undefined
  let answered = false
  let heard: (said: Answer) => void = () => undefined
  let broke: (error: Error) => void = () => undefined
  try {
    return await new Promise<Answer>((answer, failed) => {
      late = setTimeout(() => answer({ refusal: 'cut off', said: 'too slow' }), patience)
      heard = (said) => {
        answered = true
        answer(said)
      }
      broke = (error) => {
        // Out of memory is the file's doing; a thread that does not start is not.
        if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
          answer({ refusal: 'cut off', said: error.message })
        else failed(error)
      }
      worker.once('message', heard).once('error', broke)
      worker.postMessage(file)
    })
  } finally {
    clearTimeout(late)
    worker.off('message', heard).off('error', broke)
    if (answered) lay(worker)
    else await worker.terminate()
  }
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
