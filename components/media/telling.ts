// A task in a few words and figures: its title, its model, its seconds, what it cost.
import { money, price, seconds } from '@/components/ui/figure'
import { rowOf } from '@/lib/models/catalog'
import { mediaOf } from '@/lib/models/input'
import { shotSeconds } from '@/lib/models/shot'
import { framingWords } from '@/lib/storyboard/framing'
import type { Task } from '@/lib/tasks/task'
import { still } from './still'

/** The words it was asked with; the first shot's where it has shots only. */
export const wordsOf = ({ input }: Task) => input.prompt?.trim() || input.shots?.[0]?.prompt.trim() || ''

const framed = new Set(Object.values(framingWords))

/** How a shot is framed tells none from the others, so it is passed over. */
function sentencesOf(task: Task): string[] {
  const all = wordsOf(task).split(/(?<=[.!?])\s|(?<=[。！？])|[\n;]/u)
  const own = all.filter((sentence) => !framed.has(sentence.trim()))
  return own.length > 0 ? own : all
}

const titled = (sentence: string | undefined) => sentence?.trim().replace(/[.。]$/u, '') || 'Without words'

/** Its first words, up to the end of the first sentence. */
export const titleOf = (task: Task): string => titled(sentencesOf(task)[0])

/**
 * Titles of takes seen together: what other shots of the same board begin with as well, its look, is passed over, as long
 * as words of its own follow.
 */
export function titlesOf(tasks: readonly Task[]): (task: Task) => string {
  // The shots that all takes with this beginning have in common; none: no single shot's words.
  const common = new Map<string, readonly string[]>()
  for (const task of tasks)
    for (const start of startsOf(task)) {
      const before = common.get(start)
      const ids = task.shotIds ?? []
      common.set(start, before ? before.filter((id) => ids.includes(id)) : ids)
    }
  return (task) => {
    const sentences = sentencesOf(task)
    const starts = startsOf(task)
    const own = starts.findIndex((start) => common.get(start)?.length !== 0)
    return titled(sentences[own] ?? sentences[0])
  }
}

/** Its words up to the end of each sentence, and the board they belong to. */
function startsOf(task: Task): string[] {
  if (task.storyboardId === undefined || !task.shotIds?.length) return []
  const sentences = sentencesOf(task)
  return sentences.map((_, at) => `${task.storyboardId}\n${sentences.slice(0, at + 1).join('\n')}`)
}

/** "3.0 Pro", "Animatic": the name without the brand, which all of them share. */
export function modelName(task: Pick<Task, 'provider' | 'model'>): string {
  return (rowOf(task.provider, task.model)?.name ?? task.model).replace(/^Kling (VIDEO )?/, '')
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
