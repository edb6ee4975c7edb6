// What a person wishes of the plan: a board in, a board out. The plan has the last word on what is lawful.
import type { Medium } from '../media/medium'
import { modeOf } from './mode'
import type { Board, Seam, Wishes } from './storyboard'

function wish<B extends Board>(board: B, change: Partial<Wishes>): B {
  return { ...board, wishes: { ...board.wishes, ...change } }
}

/** Asks that no block begins at this shot, or that one does; `undefined` leaves it to the plan. */
export function wishBreak<B extends Board>(board: B, shotId: string, how: 'join' | 'split' | undefined): B {
  const { [shotId]: _, ...others } = board.wishes?.breaks ?? {}
  const open = how === 'join' ? meet(board, shotId, 'cut') : board
  return wish(open, { breaks: how ? { ...others, [shotId]: how } : others })
}

/** How the block that begins with this shot meets the one before. What was chosen for another way is kept. */
export function meet<B extends Board>(board: B, shotId: string, seam: Seam): B {
  const { seams, breaks = {} } = board.wishes ?? {}
  if ((seams?.[shotId] ?? 'cut') === seam) return board
  const { [shotId]: joined, ...others } = breaks
  const freed = joined === 'join' && seam !== 'cut' ? { breaks: others } : {}
  return wish(board, { ...freed, seams: { ...seams, [shotId]: seam } })
}

/** The picture that the block beginning with this shot shares with the one before; kept once. */
export function share<B extends Board>(board: B, shotId: string, picture: Medium | undefined): B {
  const { [shotId]: _, ...others } = board.wishes?.keyframes ?? {}
  return wish(board, { keyframes: picture ? { ...others, [shotId]: picture } : others })
}

/** The frame of a take from which the block beginning with this shot goes on; nothing: that take's last one. */
export function startAt<B extends Board>(board: B, shotId: string, start: { task: string; at: number } | undefined): B {
  const { [shotId]: _, ...others } = board.wishes?.starts ?? {}
  return wish(board, { starts: start ? { ...others, [shotId]: start } : others })
}

/** A lock over shots that were locked otherwise takes the place of those locks. */
export function lock<B extends Board>(board: B, shotIds: readonly string[]): B {
  return wish(board, { locks: [...without(board, shotIds), [...shotIds]] })
}

export function unlock<B extends Board>(board: B, shotIds: readonly string[]): B {
  return wish(board, { locks: without(board, shotIds) })
}

const without = ({ wishes }: Board, shotIds: readonly string[]) =>
  (wishes?.locks ?? []).filter((locked) => !locked.some((id) => shotIds.includes(id)))

/** Seconds to order instead of the authored ones; the authored ones stay as they are. */
export function wishLengths<B extends Board>(board: B, lengths: Readonly<Record<string, number>>): B {
  return wish(board, { lengths: { ...board.wishes?.lengths, ...lengths } })
}

export function authoredLength<B extends Board>(board: B, shotId: string): B {
  const { [shotId]: _, ...others } = board.wishes?.lengths ?? {}
  return wish(board, { lengths: others })
}

/** Another model. Lengths that were chosen for the one before are let go, the given ones take their place. */
export function retarget<B extends Board>(
  board: B,
  { provider, model }: { provider: string; model: string },
  lengths: Readonly<Record<string, number>> = {},
): B {
  const mode = modeOf(board)
  const settings = { ...board.settings, provider, model, ...(mode === undefined ? {} : { mode }) }
  return wish({ ...board, settings }, { lengths: { ...lengths } })
}

/** The take is good as it is, until the shot says something else again. @param as `standOf` the shot. */
export function keepTake<B extends Board>(board: B, shotId: string, task: string, as: string): B {
  return wish(board, { kept: { ...board.wishes?.kept, [shotId]: { task, as } } })
}

export function choose<B extends Board>(board: B, shotId: string, taskId: string): B {
  return wish(board, { chosen: { ...board.wishes?.chosen, [shotId]: taskId } })
}
