// A library on an embedded database, for the tests of this room.
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { openDatabase } from '../../../lib/db/client.server'
import { readEnv } from '../../../lib/env.server'
import { openLibrary } from '../../../lib/media/library.server'
import { freshFolder } from '../../folder'

export async function openShelf(settings: Record<string, string> = {}) {
  const folder = await freshFolder()
  const env = readEnv({ DATA_DIR: folder, ...settings })
  const database = await openDatabase(env)
  const open = () => openLibrary({ db: database.db, env })
  return {
    folder,
    env,
    database,
    open,
    library: await open(),
    /** Every file on disk beneath the media folder, in order. */
    async onDisk(): Promise<string[]> {
      const found = await readdir(path.join(folder, 'media'), { recursive: true, withFileTypes: true })
      return found
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(path.join(folder, 'media'), path.join(entry.parentPath, entry.name)))
        .sort()
    },
    async close() {
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Bytes as they come over a wire, in parts. */
export async function* inParts(bytes: Uint8Array, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
