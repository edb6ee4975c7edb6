// What a provider brings to the suite: itself, somebody to order from, and how to give that somebody a bad day.
import type { Io, Order, Progress, Provider, StartFailure, Ticket } from '../../../lib/providers/provider'

type Sent = { method: string; path: string; body: unknown }

export type Bench = {
  provider: Provider
  io: Io
  /** A lawful order, another one each time. */
  order(): Order
  /** Words that nobody may ever read. */
  secrets: readonly string[]
  /** Every request for an order that arrived, taken or not. */
  sent(): Sent[]
  /** How many orders were bought. */
  bought(): number
  /** Ends what runs; `only` is the order that was started so manieth, from 0. */
  finish(only?: number): Promise<void> | void
  /** The next order meets this. */
  meet(fate: Fate): void
  /** The same provider and io with a wrong key. */
  intruder(): Promise<{ provider: Provider; io: Io; order: Order }>
  close(): Promise<void>
}

/** `lost-…`: the answer is cut off, before or after the order was taken. */
export type Fate = 'lost-before' | 'lost-after' | 'refused' | 'later' | 'paused' | 'failed'

export type Entrant = {
  name: string
  /** Whether orders go out to somebody; otherwise there is nothing to lose, to refuse or to pay. */
  sends: boolean
  /** Whether an order can be found by its name after a lost answer. */
  names: boolean
  open(): Promise<Bench>
}

/** How a start failed. Throws when it did not, or failed without saying so. */
export async function failure(work: Promise<unknown>): Promise<StartFailure> {
  const caught = await work.then(
    () => new Error('it went through'),
    (error: unknown) => error,
  )
  if (caught instanceof Error && caught.name === 'StartFailure') return caught as StartFailure
  throw caught
}

/** Looks until none runs any more. */
export async function ended({ provider, io }: Pick<Bench, 'provider' | 'io'>, tickets: Ticket[]): Promise<Progress[]> {
  let now = tickets
  for (let looks = 0; looks < 4_000; looks += 1) {
    const all = await provider.check(now, io)
    if (all.every(({ state }) => state !== 'running')) return all
    now = now.map((ticket, at) => all[at]?.ticket ?? ticket)
    await new Promise((on) => setTimeout(on, 20))
  }
  throw new Error('it never ended')
}
