// Files on their way: a place to write them, and claims that tell the next start what an interruption left behind.
import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import { StudioError } from '../errors'

export async function openWorkbench(folder: string) {
  const room = path.join(folder, 'incoming')
  // With a database server several studios may share the folder; each has a bench of its own.
  const bench = path.join(room, String(process.pid))
  try {
    await mkdir(bench, { recursive: true })
  } catch (cause) {
    throw new StudioError(
      'setting',
      'The data folder cannot be written; check DATA_DIR and its permissions.',
      undefined,
      {
        cause,
      },
    )
  }
  const claimFile = (id: string) => path.join(bench, `${id}.claim`)
  const place = () => path.join(bench, `${randomUUID()}.part`)

  async function write(file: string, bytes: Uint8Array | string): Promise<void> {
    const handle = await open(file, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
  }

  return {
    place,
    clear: (file: string) => rm(file, { force: true }),

    /** Writes small bytes down and says where. */
    async lay(bytes: Uint8Array): Promise<string> {
      const file = place()
      await write(file, bytes)
      return file
    },

    /** Written before the first byte is stored under a key, and settled when the row stands or everything is gone. */
    claim: (id: string, keys: string[]) => write(claimFile(id), JSON.stringify(keys)),
    settle: (id: string) => rm(claimFile(id), { force: true }),

    /** What interrupted studios left: claims whose rows may be missing. Half-written files are removed at once. */
    async leftovers(): Promise<{ claim: string; id: string; keys: string[] }[]> {
      const found: { claim: string; id: string; keys: string[] }[] = []
      for (const entry of await readdir(room, { withFileTypes: true })) {
        const owner = entry.name
        if (!entry.isDirectory()) continue
        if (owner !== String(process.pid) && alive(Number(owner))) continue
        for (const name of await readdir(path.join(room, owner))) {
          const file = path.join(room, owner, name)
          if (!name.endsWith('.claim')) await rm(file, { recursive: true, force: true })
          else
            found.push({ claim: file, id: path.basename(name, '.claim'), keys: keysIn(await readFile(file, 'utf8')) })
        }
        if (owner !== String(process.pid)) await rmdir(path.join(room, owner)).catch(() => undefined)
      }
      return found
    },
  }
}

function alive(owner: number): boolean {
  try {
    return process.kill(owner, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** A claim cut off while it was written names nothing, and nothing was stored under it either. */
function keysIn(text: string): string[] {
  try {
    const keys: unknown = JSON.parse(text)
    return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : []
  } catch {
    return []
  }
}
