// A task in a few words and figures: its title, its model, its seconds, what it cost.
import { money, price, seconds } from '@/components/ui/figure'
import { rowOf } from '@/lib/models/catalog'
import { mediaOf } from '@/lib/models/input'
import { shotSeconds } from '@/lib/models/shot'
import type { Task } from '@/lib/tasks/task'
import { still } from './still'

/** The words it was asked with; the first shot's where it has shots only. */
export const wordsOf = ({ input }: Task) => input.prompt?.trim() || input.shots?.[0]?.prompt.trim() || ''

/** Its first words, up to the end of the first sentence. */
export function titleOf(task: Task): string {
  const [first] = wordsOf(task).split(/(?<=[.!?])\s|(?<=[。！？])|[\n;]/u)
  return first?.replace(/[.。]$/u, '') || 'Without words'
}

/** "3.0 Pro", "Animatic": the name without the brand, which all of them share. */
export function modelName(task: Pick<Task, 'provider' | 'model'>): string {
  return (rowOf(task.provider, task.model)?.name ?? task.model).replace(/^Kling (VIDEO |Video )?/, '')
}

/** Seconds of the result, or of what was asked for. */
export const lengthOf = (task: Task) => task.outputs[0]?.duration ?? task.input.duration ?? shotSeconds(task.input)

/** "3.0 Pro · 13 s" */
export function factsOf(task: Task): string {
  const length = lengthOf(task)
  const picture = task.outputs[0]?.kind === 'image' ? `${task.outputs[0].width}×${task.outputs[0].height}` : undefined
  return [modelName(task), length === undefined ? picture : seconds(Math.round(length * 10) / 10)]
    .filter(Boolean)
    .join(' · ')
}

/** What was paid; before the end, what was estimated. What never went out has no price. */
export function costOf(task: Task): string {
  if (task.provider === 'local') return 'free'
  if (task.cost) return money(task.cost)
  if (task.status === 'cancelled' && !task.startedAt) return 'not ordered'
  if (task.status === 'failed' && task.error?.billed === false) return 'not billed'
  if (task.status === 'done') return 'cost not known'
  return task.estimate ? price(task.estimate.amount) : 'price not known'
}

/** The picture that stands in for the footage: the first of our own pictures that the order points at. */
export function stillOf(task: Task): string | undefined {
  const own = mediaOf(task.input).find(({ path, medium }) => 'asset' in medium && !/^(audio|voices)/.test(path))
  return own && still(own.medium)
}
