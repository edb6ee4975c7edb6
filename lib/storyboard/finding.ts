// What keeps a block from being ordered, told of the shot it comes from, with the choices that are open.
import type { Issue } from '../errors'
import type { Limits } from '../models/limits'
import type { Workflow } from '../models/row'
import { secondsOf } from './block'
import type { Board, BoardShot } from './storyboard'

/** `choices` are lengths in seconds that could be ordered instead, by the person's word. */
export type Finding = {
  shotId?: string
  path?: string
  message: string
  choices?: { label: string; seconds: number }[]
}

/** @param issues of the block's input; each is told of the shot that it comes from. */
export function findings(
  issues: readonly Issue[],
  shots: readonly BoardShot[],
  workflow: Workflow,
  board: Board,
): Finding[] {
  const [first] = shots
  return issues.map(({ path, message }) => {
    const at = /^shots\.(\d+)/.exec(path)?.[1]
    const shot = at === undefined ? first : shots[Number(at)]
    if (!shot) return { path, message }
    const about = path === 'duration' || path === 'shots' || path.endsWith('.duration')
    const choices = about && shots.length === 1 ? lengths(workflow, secondsOf(board, shot)) : []
    return {
      shotId: shot.id,
      path,
      message: about && shots.length === 1 ? `${shot.duration} s cannot be made here. ${message}` : message,
      ...(choices.length ? { choices } : {}),
    }
  })
}

/** The legal lengths next to the wanted one: the longest below and the shortest above. */
function lengths(workflow: Workflow, wanted: number): { label: string; seconds: number }[] {
  const limits: Limits['duration'] | undefined = workflow.fields.duration?.limits
  if (!limits) return []
  const legal =
    'values' in limits
      ? [...limits.values]
      : [
          limits.min,
          limits.min + Math.floor((wanted - limits.min) / limits.step) * limits.step,
          limits.min + Math.ceil((wanted - limits.min) / limits.step) * limits.step,
          limits.max,
        ].filter((value) => value >= limits.min && value <= limits.max)
  const below = legal.filter((value) => value < wanted).sort((a, b) => b - a)[0]
  const above = legal.filter((value) => value > wanted).sort((a, b) => a - b)[0]
  return [below, above].flatMap((value) => (value === undefined ? [] : [{ label: `Order ${value} s`, seconds: value }]))
}
