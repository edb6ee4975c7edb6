// Queues in front of a provider: one per limit that it has, in order, and what was learnt of how many it runs at once.
import type { ProviderId, Row } from '../models/row'
import type { Provider } from '../providers/provider'

/** Milliseconds after which one more is tried than was let in last time. */
const probe = 60_000

export type Lane = {
  key: string
  /** One after the other, and nobody passes the first. */
  strict: boolean
  /** The models of this queue; none: every model that is in no other. */
  only?: readonly string[]
  not?: readonly string[]
}

type Learnt = { limit: number; at: number }

/** @param rows what the catalogue offers, from which the lanes of a provider come. @param now milliseconds since 1970. */
export function openLanes(rows: readonly Row[], now: () => number = Date.now) {
  const known = new Map<ProviderId, readonly Lane[]>()
  const learnt = new Map<string, Learnt>()
  const heldUntil = new Map<string, number>()
  const busy = new Set<string>()
  const reasons = new Map<string, string>()

  function lanesOf(provider: Provider): readonly Lane[] {
    const kept = known.get(provider.id)
    if (kept) return kept
    const made = cut(provider, rows)
    known.set(provider.id, made)
    return made
  }

  const laneFor = (provider: Provider, model: string): Lane | undefined => {
    const lanes = lanesOf(provider)
    return lanes.find(({ only }) => only?.includes(model)) ?? lanes.find(({ only }) => !only)
  }
  const named = (provider: Provider, model: string) => `${provider.id} ${model}`

  return {
    of: lanesOf,
    for: laneFor,
    /** Until when nobody of it is placed, epoch milliseconds. */
    until: ({ key }: Lane) => heldUntil.get(key) ?? 0,
    hold: ({ key }: Lane, ms: number) => void heldUntil.set(key, now() + ms),
    /** How many of a model may run at once as far as was learnt; none when nothing was. */
    limit(provider: Provider, model: string): number | undefined {
      const one = learnt.get(named(provider, model))
      return one && one.limit + (now() - one.at >= probe ? 1 : 0)
    },
    /** It was refused for want of room while so many of its model ran. Milliseconds until one more is tried. */
    full(provider: Provider, model: string, running: number, why: string): number {
      const lane = laneFor(provider, model)
      if (lane) reasons.set(lane.key, why)
      learnt.set(named(provider, model), { limit: Math.max(1, running), at: now() })
      return probe
    },
    /** Why those who wait in it do, since it was full. */
    reason: ({ key }: Lane) => reasons.get(key),
    /** So many of a model run: what was learnt is raised to it. */
    runs(provider: Provider, model: string, running: number): void {
      const one = learnt.get(named(provider, model))
      if (one && running > one.limit) one.limit = running
    },
    forget(provider: ProviderId): void {
      for (const all of [learnt, heldUntil, reasons])
        for (const key of all.keys()) if (key.startsWith(`${provider} `)) all.delete(key)
    },
    /** Whether one of a strict lane is being placed just now. */
    isBusy: ({ key }: Lane) => busy.has(key),
    begin: ({ key }: Lane) => void busy.add(key),
    end: ({ key }: Lane) => void busy.delete(key),
  }
}

function cut(provider: Provider, rows: readonly Row[]): Lane[] {
  const { id, lane } = provider
  if (!lane) return [{ key: `${id} `, strict: false }]
  const groups = new Map<string, string[]>()
  for (const row of rows) if (row.provider === id) groups.set(lane(row), [...(groups.get(lane(row)) ?? []), row.model])
  const cut = [...groups].map(([name, only]): Lane => ({ key: `${id} lane ${name}`, strict: true, only }))
  // Whatever the catalogue no longer has must still come out of the queue, to be refused with a word.
  return [...cut, { key: `${id} lane`, strict: true, not: [...groups.values()].flat() }]
}
