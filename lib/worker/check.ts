// Asking how running orders stand: many at once, and none of them can keep the others from being answered.
import { Outage, type Progress, type Provider } from '../providers/provider'
import type { Held } from '../tasks/agenda.server'
import type { Patch, WorkPatch } from '../tasks/store.server'
import { type Desk, lookAgain, messageOf, sinceStart } from './desk'
import { backOff, beat, patience, within } from './patience'
import { gather, pending, save } from './save'

/** Those that were answered last time are asked together; one that spoils its batch ends up asked alone. */
const batchSizes = [100, 5] as const

/** Begins one request per batch and returns; an answer changes its task when it comes. */
export function check(desk: Desk, provider: Provider, due: readonly Held[]): void {
  const groups = new Map<number, Held[]>()
  for (const held of due) {
    const size = batchSizes[held.work.attempts] ?? 1
    groups.set(size, [...(groups.get(size) ?? []), held])
  }
  for (const [size, all] of groups) {
    for (let i = 0; i < all.length; i += size) {
      const batch = all.slice(i, i + size)
      // Whoever is due has been answered before, even while the step that did it still writes down the others.
      desk.begin(`check ${crypto.randomUUID()}`, () => ask(desk, provider, batch))
    }
  }
}

async function ask(desk: Desk, provider: Provider, batch: readonly Held[]): Promise<void> {
  const tickets = batch.map(({ work }) => work.ticket ?? {})
  // This look answers to all calls until now.
  for (const { task } of batch) desk.called(task.id)
  let answers: Progress[]
  try {
    answers = await within(patience.check, desk.closing, (signal) => provider.check(tickets, desk.io(provider, signal)))
  } catch (error) {
    if (desk.closing.aborted) return
    if (error instanceof Outage) return void (await Promise.all(batch.map((held) => out(desk, provider, held, error))))
    return void (await Promise.all(batch.map((held) => unanswered(desk, provider, held, messageOf(error)))))
  }
  await Promise.all(
    batch.map((held, i) => {
      const answer = answers[i]
      if (!answer) return unanswered(desk, provider, held, `${provider.label} left it out of its answer.`)
      return answered(desk, provider, held, answer).catch((error) => console.error(error))
    }),
  )
}

/** The message says whether it refused or was silent. */
const askingAgain = ({ label }: Provider, message: string) =>
  `${label} does not say how it stands; asking again. ${message}`

async function unanswered(desk: Desk, provider: Provider, held: Held, message: string): Promise<void> {
  if (sinceStart(held) > patience.order) return overdue(desk, provider, held, message)
  const dueIn = backOff(held.work.attempts)
  const attempts = held.work.attempts + 1
  // A single slip is not worth a word.
  const patch = attempts > 2 ? { note: askingAgain(provider, message) } : {}
  await desk.tasks.touch(held.task.id, ['running'], patch, { attempts, dueIn })
  desk.wake(provider.id, dueIn)
}

/** Nobody's batch spoiled it, so they stay together and the provider is left in peace for a while. */
async function out(desk: Desk, provider: Provider, held: Held, { message, afterMs }: Outage): Promise<void> {
  if (sinceStart(held) > patience.order) return overdue(desk, provider, held, message)
  const dueIn = beat(
    Math.max(afterMs ?? 0, patience.outage, provider.rhythm(sinceStart(held), await desk.pace(provider, held))),
  )
  const note = askingAgain(provider, message)
  if (held.task.note === note) await desk.tasks.note(held.task.id, { dueIn })
  else await desk.tasks.touch(held.task.id, ['running'], { note }, { dueIn })
  desk.wake(provider.id, dueIn)
}

async function answered(desk: Desk, provider: Provider, held: Held, answer: Progress): Promise<void> {
  const { task, work } = held
  const results = answer.results ?? []
  const cost = {
    ...(answer.cost ? { cost: answer.cost } : {}),
    ...(answer.billedAs === undefined ? {} : { billedAs: answer.billedAs }),
  }
  const ticket = answer.ticket ? { ticket: answer.ticket } : {}
  const fresh = { task, work: { ...work, ...ticket } }
  const dueIn = beat(provider.rhythm(sinceStart(held), await desk.pace(provider, held)))

  if (answer.state === 'running') {
    if (sinceStart(held) > patience.order) return overdue(desk, provider, held, 'It says that it still works on it.')
    await look(desk, held, answer, { ...ticket, attempts: 0, dueIn })
    if (results.length > 0) desk.begin(task.id, async () => void (await gather(desk, provider, fresh, results)))
    return lookAgain(desk, provider, task.id, dueIn)
  }

  // Should a step on this task be under way, the next look finds the same answer.
  await desk.tasks.note(task.id, { ...ticket, attempts: 0, dueIn })
  desk.wake(provider.id, dueIn)
  desk.begin(task.id, async () => {
    if (answer.state === 'failed') {
      // What came out of it is paid: the task does not end while one more try may bring it.
      if (pending(fresh, await gather(desk, provider, fresh, results)) !== undefined) {
        const again = backOff(work.attempts)
        await desk.tasks.note(task.id, { attempts: work.attempts + 1, dueIn: again })
        return desk.wake(provider.id, again)
      }
      const error = answer.error ?? { code: 'provider', message: `${provider.label} gave no reason.`, retryable: false }
      return void (await desk.tasks.move(task.id, 'running', 'failed', { error, ...cost }))
    }
    const known = (await desk.tasks.agenda.held(task.id))?.work.results ?? []
    const have = new Set(known.map(({ key }) => key))
    const all = [...known, ...results.filter(({ key }) => !have.has(key))]
    const moved = await desk.tasks.move(
      task.id,
      'running',
      'saving',
      { note: null, ...cost },
      { results: all, attempts: 0, dueIn: patience.lease },
    )
    if (moved) await save(desk, provider, { task: moved, work: { ...fresh.work, results: all, attempts: 0 } })
  })
}

/** Writes only what is new; a share that goes back is kept where it was. */
async function look(desk: Desk, { task }: Held, answer: Progress, workPatch: WorkPatch): Promise<void> {
  const patch: Patch = {}
  if (answer.share !== undefined && answer.share > (task.progress ?? -1)) patch.progress = Math.min(1, answer.share)
  if ((answer.note ?? undefined) !== task.note) patch.note = answer.note ?? null
  if (answer.billedAs !== undefined && answer.billedAs !== task.billedAs) patch.billedAs = answer.billedAs
  if (answer.cost && answer.cost.amount !== task.cost?.amount) patch.cost = answer.cost
  if (Object.keys(patch).length > 0) await desk.tasks.touch(task.id, ['running'], patch, workPatch)
  else await desk.tasks.note(task.id, workPatch)
}

async function overdue(desk: Desk, provider: Provider, held: Held, message: string): Promise<void> {
  const hours = Math.round(patience.order / 3_600_000)
  const error = {
    code: 'overdue',
    message: `${provider.label} brought nothing within ${hours} hours; it may be billed. ${message}`,
    retryable: false,
  }
  await desk.tasks.move(held.task.id, 'running', 'failed', { error })
}
