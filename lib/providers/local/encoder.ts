// Which ffmpeg encodes our frames: the one a setting names, else the one on the PATH, else the installed package's.
import { execFile } from 'node:child_process'
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Env } from '../../env.server'

const script = 'lib/providers/local/render.mjs'
const exe = process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg'
const run = promisify(execFile)

/** The studio's own folder. The bundle lies elsewhere, so it is looked for upwards from where the process was started. */
function root(): string | undefined {
  for (const start of [process.cwd(), path.dirname(process.argv[1] ?? '.')])
    for (let folder = start; ; folder = path.dirname(folder)) {
      if (existsSync(/* turbopackIgnore: true */ path.join(folder, script))) return folder
      if (folder === path.dirname(folder)) break
    }
}

export function renderer(name: 'render' | 'cut'): string | undefined {
  const folder = root()
  return folder && path.join(folder, path.dirname(script), `${name}.mjs`)
}

function usable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

const onPath = () =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .map((folder) => path.join(folder, exe))

const packaged = () =>
  path.join(root() ?? '.', 'node_modules/@ffmpeg-installer', `${process.platform}-${process.arch}`, exe)

function candidates({ FFMPEG_PATH }: Env): string[] {
  if (FFMPEG_PATH) return [FFMPEG_PATH].filter(usable)
  return [...onPath(), packaged()].filter(usable)
}

/** true, or why no film can be encoded here. */
export function encoderReady(env: Env): true | string {
  if (!root()) return 'The renderer’s files are missing; start the studio from its own folder.'
  if (candidates(env).length) return true
  return env.FFMPEG_PATH
    ? 'FFMPEG_PATH does not name a program that can be run.'
    : 'No ffmpeg for this computer: install it, or set FFMPEG_PATH.'
}

const able = new Map<string, boolean>()

/** The first one that can make H.264; nothing when none can. */
export async function findEncoder(env: Env): Promise<string | undefined> {
  for (const file of candidates(env)) {
    const known = able.get(file)
    const can = known ?? (await encodes(file))
    able.set(file, can)
    if (can) return file
  }
}

async function encodes(file: string): Promise<boolean> {
  try {
    const { stdout } = await run(file, ['-hide_banner', '-v', 'error', '-encoders'], { timeout: 20_000 })
    return stdout.includes(' libx264 ') && stdout.includes(' aac ')
  } catch {
    return false
  }
}
