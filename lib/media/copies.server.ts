// Files of a remote storage as paths on this computer: fetched once, kept for a while.
import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Milliseconds for which a copy surely stays after it was asked for. */
const shelfLife = 6 * 60 * 60 * 1000

export async function openCopies(folder: string) {
  const home = path.join(folder, 'copies')
  await prune()
  const coming = new Map<string, Promise<string>>()

  async function fetchCopy(name: string, read: () => Promise<ReadableStream<Uint8Array>>): Promise<string> {
    const file = path.join(home, name)
    await prune()
    try {
      await utimes(file, new Date(), new Date())
      return file
    } catch {
      const draft = `${file}.${randomUUID()}.part`
      try {
        await pipeline(Readable.from(await read()), createWriteStream(draft))
        await rename(draft, file)
      } finally {
        await rm(draft, { force: true })
      }
      return file
    }
  }

  async function prune(): Promise<void> {
    await mkdir(home, { recursive: true })
    for (const name of await readdir(home)) {
      const file = path.join(home, name)
      // A copy that was just arriving has its own name by now.
      const found = await stat(file).catch(() => undefined)
      if (found && Date.now() - found.mtimeMs > shelfLife) await rm(file, { force: true })
    }
  }

  return {
    path(name: string, read: () => Promise<ReadableStream<Uint8Array>>): Promise<string> {
      const found = coming.get(name) ?? fetchCopy(name, read).finally(() => coming.delete(name))
      coming.set(name, found)
      return found
    },
  }
}
