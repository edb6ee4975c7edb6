// One studio to a folder, also after a power cut: numbered lock files, of which the highest counts.
import { execFileSync } from 'node:child_process'
import {
  accessSync,
  constants,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { StudioError } from '../errors'

/** A pid alone is used again after a restart; with its time of start and its boot it names one process. */
type Holder = { pid: number; started: string; boot: string; space: string }

const beat = 2_000
const quiet = <T>(read: () => T): T | undefined => {
  try {
    return read()
  } catch {
    return undefined
  }
}

function startOf(pid: number): string | undefined {
  const line = quiet(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  if (line) {
    // The name in brackets may hold blanks; after it come the state and, as the 20th word, the time of start.
    const words = line.slice(line.lastIndexOf(')') + 2).split(' ')
    // A dead process whose parent never asks for its end keeps its line for ever.
    return words[0] === 'Z' || words[0] === 'X' ? undefined : words[19]
  }
  if (process.platform === 'linux') return undefined
  return quiet(() => execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()) || undefined
}

const boot = () => quiet(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()) ?? ''
const space = () => quiet(() => readlinkSync('/proc/self/ns/pid')) ?? ''

function lives(file: string): boolean {
  const holder = quiet(() => JSON.parse(readFileSync(file, 'utf8')) as Holder)
  if (!holder || holder.boot !== boot()) return false
  if (holder.space === space()) return startOf(holder.pid) === holder.started
  // Another container: its processes cannot be seen from here, only that it touches its file.
  return Date.now() - (quiet(() => statSync(file).mtimeMs) ?? 0) < 5 * beat
}

const numberOf = (name: string) => Number(/^lock\.(\d+)$/.exec(name)?.[1] ?? 0)

/**
 * Takes the folder for the life of this process and returns what gives it back. Throws StudioError('locked' | 'setting').
 * A file is only ever made under a number that nobody has, which is atomic; so of two that find a dead holder one wins.
 */
export function lockFolder(folder: string): () => void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    const detail = 'DATA_DIR: the data folder cannot be read and written; set it to one that can.'
    throw new StudioError('setting', detail, undefined, { cause })
  }
  const highest = () => Math.max(0, ...readdirSync(folder).map(numberOf))
  const at = (count: number) => path.join(folder, `lock.${count}`)
  const refuse = () =>
    new StudioError(
      'locked',
      'Another studio is already open on this data folder; close it, or set DATA_DIR to another folder.',
    )

  const last = highest()
  // One that was just killed may need a moment to be gone.
  const until = Date.now() + beat
  while (last > 0 && lives(at(last))) {
    if (Date.now() > until) throw refuse()
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
  }
  const mine = at(last + 1)
  const draft = path.join(folder, `lock-${process.pid}-${Date.now()}`)
  const me: Holder = { pid: process.pid, started: startOf(process.pid) ?? '', boot: boot(), space: space() }
  writeFileSync(draft, JSON.stringify(me))
  try {
    linkSync(draft, mine)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw refuse()
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
  if (highest() > last + 1) {
    rmSync(mine, { force: true })
    throw refuse()
  }
  for (const name of readdirSync(folder))
    if (numberOf(name) > 0 && numberOf(name) <= last) rmSync(path.join(folder, name), { force: true })
  const pulse = setInterval(() => quiet(() => utimesSync(mine, new Date(), new Date())), beat)
  pulse.unref()
  return () => {
    clearInterval(pulse)
    // Emptied, not removed: the number stays taken, so a slow reader of the folder cannot come after us with a lower one.
    quiet(() => writeFileSync(mine, '{}'))
  }
}
