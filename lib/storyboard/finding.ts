// What keeps a block from being ordered, told of the shot it comes from, with the choices that are open.
import type { Issue } from '../errors'
import type { Limits } from '../models/limits'
import type { Row, Workflow } from '../models/row'
import type { FieldId } from '../models/vocabulary'
import { secondsOf } from './block'
import type { Board, BoardShot, Seam } from './storyboard'

/** By the person's word: `choices` are lengths in seconds that could be ordered instead, `seams` other ways for blocks to meet. */
export type Finding = {
  shotId?: string
  path?: string
  message: string
  choices?: { label: string; seconds: number }[]
  seams?: { label: string; shotId: string; seam: Seam }[]
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

/** What no workflow of the row takes of a shot, named; or that its run cannot be one order. */
export function homeless(shot: BoardShot, { shots }: { shots: readonly BoardShot[] }, row: Row): Finding {
  const takes = (field: FieldId) => row.workflows.some(({ fields }) => fields[field] !== undefined)
  const both = row.workflows.some(({ fields }) => fields.frames?.limits.ends === 'both')
  const brought: [boolean, boolean, string][] = [
    [shot.firstFrame !== undefined, takes('frames'), 'first picture'],
    [shot.lastFrame !== undefined, both, 'last picture'],
    [shot.referenceImages !== undefined, takes('referenceImages'), 'reference pictures'],
    [shot.referenceVideos !== undefined, takes('referenceVideos'), 'reference films'],
    [shot.elements !== undefined, takes('elements'), 'elements'],
  ]
  const lacking = brought.flatMap(([has, taken, name]) => (has && !taken ? [name] : []))
  const words = brought.flatMap(([has, , name]) => (has ? [name] : []))
  if (lacking.length > 0)
    return {
      shotId: shot.id,
      message: `${row.name} takes no ${list(lacking, 'or')}; take them off the shot, or choose another model.`,
    }
  if (shots.length > 1 && !takes('shots'))
    return { shotId: shot.id, message: `${row.name} takes one shot in an order; unlock the block, or split it.` }
  if (words.length > 1)
    return {
      shotId: shot.id,
      message: `${row.name} takes ${list(words, 'and')} only one without the other in an order.`,
    }
  return {
    shotId: shot.id,
    message: `${row.name} has no workflow that takes what ${shots.length > 1 ? 'these shots bring together; split the block' : 'this shot brings'}.`,
  }
}

const list = (parts: readonly string[], word: string) =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`
