// What an adapter may use, in memory: the fake's address, files of our own, and which of them were uploaded.
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { readEnv } from '../../../lib/env.server'
import { rowOf } from '../../../lib/models/catalog'
import type { Input } from '../../../lib/models/input'
import { workflowOf } from '../../../lib/models/standing'
import type { Io, Order, Progress, Ticket } from '../../../lib/providers/provider'
import { runware } from '../../../lib/providers/runware'
import type { Fake } from '../../fakes/runware/server'
import { scratchFolder } from '../../scratch'

export type Desk = Io & {
  refs: Map<string, string> /** A file of ours; its id. */
  picture(name: string): Promise<string>
}

export async function desk(fake: Pick<Fake, 'url' | 'key'>): Promise<Desk> {
  const scratch = await scratchFolder()
  const refs = new Map<string, string>()
  return {
    env: readEnv({ RUNWARE_API_KEY: fake.key, RUNWARE_BASE_URL: fake.url }),
    fetch,
    signal: new AbortController().signal,
    scratch,
    refs,
    picture: async (name) => {
      await writeFile(path.join(scratch, name), `bytes of ${name}`)
      return name
    },
    file: async (id) => ({
      path: path.join(scratch, id),
      asset: {
        id,
        kind: 'image',
        mime: 'image/png',
        bytes: 9 + id.length,
        name: id,
        sha256: id,
        url: `/api/media/${id}`,
        createdAt: '2026-11-20T00:00:00Z',
      },
    }),
    copies: {
      get: async (asset) => refs.get(asset),
      put: async (asset, ref) => void refs.set(asset, ref),
      drop: async (ref) => {
        for (const [asset, kept] of refs) if (kept === ref) refs.delete(asset)
      },
    },
  }
}

export const pro = 'klingai:kling-video@3-pro'
export const words: Input = { prompt: 'A boat at dusk', duration: 5, width: 1920, height: 1080 }

export function order(input: Input = words, workflow = 'text-to-video', model = pro): Order {
  const row = rowOf('runware', model)
  const found = row && workflowOf(row, workflow)
  if (!row || !found) throw new Error(`no ${model} ${workflow}`)
  return { name: crypto.randomUUID(), row, workflow: found, input }
}

/** Looks until nothing runs any more, as often as a worker would but without its pauses. */
export async function awaited(tickets: Ticket[], io: Io): Promise<Progress[]> {
  let now = tickets
  for (let looks = 0; looks < 2_000; looks += 1) {
    const all = await runware.check(now, io)
    if (all.every(({ state }) => state !== 'running')) return all
    now = now.map((ticket, at) => all[at]?.ticket ?? ticket)
    await new Promise((on) => setTimeout(on, 10))
  }
  throw new Error('it never ended')
}

export const looks = (fake: Fake) => fake.exchanges.filter(({ tasks }) => tasks[0]?.taskType === 'getResponse')
export const sent = (fake: Fake) =>
  fake.exchanges.filter(({ tasks }) => String(tasks[0]?.taskType).endsWith('Inference'))
