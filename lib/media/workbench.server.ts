// Files on their way: a place to write them, and claims that tell the next start what an interruption left behind.
import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { StudioError } from '../errors'

export async function openWorkbench(folder: string) {
  const bench = path.join(folder, 'incoming')
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

    /** What an interrupted studio left: claims whose rows may be missing. Half-written files are removed at once. */
    async leftovers(): Promise<{ id: string; keys: string[] }[]> {
      const found: { id: string; keys: string[] }[] = []
      for (const name of await readdir(bench)) {
        const file = path.join(bench, name)
        if (!name.endsWith('.claim')) await rm(file, { recursive: true, force: true })
        else found.push({ id: path.basename(name, '.claim'), keys: keysIn(await readFile(file, 'utf8')) })
      }
      return found
    },
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
