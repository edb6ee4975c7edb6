// The contract with whoever runs models for us. Nothing global, so nothing to mock; a task is nothing to an adapter.
import type { Env } from '../env.server'
import type { Issue } from '../errors'
import type { Asset } from '../media/asset'
import type { Medium } from '../media/medium'
import type { Face } from '../models/check/shape'
import type { ElementUse, Input } from '../models/input'
import type { ProviderId, Row, Workflow } from '../models/row'
import type { nameFields } from '../models/vocabulary'

/**
 * `name` is the task's id: the order is named before it is placed, and asked for by that name ever after. `again`: it
 * was sent under this name before and put off, so a provider that knows the name has it already. `wanted` is asked right
 * before an order is sent: false once a person has stopped it.
 */
export type Order = {
  name: string
  row: Row
  workflow: Workflow
  input: Input
  webhookUrl?: string
  again?: boolean
  /** A part of a longer film: it has neither a beginning nor an end of its own. */
  part?: boolean
  wanted?(): Promise<boolean>
}

/** The provider's receipt: opaque JSON to everybody but its adapter. */
export type Ticket = { [key: string]: unknown }

/**
 * A finished file: at the provider's address, or already on this computer. `key` tells results of one order apart.
 * `poster` is the path of a still, where the adapter drew one itself.
 */
export type Result =
  | {
      key: string
      url: string
      /** The provider's own name of the file, under which later orders can speak of it. */
      ref?: string
    }
  | { key: string; path: string; poster?: string }

export type Progress = {
  state: 'running' | 'done' | 'failed'
  /** 0..1, only when the provider says so. */
  share?: number
  /** A word on why it waits, shown as it is. */
  note?: string
  /** Those that are ready, also while others run. */
  results?: Result[]
  /** As billed, only when the provider said so: USD, or `units` of a pack bought before. */
  cost?: { amount: number; currency: string }
  /** The provider's own name of what it bills, where that is another than the model's. */
  billedAs?: string
  error?: { code: string; message: string; retryable: boolean; billed?: boolean; issues?: Issue[] }
  /** A newer receipt that replaces the old one. */
  ticket?: Ticket
}

/** What an adapter may use. `copies` remembers which of our files the provider already holds. */
export type Io = {
  env: Env
  fetch: typeof fetch
  signal: AbortSignal
  /** Our own file by asset id: facts, and bytes as a path on this computer. */
  file(id: string): Promise<{ asset: Asset; path: string }>
  copies: {
    get(asset: string): Promise<string | undefined>
    put(asset: string, ref: string): Promise<void>
    drop(ref: string): Promise<void>
  }
  /** An address from which the provider can fetch a file of ours for some hours; none where the studio has none. */
  link?(asset: string): Promise<string | undefined>
  /** A folder for the adapter's own working files. */
  scratch: string
  /** This studio among others that share its tasks, and whether another one is still there; absent: it is alone. */
  house?: { mark: number; stands(mark: number): Promise<boolean> }
}

/**
 * How a start can end without a ticket. `refused`: surely not placed, and never will be as it is. `later`: surely not
 * placed, worth trying again after `afterMs`. `paused`: surely not placed, and nothing of this provider will be until a
 * person acts. `lost`: it may have been placed; only `recall` may say.
 */
export class StartFailure extends Error {
  readonly outcome: 'refused' | 'later' | 'paused' | 'lost'
  readonly code: string
  readonly issues: Issue[] | undefined
  readonly afterMs: number | undefined
  /** With `later`: the account runs as many as it may, so there is no use in asking before one of them ends. */
  readonly crowded: boolean
  constructor(
    outcome: StartFailure['outcome'],
    code: string,
    message: string,
    more: { issues?: Issue[]; afterMs?: number; crowded?: boolean } = {},
  ) {
    super(message)
    this.name = 'StartFailure'
    this.outcome = outcome
    this.code = code
    this.issues = more.issues
    this.afterMs = more.afterMs
    this.crowded = more.crowded ?? false
  }
}

/** Nothing can be learnt from the provider just now, of no order: ask again later, and together as before. */
export class Outage extends Error {
  readonly afterMs: number | undefined
  constructor(message: string, afterMs?: number) {
    super(message)
    this.name = 'Outage'
    this.afterMs = afterMs
  }
}

/** What decides how soon a running order is looked at again. */
export type Pace = {
  /** Milliseconds that such orders mostly take, where that is known. */
  usualMs?: number
  /** Whether the provider calls when something changes: then looking is only for the call that never comes. */
  called?: boolean
}

/** A subject or a voice that the provider keeps for later orders. Its id is text: it may exceed what a number holds. */
export type Kept = { id: string; name: string; own: boolean; description?: string; sampleUrl?: string }

/** What a provider keeps for us between orders. */
export type Shelf = {
  list(what: KeptKind, io: Io): Promise<Kept[]>
  /** Makes it there from our own parts, once: the same parts give the same id. Throws StudioError. */
  keep(what: KeptKind, element: ElementUse, io: Io): Promise<string>
  /** The id under which the provider keeps these very parts; none when it does not. */
  known(what: KeptKind, element: ElementUse, io: Io): Promise<string | undefined>
  drop(what: KeptKind, id: string, io: Io): Promise<void>
}
export type KeptKind = 'element' | 'voice'

/** From the top left, 0 to 1 along each side. */
type Spot = { x: number; y: number }
/** A film opened for choosing in it; frames are counted from 0. */
type Session = { session: string; fps: number; frames: number; width: number; height: number }
/** What is taken for one subject in a frame. `picture` is a data address, light where the subject is. */
export type Outline = { subject: string; picture: string }

/**
 * Looking into a film before an order is written: whose faces are seen, and what lies under a click. Each answers at
 * once and throws StudioError as the provider refuses, HttpFailure when nothing comes back.
 */
export type Scout = {
  /** A face's `picture` is an address at the provider, or a data address. */
  faces(film: Medium, io: Io): Promise<{ session: string; faces: Face[] }>
  open(film: Medium, io: Io): Promise<Session>
  /** `drop` takes back exactly the points that were set. Answers with what is chosen in that frame now. */
  point(session: string, act: 'set' | 'drop', frame: number, spots: readonly Spot[], io: Io): Promise<Outline[]>
  clear(session: string, io: Io): Promise<void>
  /** The address of a film that shows what is chosen throughout. */
  show(session: string, io: Io): Promise<string>
}

/** What was bought before and is used up. Units, ISO dates. */
export type Pack = {
  id: string
  name: string
  total: number
  left: number
  from?: string
  until?: string
  state: string
}
export type Balance = { amount: number; currency: string; packs?: Pack[] }

/** What a provider says to an order that it is not to run. `words` is its sentence, `issues` the same at our fields. */
export type Rehearsal = { taken: boolean; words: string; issues: Issue[] }

/** Exactly what would be sent, keys left out. */
type Call = { method: string; path: string; body: unknown }

export type Imported = { model: string; workflow: string; input: Input; notes: string[] }

export type Provider = {
  id: ProviderId
  label: string
  /** true, or the reason shown in the picker and in Settings. */
  ready(env: Env): true | string
  /** How many orders of a lane may run at once; the rest wait in order. */
  limit(env: Env): number
  /** Models that share a limit at the provider share a lane: one queue, in which one is placed after the other. Without it, all of them do and may be placed at once. */
  lane?(row: Row): string
  /**
   * Beginning again costs nothing: an order that `recall` does not find is simply started anew, and `check` may begin
   * again what ended with the process that did it.
   */
  free?: true
  /** What an order cannot be placed with as this studio is set up, at its field of the input. */
  lacks?(order: Pick<Order, 'row' | 'workflow' | 'input'>, env: Env): Issue[]
  start(order: Order, io: Io): Promise<Ticket>
  /** Many tickets at once, answers in the same order; one request where the protocol allows it. Throws only when nothing is known of any, and then an Outage if it is nobody's order that spoils it. */
  check(tickets: Ticket[], io: Io): Promise<Progress[]>
  /** Milliseconds until the next look at a ticket, after `elapsedMs` of running. */
  rhythm(elapsedMs: number, pace?: Pace): number
  /** After a lost reply or a crash: does an order of this name exist? Throws when it should be asked again; StartFailure('refused' | 'paused'), or one that is crowded, when it surely does not. */
  recall?(order: Order, io: Io): Promise<Ticket | 'never seen' | 'unknown'>
  cancel?(ticket: Ticket, io: Io): Promise<void>
  /** Origins from which results may be fetched besides public addresses. */
  origins?(env: Env): string[]
  /** Headers for a result at one of its own addresses; never for another origin, whatever leads there. */
  access?(url: string): Record<string, string> | undefined
  preview?(order: Order): Call[]
  /** Asks whether it would take an order, without placing it. */
  rehearse?(order: Order, io: Io): Promise<Rehearsal>
  /** true, or why that is not offered: absent where a provider has no such thing. */
  rehearses?(env: Env): true | string
  /** A provider's own request as its pages show it → our words. Throws StudioError('invalid') naming the fields. */
  read?(request: unknown, endpoint?: string): Imported
  /** Its own words for a field, as a setting lists them; suggestions, never the only choice. */
  names?(env: Env, field: (typeof nameFields)[number]): readonly string[]
  /** The order of this name has ended, here or in another studio: work that goes on and working files can go. */
  release?(name: string): Promise<void>
  /** What is left at the provider, for Settings. */
  balance?(io: Io): Promise<Balance | undefined>
  /** Whether a callback is the provider's own, where it signs them: true, or why it is not believed. */
  signed?(call: { headers: Headers; body: string }, env: Env): true | string
  shelf?: Shelf
  scout?: Scout
}
