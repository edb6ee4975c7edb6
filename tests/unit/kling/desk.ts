// What an adapter may use, in memory: the fake's address, files of our own, and what Kling was made to keep.
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { readEnv } from '../../../lib/env.server'
import type { AssetKind } from '../../../lib/media/asset'
import { rowOf } from '../../../lib/models/catalog'
import type { Input } from '../../../lib/models/input'
import { workflowOf } from '../../../lib/models/standing'
import { kling } from '../../../lib/providers/kling'
import { type Io, type Order, type Progress, StartFailure, type Ticket } from '../../../lib/providers/provider'
import type { Fake } from '../../fakes/kling/server'
import { scratchFolder } from '../../scratch'

export type Desk = Io & {
  kept: Map<string, string>
  /** A file of ours; its id. */
  own(name: string, kind?: AssetKind): Promise<string>
}

type Entry = Record<string, string | undefined>
export const withKey = ({ url, apiKey }: Pick<Fake, 'url' | 'apiKey'>): Entry => ({
  KLING_BASE_URL: url,
  KLING_API_KEY: apiKey,
})
export const withPair = ({ url, accessKey, secretKey }: Pick<Fake, 'url' | 'accessKey' | 'secretKey'>): Entry => ({
  KLING_BASE_URL: url,
  KLING_ACCESS_KEY: accessKey,
  KLING_SECRET_KEY: secretKey,
})

/** @param link answers with a public address of a file of ours; none when there is no such. */
export async function desk(entry: Entry, link?: Io['link']): Promise<Desk> {
  const scratch = await scratchFolder()
  const kept = new Map<string, string>()
  const kinds = new Map<string, AssetKind>()
  const mimes = { image: 'image/png', video: 'video/mp4', audio: 'audio/mpeg' } as const
  return {
    env: readEnv(entry),
    fetch,
    signal: new AbortController().signal,
    scratch,
    kept,
    ...(link ? { link } : {}),
    own: async (name, kind = 'image') => {
      await writeFile(path.join(scratch, name), `bytes of ${name}`)
      kinds.set(name, kind)
      return name
    },
    file: async (id) => {
      const kind = kinds.get(id) ?? 'image'
      const facts = { kind, mime: mimes[kind], bytes: 9 + id.length, name: id, sha256: id, url: `/api/media/${id}` }
      return { path: path.join(scratch, id), asset: { id, ...facts, createdAt: '2026-11-20T00:00:00Z' } }
    },
    copies: {
      get: async (asset) => kept.get(asset),
      put: async (asset, ref) => void kept.set(asset, ref),
      drop: async (ref) => {
        for (const [asset, known] of kept) if (known === ref) kept.delete(asset)
      },
    },
  }
}

export const words: Input = { prompt: 'A boat at dusk', duration: 5, mode: 'std', aspectRatio: '16:9' }

export function order(input: Input = words, workflow = 'text-to-video', model = 'kling-v3'): Order {
  const row = rowOf('kling', model)
  const found = row && workflowOf(row, workflow)
  if (!row || !found) throw new Error(`no ${model} ${workflow}`)
  return { name: crypto.randomUUID(), row, workflow: found, input }
}

/** Looks until nothing runs any more, as often as a worker would but without its pauses. */
export async function awaited(tickets: Ticket[], io: Io): Promise<Progress[]> {
  let now = tickets
  for (let looks = 0; looks < 2_000; looks += 1) {
    const all = await kling.check(now, io)
    if (all.every(({ state }) => state !== 'running')) return all
    now = now.map((ticket, at) => all[at]?.ticket ?? ticket)
    await new Promise((on) => setTimeout(on, 10))
  }
  throw new Error('it never ended')
}

export async function one(ticket: Ticket, io: Io): Promise<Progress> {
  const [answer] = await kling.check([ticket], io)
  if (!answer) throw new Error('no answer')
  return answer
}

/** How a start failed. Throws when it did not. */
export async function failure(work: Promise<unknown>): Promise<StartFailure> {
  const caught = await work.then(
    () => new Error('it went through'),
    (error: unknown) => error,
  )
  if (caught instanceof StartFailure) return caught
  throw caught
}

export const looks = ({ exchanges }: Fake) => exchanges.filter(({ method }) => method === 'GET')
export const sent = ({ exchanges }: Fake) => exchanges.filter(({ method }) => method === 'POST')
