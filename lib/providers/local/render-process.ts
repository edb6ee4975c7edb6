// One renderer process per film: started, listened to, stopped. What runs is remembered for the whole process.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Piece } from '../../media/piece'

export type Job = {
  ffmpeg: string
  seed: string
  width: number
  height: number
  fps: number
} & (
  | { bare?: boolean; shots: { prompt: string; frames: number; pictures: string[] }[] }
  | { pieces: (Omit<Piece, 'shotId' | 'film' | 'pictures'> & { film?: string; pictures: string[] })[] }
)

/** `words` of a failed one are its last. A stopped one stays known until it is forgotten, so that nobody starts it anew. */
export type Run = {
  state: 'preparing' | 'running' | 'done' | 'failed' | 'stopped'
  share: number
  folder: string
  words?: string
  child?: ChildProcess
  ended: Promise<void>
}

type Shelf = { runs: Map<string, Run>; swept: Set<string> }
const shelfKey = Symbol.for('reelboard.animatic')
const place = globalThis as { [shelfKey]?: Shelf }
place[shelfKey] ??= { runs: new Map(), swept: new Set() }
const { runs, swept } = place[shelfKey]

export const runOf = (name: string) => runs.get(name)

/** The studio's process id is in the name, so that another studio's working files are never taken for leftovers. */
const folderOf = (scratch: string, name: string) => path.join(scratch, 'animatic', `${name}.${process.pid}`)

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Removes what studios that are gone left behind; once per process and folder. */
async function sweep(scratch: string): Promise<void> {
  if (swept.has(scratch)) return
  swept.add(scratch)
  const folder = path.join(scratch, 'animatic')
  for (const name of await readdir(folder).catch(() => [])) {
    const owner = Number(name.split('.').at(-1))
    const ours = owner === process.pid && runs.has(name.slice(0, name.lastIndexOf('.')))
    if (ours || (owner !== process.pid && alive(owner))) continue
    await rm(path.join(folder, name), { recursive: true, force: true })
  }
}

/** Known from this moment on; `prepare` makes the job ready, and its failure is the caller's to tell. */
export async function launch(
  name: string,
  scratch: string,
  script: string,
  prepare: (folder: string) => Promise<Job>,
): Promise<Run> {
  const run: Run = { state: 'preparing', share: 0, folder: folderOf(scratch, name), ended: Promise.resolve() }
  runs.set(name, run)
  try {
    await sweep(scratch)
    await rm(run.folder, { recursive: true, force: true })
    await mkdir(run.folder, { recursive: true })
    const job = await prepare(run.folder)
    if (run.state === 'preparing') begin(run, script, job)
    return run
  } catch (cause) {
    runs.delete(name)
    await rm(run.folder, { recursive: true, force: true })
    throw cause
  }
}

/** A process group of its own, so that the encoder goes with it; none of the studio's keys in its environment. */
function begin(run: Run, script: string, job: Job): void {
  const { PATH, HOME, LANG, TMPDIR, SystemRoot } = process.env
  const child = spawn(process.execPath, [script], {
    cwd: run.folder,
    detached: process.platform !== 'win32',
    env: { PATH, HOME, LANG, TMPDIR, SystemRoot, NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  run.child = child
  run.state = 'running'
  let errors = ''
  child.stderr?.on('data', (chunk) => {
    errors = (errors + chunk).slice(-4000)
  })
  listen(child, (line) => {
    if (typeof line.drawn === 'number' && typeof line.of === 'number') run.share = line.drawn / line.of
  })
  run.ended = new Promise((done) => {
    const settle = (words: string | undefined) => {
      if (run.state === 'running') {
        run.state = words === undefined ? 'done' : 'failed'
        if (words !== undefined) run.words = words
      }
      done()
    }
    child.once('error', (error) => settle(error.message))
    child.once('close', (code, signal) => {
      if (code === 0) return settle(undefined)
      halt(run)
      settle(lastWords(errors) || `It was ended by ${signal ?? `code ${code}`}.`)
    })
  })
  // The pipe stays open: its end is how the renderer learns that the studio is gone.
  child.stdin?.on('error', () => {})
  child.stdin?.write(`${JSON.stringify({ ...job, folder: run.folder })}\n`)
}

function listen(child: ChildProcess, hear: (line: Record<string, unknown>) => void): void {
  let text = ''
  child.stdout?.on('data', (chunk) => {
    text += chunk
    const lines = text.split('\n')
    text = lines.pop() ?? ''
    for (const line of lines) hear(JSON.parse(line))
  })
}

/** What it said at the end, without the paths of this computer. */
function lastWords(said: string): string {
  return said
    .replace(/(?:file:\/\/)?(?:[A-Za-z]:)?(?:[\\/][^\s'":\\/]+)+[\\/]([^\s'":\\/]+)/g, '$1')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(-3)
    .join(' ')
    .slice(-400)
}

function halt({ child }: Run): void {
  if (!child?.pid) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Nothing of it runs any more.
  }
}

/** Stops it at once and removes its files; a name that is not known here is stopped before it can begin. */
export async function stop(name: string): Promise<void> {
  const run = runs.get(name)
  if (!run) {
    runs.set(name, { state: 'stopped', share: 0, folder: '', ended: Promise.resolve() })
    return
  }
  run.state = 'stopped'
  halt(run)
  await run.ended
  await rm(run.folder, { recursive: true, force: true })
}

export async function forget(name: string): Promise<void> {
  const run = runs.get(name)
  if (!run) return
  if (run.state === 'running' || run.state === 'preparing') await stop(name)
  runs.delete(name)
  if (run.folder) await rm(run.folder, { recursive: true, force: true })
}
