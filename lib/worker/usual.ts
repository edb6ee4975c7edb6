// How long orders mostly take, asked of the tables now and then.
import type { TaskStore } from '../tasks/store.server'
import type { Task } from '../tasks/task'

/** Milliseconds for which an answer is good enough. */
const fresh = 5 * 60_000

type Kind = Pick<Task, 'provider' | 'model' | 'workflow'>

export function openUsual(agenda: Pick<TaskStore['agenda'], 'usual'>) {
  const known = new Map<string, { at: number; ms: Promise<number | undefined> }>()
  return (task: Kind): Promise<number | undefined> => {
    const key = `${task.provider} ${task.model} ${task.workflow}`
    const kept = known.get(key)
    if (kept && Date.now() - kept.at < fresh) return kept.ms
    // It only spares looks: when the tables do not answer, the usual rhythm serves.
    const ms = agenda.usual(task).catch(() => undefined)
    known.set(key, { at: Date.now(), ms })
    return ms
  }
}
