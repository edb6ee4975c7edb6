// Placing an order, once. Whatever happens on the way, no second one is bought.
import { StudioError } from '../errors'
import { type Provider, StartFailure, type Ticket } from '../providers/provider'
import type { Held } from '../tasks/agenda.server'
import type { Failure } from '../tasks/task'
import { type Desk, lookAgain, messageOf, orderOf, sinceStart } from './desk'
import { backOff, beat, patience, within } from './patience'

/** While an order goes out it is held on to in short terms: another studio on the database asks soon after this one's end, and not before. */
async function heldOn<T>(desk: Desk, { task }: Held, run: () => Promise<T>): Promise<T> {
  let last: Promise<void> | undefined
  const timer = setInterval(() => {
    // What cannot be said now is said with the next beat.
    last = desk.tasks.agenda.keep(task.id, patience.lease).catch(() => undefined)
  }, patience.lease / 4)
  try {
    return await run()
  } finally {
    clearInterval(timer)
    // It must not speak after the task has moved on.
    await last
  }
}

/** `held` has just been moved to `starting`, and that is committed. */
export async function place(desk: Desk, provider: Provider, held: Held): Promise<void> {
  let ticket: Ticket
  try {
    const order = orderOf(desk, held)
    ticket = await heldOn(desk, held, () =>
      within(patience.start, desk.closing, (signal) => provider.start(order, desk.io(provider, signal))),
    )
  } catch (error) {
    // The next studio on this database asks the provider.
    if (desk.closing.aborted) return
    return unplaced(desk, provider, held, error)
  }
  await placed(desk, provider, held, ticket)
}

async function placed(desk: Desk, provider: Provider, held: Held, ticket: Ticket): Promise<void> {
  const { id } = held.task
  const dueIn = beat(provider.rhythm(0, await desk.pace(provider, held)))
  if (await desk.tasks.move(id, 'starting', 'running', { note: null }, { ticket, attempts: 0, dueIn }))
    return lookAgain(desk, provider, id, dueIn)
  // Cancelled meanwhile, or begun anew after a restart: with its ticket it can be looked after.
  await desk.tasks.note(id, { ticket, attempts: 0, dueIn: 0 })
  desk.wake(provider.id)
}

/** Surely not placed, and it stays so. Cancelled meanwhile, it is simply cancelled. */
async function fail(desk: Desk, held: Held, error: Failure): Promise<void> {
  const { id } = held.task
  if (await desk.tasks.move(id, 'starting', 'failed', { error })) return
  if (error.code !== 'unknown' && (await desk.tasks.move(id, 'cancelling', 'cancelled', { startedAt: null }))) return
  for (const from of ['cancelling', 'running'] as const)
    if (await desk.tasks.move(id, from, 'failed', { error })) return
}

/** Surely not placed; it waits in its old place. */
async function putBack(desk: Desk, held: Held, note: string, dueIn: number): Promise<void> {
  const { id } = held.task
  const attempts = held.work.attempts + 1
  if (await desk.tasks.move(id, 'starting', 'queued', { note }, { attempts, dueIn })) return
  await desk.tasks.move(id, 'cancelling', 'cancelled', { startedAt: null })
}

/** What the studio itself refused was not sent. */
const ownRefusals = new Set([
  'invalid',
  'not-found',
  'too-large',
  'unknown-kind',
  'broken',
  'forbidden',
  'not-ready',
  'setting',
])

async function unplaced(desk: Desk, provider: Provider, held: Held, error: unknown): Promise<void> {
  if (error instanceof StudioError && ownRefusals.has(error.code)) {
    const { code, message, issues } = error
    return fail(desk, held, { code, message, retryable: false, billed: false, ...(issues ? { issues } : {}) })
  }
  if (!(error instanceof StartFailure)) return recall(desk, provider, held, messageOf(error))
  const { outcome, code, message, issues, afterMs, crowded } = error
  if (outcome === 'lost') return recall(desk, provider, held, message)
  if (outcome === 'paused') {
    await desk.pause(provider.id, message)
    return putBack(desk, held, message, 0)
  }
  if (outcome === 'later' && crowded) {
    const rest = await desk.crowd(provider, held, message)
    await putBack(desk, held, message, 0)
    return desk.wake(provider.id, rest)
  }
  if (outcome === 'later') {
    const rest = afterMs ?? backOff(0)
    // Until it is back in its place, nobody behind it may start.
    desk.hold(provider.id, rest + patience.check)
    await putBack(desk, held, message, Math.max(rest, held.work.attempts > 0 ? backOff(held.work.attempts) : 0))
    desk.hold(provider.id, rest)
    return desk.wake(provider.id, rest)
  }
  await fail(desk, held, {
    code,
    message,
    retryable: false,
    billed: false,
    ...(issues ? { issues } : {}),
  })
}

/**
 * It may have been placed: after a lost reply or a crash only the provider knows. Found, it goes on; surely never seen, it
 * failed; not to be known, a person decides.
 */
export async function recall(desk: Desk, provider: Provider, held: Held, cause?: string): Promise<void> {
  let answer: Ticket | 'never seen' | 'unknown'
  try {
    const order = orderOf(desk, held)
    const ask = provider.recall?.bind(provider)
    answer = ask
      ? await heldOn(desk, held, () =>
          within(patience.recall, desk.closing, (signal) => ask(order, desk.io(provider, signal))),
        )
      : 'unknown'
  } catch (error) {
    if (desk.closing.aborted) return
    // For want of room is said only of what is not there: it waits in its old place, and nobody passes it.
    const surely = error instanceof StartFailure && (['refused', 'paused'].includes(error.outcome) || error.crowded)
    if (surely) return unplaced(desk, provider, held, error)
    if (error instanceof StudioError && error.code === 'invalid') return unknown(desk, provider, held, error.message)
    if (sinceStart(held) > patience.order) return unknown(desk, provider, held, messageOf(error))
    const dueIn = backOff(held.work.attempts)
    await desk.tasks.touch(
      held.task.id,
      ['starting', 'cancelling'],
      { note: `Asking ${provider.label} whether the order arrived.` },
      { attempts: held.work.attempts + 1, dueIn },
    )
    return desk.wake(provider.id, dueIn)
  }
  if (typeof answer === 'object') return placed(desk, provider, held, answer)
  if (provider.free) return again(desk, provider, held, cause)
  if (answer === 'unknown') return unknown(desk, provider, held, cause)
  await fail(desk, held, {
    code: 'not-placed',
    message: `The order never reached ${provider.label}, so nothing was bought.${cause ? ` ${cause}` : ''}`,
    retryable: true,
    billed: false,
  })
}

async function again(desk: Desk, provider: Provider, held: Held, cause: string | undefined): Promise<void> {
  const { id, status } = held.task
  if (status === 'cancelling') return void (await desk.tasks.move(id, 'cancelling', 'cancelled'))
  if (held.work.attempts >= 3)
    return fail(desk, held, {
      code: 'not-placed',
      message: cause ?? 'It could not be started.',
      retryable: true,
      billed: false,
    })
  const attempts = held.work.attempts + 1
  const workPatch = { attempts, dueIn: patience.lease }
  await desk.tasks.touch(id, ['starting', 'running'], { progress: null, note: null }, workPatch)
  await place(desk, provider, { task: held.task, work: { ...held.work, attempts } })
}

const unknown = (desk: Desk, provider: Provider, held: Held, cause?: string) =>
  fail(desk, held, {
    code: 'unknown',
    message: `Whether ${provider.label} took the order cannot be known; it may be billed. Look there before ordering again.${cause ? ` ${cause}` : ''}`,
    retryable: false,
  })
