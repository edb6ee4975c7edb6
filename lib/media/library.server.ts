// The library: every file that is ours, by id. Bytes come in checked, are kept once, and go out by range.
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import type { Db } from '../db/client.server'
import type { Env } from '../env.server'
import { StudioError } from '../errors'
import type { Asset } from './asset'
import { openCopies } from './copies.server'
import { fileName, formatOf, formats } from './format'
import { receive, type Source } from './intake.server'
import { largestFile } from './limits'
import { probe } from './probe.server'
import { type Reach, reach } from './reach.server'
import { openShelf, type Page } from './shelf.server'
import { redrawPoster } from './still.server'
import { openStorage, type Span } from './storage.server'
import { openWorkbench } from './workbench.server'

const longestName = 200

export type Keeping = {
  maxBytes?: number | undefined
  /** Bytes that the sender announced. */
  expected?: number | undefined
  signal?: AbortSignal | undefined
  /** A still of a film, drawn by whoever made the film: a path or bytes. Foreign films get theirs from a browser. */
  poster?: string | Uint8Array | undefined
}

export type Library = Awaited<ReturnType<typeof openLibrary>>

const posterKey = (id: string) => `posters/${id}.webp`

function fileKey({ id, mime }: Pick<Asset, 'id' | 'mime'>): string {
  const format = formatOf(mime)
  return `files/${id}.${format ? formats[format].extension : 'bin'}`
}

/** A name is only shown and offered on download; folders, control characters and direction marks are cut out of it. */
function cleanName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? ''
  const seen = last.replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '').trim()
  return [...seen].slice(0, longestName).join('') || 'untitled'
}

/** A refusal says which file it speaks of: several may be on their way at once. */
function named(cause: unknown, name: string): unknown {
  if (!(cause instanceof StudioError) || cause.code === 'internal') return cause
  return new StudioError(cause.code, `${name}: ${cause.message}`, cause.issues, { cause })
}

/** @param folder holds the files, or with S3 only those on their way; DATA_DIR/media unless told. */
export async function openLibrary({
  db,
  env,
  folder = path.join(env.DATA_DIR, 'media'),
}: {
  db: Db
  env: Env
  folder?: string
}) {
  const shelf = openShelf(db)
  const storage = await openStorage(env, folder)
  const bench = await openWorkbench(folder)
  const copies = await openCopies(folder)
  for (const { claim, id, keys } of await bench.leftovers()) {
    if (!(await shelf.byId(id))) for (const key of keys) await storage.drop(key)
    await bench.clear(claim)
  }

  /** Takes the working file over. Whatever fails, neither row nor bytes nor poster stay behind. */
  async function shelve(
    file: string,
    name: string,
    measured: { bytes: number; sha256: string },
    poster: Keeping['poster'],
  ) {
    const known = await shelf.byContent(measured.sha256)
    if (known) {
      // Bytes that somebody removed from the storage by hand come back with the same file.
      if (!(await storage.has(fileKey(known)))) await storage.take(file, fileKey(known), known.mime)
      return known
    }
    const { poster: drawn, ...facts } = await probe(file).catch((cause) => {
      throw named(cause, cleanName(name))
    })
    const still = drawn ?? (poster !== undefined && facts.kind === 'video' ? await redrawPoster(poster) : undefined)
    const id = randomUUID()
    const keys = [fileKey({ id, mime: facts.mime }), ...(still ? [posterKey(id)] : [])]
    await bench.claim(id, keys)
    try {
      if (still) await put(still, posterKey(id))
      await storage.take(file, fileKey({ id, mime: facts.mime }), facts.mime)
      const added = await shelf.add({ id, ...facts, ...measured, name: cleanName(name), poster: still !== undefined })
      if (added) {
        await bench.settle(id)
        return added
      }
    } catch (cause) {
      await undo(id, keys).catch(() => undefined)
      throw cause
    }
    await undo(id, keys)
    const twin = await shelf.byContent(measured.sha256)
    if (twin) return twin
    throw new StudioError('conflict', 'The same file was removed while it was sent; send it again.')
  }

  async function put(still: Uint8Array, key: string): Promise<void> {
    const file = await bench.lay(still)
    await storage.take(file, key, 'image/webp').finally(() => bench.clear(file))
  }

  /** What cannot be undone now is undone at the next start, because the claim stays. */
  async function undo(id: string, keys: string[]): Promise<void> {
    for (const key of keys) await storage.drop(key)
    await bench.settle(id)
  }

  /** Streams to disk while hashing, sniffs, measures, keeps. Throws StudioError: too-large, unknown-kind, broken. */
  async function keep(source: Source, name: string, keeping: Keeping = {}): Promise<Asset> {
    const { maxBytes = largestFile, expected, signal, poster } = keeping
    const file = bench.place()
    try {
      const measured = await receive(source, file, { maxBytes, expected, signal })
      return await shelve(file, name, measured, poster)
    } finally {
      await bench.clear(file)
    }
  }

  async function need(id: string): Promise<Asset> {
    const found = await shelf.byId(id)
    if (!found) throw new StudioError('not-found', 'This file is not in the library.')
    return found
  }

  return {
    storage: storage.kind,
    keep,
    find: shelf.byId,
    findMany: shelf.byIds,
    list: (page: Page = {}) => shelf.page(page),
    usage: shelf.usage,
    need,

    /** A file on this computer; the original stays where it is. */
    keepFile: (file: string, name: string, keeping: Keeping = {}) => keep(createReadStream(file), name, keeping),

    /** A file at a public address, or at one of `origins`. Throws StudioError also as `reach` does. */
    async keepUrl(url: string, { name, maxBytes, ...options }: Reach & { name?: string; maxBytes?: number } = {}) {
      const { body, host, name: found, expected } = await reach(url, options)
      try {
        return await keep(body, name ?? found, { maxBytes, expected, signal: options.signal })
      } catch (cause) {
        if (body.complete || !(cause instanceof StudioError) || cause.code !== 'broken') throw cause
        throw new StudioError('unreachable', `${host} broke off in the middle of the file.`, undefined, { cause })
      } finally {
        body.destroy()
      }
    },

    /** The bytes, or those of a span (both ends included). */
    async read(id: string, span?: Span): Promise<ReadableStream<Uint8Array>> {
      return storage.read(fileKey(await need(id)), span)
    },

    async poster(id: string): Promise<ReadableStream<Uint8Array>> {
      if ((await need(id)).posterUrl === undefined) throw new StudioError('not-found', 'This file has no poster yet.')
      return storage.read(posterKey(id))
    },

    /** The still of a film that a browser drew; the first one stays. Throws StudioError('invalid' | 'broken'). */
    async keepPoster(id: string, bytes: Uint8Array): Promise<Asset> {
      const film = await need(id)
      if (film.posterUrl !== undefined) return film
      if (film.kind !== 'video') throw new StudioError('invalid', 'Only films are given a poster.')
      await put(await redrawPoster(bytes), posterKey(id))
      return (await shelf.markPoster(id)) ?? need(id)
    },

    /** A path on this computer with the bytes; with S3 a copy that stays for at least six hours. Read only. */
    async path(id: string): Promise<string> {
      const file = await need(id)
      const key = fileKey(file)
      return storage.local?.(key) ?? copies.path(path.basename(key), () => storage.read(key))
    },

    /** Removes a file that nothing refers to. Throws StudioError('conflict') when `used` says that something does. */
    async remove(id: string, used: (id: string) => Promise<boolean>): Promise<void> {
      const file = await need(id)
      if (await used(id)) throw new StudioError('conflict', `${file.name} is still used; remove what uses it first.`)
      const keys = [fileKey(file), posterKey(id)]
      await bench.claim(id, keys)
      await shelf.drop(id)
      await undo(id, keys)
    },

    downloadName: (file: Asset, asked: string) =>
      fileName({ name: asked ? cleanName(asked) : file.name, mime: file.mime }),
  }
}
