// What every step has at hand. Nothing global.
import type { Env } from '../env.server'
import { StudioError } from '../errors'
import type { Library } from '../media/library.server'
import type { ProviderId, Row } from '../models/row'
import type { Io, Order, Pace, Provider } from '../providers/provider'
import type { Held } from '../tasks/agenda.server'
import type { TaskStore } from '../tasks/store.server'

export type Keeper = Pick<Library, 'need' | 'find' | 'findMany' | 'path' | 'keep' | 'keepUrl' | 'keepFile' | 'remove'>

export type Desk = {
  env: Env
  tasks: TaskStore
  library: Keeper
  closing: AbortSignal
  rowOf(provider: string, model: string): Row | undefined
  io(provider: Provider, signal: AbortSignal): Io
  /** Begins a step on a task; false when one is being taken already. Whatever it throws is only written down. */
  begin(id: string, step: () => Promise<void>): boolean
  /** Asks for a look after so many milliseconds. */
  wake(provider: ProviderId, inMs?: number): void
  /** Nothing more is started at this provider: for a while, or until a person acts. */
  hold(provider: ProviderId, ms: number): void
  /** The account runs as many of this model as it may: those behind `held` wait and are told. Milliseconds for which it rests. */
  crowd(provider: Provider, held: Held, message: string): Promise<number>
  /** What decides how soon this order is looked at again. */
  pace(provider: Provider, held: Held): Promise<Pace>
  /** Whether the provider has called for this order since this was asked last: while it was placed or looked at, a call is not lost. */
  called(id: string): boolean
  pause(provider: ProviderId, reason: string): Promise<void>
}

/** What the provider is asked for. Throws StudioError('invalid') when the catalogue no longer has the model. */
export function orderOf(desk: Desk, { task, work }: Held): Order {
  const row = desk.rowOf(task.provider, task.model)
  const workflow = row?.workflows.find(({ id }) => id === task.workflow)
  if (!row || !workflow)
    throw new StudioError('invalid', `The catalogue has no ${task.model} for ${task.workflow} any more.`)
  const { PUBLIC_URL } = desk.env
  const webhookUrl = PUBLIC_URL
    ? new URL(`api/webhooks/${task.provider}/${task.id}?token=${work.token}`, `${PUBLIC_URL.replace(/\/$/, '')}/`).href
    : undefined
  const again = work.attempts > 0 ? { again: true } : {}
  const part = task.storyboardId === undefined ? {} : { part: true }
  const wanted = async () => (await desk.tasks.find(task.id))?.status === 'starting'
  return {
    name: task.id,
    row,
    workflow,
    input: task.input,
    ...(webhookUrl ? { webhookUrl } : {}),
    ...again,
    ...part,
    wanted,
  }
}

/** When `dueIn` ms is written down: it is looked at then, or at once where the provider called before that was done. A later call writes itself. */
export async function lookAgain(desk: Desk, provider: Provider, id: string, dueIn: number): Promise<void> {
  const called = desk.called(id)
  if (called) await desk.tasks.note(id, { dueIn: 0 })
  desk.wake(provider.id, called ? 0 : dueIn)
}

/** Seconds would do; the clock of this process is what the deadline is measured with. */
export const sinceStart = ({ task }: Held) => Date.now() - Date.parse(task.startedAt ?? task.createdAt)

export const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
