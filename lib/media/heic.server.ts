// HEIC pictures are turned into PNG by a program beside the studio, because sharp's build cannot decode them.
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { StudioError } from '../errors'

const run = promisify(execFile)
const patience = 60_000
/** One at a time: each takes some hundred MB. */
let line: Promise<unknown> = Promise.resolve()

/** Gives `use` the path of a PNG that is removed afterwards. Throws 'cut off', 'pixel limit', or StudioError('internal'). */
export async function asPng<T>(heic: string, mostPixels: number, use: (png: string) => Promise<T>): Promise<T> {
  const script = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'media', 'heic.mjs')
  const folder = await mkdtemp(path.join(tmpdir(), 'reelboard-heic-'))
  const png = path.join(folder, 'picture.png')
  try {
    // None of the studio's keys go with it.
    const { PATH, HOME, LANG, TMPDIR } = process.env
    const env = { PATH, HOME, LANG, TMPDIR, NODE_ENV: 'production' as const }
    const words = [script, heic, png, String(mostPixels)]
    const turn = line.then(() => run(process.execPath, words, { env, timeout: patience, killSignal: 'SIGKILL' }))
    line = turn.catch(() => undefined)
    await turn.catch(explain)
    return await use(png)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function explain(cause: unknown): never {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  const slow = cause instanceof Error && 'killed' in cause && cause.killed === true
  if (code === 3 || slow) throw new Error('cut off', { cause })
  if (code === 4) throw new Error('pixel limit', { cause })
  throw new StudioError(
    'internal',
    'HEIC pictures cannot be read by this installation; save it as JPEG first.',
    undefined,
    { cause },
  )
}
