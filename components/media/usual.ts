// How long things usually take, and where they stand in line: measured from the tasks at hand, never guessed.
import type { Task } from '@/lib/tasks/task'

type Kind = Pick<Task, 'provider' | 'model' | 'workflow'>
const key = ({ provider, model, workflow }: Kind) => `${provider}/${model}/${workflow}`
const enough = 3

/** "usually 2–4 min" per model and workflow, from three finished tasks on. */
export function usualTimes(tasks: readonly Task[]): (task: Kind) => string | undefined {
  const times = new Map<string, number[]>()
  for (const task of tasks) {
    if (task.status !== 'done' || !task.startedAt || !task.endedAt) continue
    const list = times.get(key(task)) ?? []
    list.push(Date.parse(task.endedAt) - Date.parse(task.startedAt))
    times.set(key(task), list)
  }
  const words = new Map<string, string>()
  for (const [id, list] of times) {
    if (list.length < enough) continue
    list.sort((a, b) => a - b)
    words.set(id, range(list[Math.floor(list.length * 0.1)] ?? 0, list[Math.floor(list.length * 0.9)] ?? 0))
  }
  return (task) => words.get(key(task))
}

function range(low: number, high: number): string {
  const [unit, size] = high < 90_000 ? ['s', 1000] : ['min', 60_000]
  const [from, to] = [Math.max(1, Math.floor(low / size)), Math.max(1, Math.ceil(high / size))]
  return `usually ${from === to ? from : `${from}–${to}`}\u202f${unit}`
}

/** Places in each provider's line, from 1. @param all whether every queued task is among them; if not, none is known. */
export function queuePlaces(tasks: readonly Task[], all: boolean): Map<string, number> {
  const places = new Map<string, number>()
  if (!all) return places
  const lines = new Map<string, number>()
  const queued = tasks.filter(({ status }) => status === 'queued').sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
  for (const { id, provider } of queued) {
    const place = (lines.get(provider) ?? 0) + 1
    lines.set(provider, place)
    places.set(id, place)
  }
  return places
}
