// Stopping: a waiting task at once; one that was ordered is cancelled at the provider, where that can be done.
import { StudioError } from '../errors'
import type { Provider } from '../providers/provider'
import type { Held } from '../tasks/agenda.server'
import type { TaskStore } from '../tasks/store.server'
import type { Task } from '../tasks/task'
import type { Desk } from './desk'
import { backOff, patience, within } from './patience'
import { recall } from './place'
import { save } from './save'

/** Throws StudioError('not-found'), and 'conflict' for what has ended or is being saved. */
export async function stop(tasks: TaskStore, id: string): Promise<Task> {
  // Another step may move it between the look and the move; then it is looked at again.
  for (;;) {
    const task = await tasks.get(id)
    const { status } = task
    if (status === 'cancelled' || status === 'cancelling') return task
    if (status === 'saving')
      throw new StudioError('conflict', 'The film is made and is being saved; remove it when it is done.')
    if (status === 'done' || status === 'failed') throw new StudioError('conflict', 'The task has ended already.')
    const moved =
      status === 'queued'
        ? await tasks.move(id, status, 'cancelled')
        : await tasks.move(id, status, 'cancelling', {}, status === 'running' ? { attempts: 0, dueIn: 0 } : {})
    if (moved) return moved
  }
}

/** `held` stands at `cancelling`. An order without a ticket is asked for first. */
export async function cancel(desk: Desk, provider: Provider, held: Held): Promise<void> {
  const { ticket, attempts } = held.work
  const { id } = held.task
  if (!ticket) return recall(desk, provider, held)
  const ask = provider.cancel?.bind(provider)
  let note: string | null = ask ? null : `${provider.label} cannot cancel; it may still be billed.`
  if (ask) {
    try {
      await within(patience.cancel, desk.closing, (signal) => ask(ticket, desk.io(provider, signal)))
    } catch {
      if (desk.closing.aborted) return
      if (await madeAfterAll(desk, provider, held)) return
      if (attempts < 4) {
        await desk.tasks.note(id, { attempts: attempts + 1, dueIn: backOff(attempts) })
        return desk.wake(provider.id, backOff(attempts))
      }
      note = `${provider.label} did not confirm the cancellation; it may still be billed.`
    }
  }
  await desk.tasks.move(id, 'cancelling', 'cancelled', { note })
}

/** Too late to cancel what is made: then it is kept. */
async function madeAfterAll(desk: Desk, provider: Provider, held: Held): Promise<boolean> {
  const { ticket } = held.work
  if (!ticket) return false
  const [answer] = await within(patience.check, desk.closing, (signal) =>
    provider.check([ticket], desk.io(provider, signal)),
  ).catch(() => [])
  if (answer?.state !== 'done') return false
  const known = held.work.results
  const results = [...known, ...(answer.results ?? []).filter(({ key }) => !known.some((one) => one.key === key))]
  const cost = answer.cost ? { cost: answer.cost } : {}
  const moved = await desk.tasks.move(held.task.id, 'cancelling', 'saving', cost, {
    results,
    attempts: 0,
    dueIn: patience.lease,
  })
  if (moved) await save(desk, provider, { task: moved, work: { ...held.work, results, attempts: 0 } })
  return true
}
