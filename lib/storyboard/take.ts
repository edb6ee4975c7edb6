// What a film that was made says about a shot: which part of it is the shot, and what was changed since.
import type { Input } from '../models/input'
import { secondsOf, told } from './block'
import type { Tail } from './seam'
import { seamsSince } from './seam-change'
import type { Board, BoardShot } from './storyboard'

type Made = {
  input: Input
  shotIds?: string[] | undefined
  after?: { task: string; at?: number | undefined } | undefined
}

/** Where the shot stands in the film, in seconds. Nothing when the film does not hold it. */
export function partOf({ input, shotIds = [] }: Made, shotId: string): { from: number; seconds: number } | undefined {
  const at = shotIds.indexOf(shotId)
  if (at < 0) return
  const lengths = input.shots?.map(({ duration }) => duration) ?? [input.duration ?? 0]
  const from = lengths.slice(0, at).reduce((sum, one) => sum + one, 0)
  return { from, seconds: lengths[at] ?? 0 }
}

/**
 * What the shot says otherwise by now, in a few words; nothing when the film still shows it as it is told.
 * @param tail what the shot continues, as it stands now.
 */
export function changedSince(made: Made, shot: BoardShot, board: Board, tail?: Tail): string | undefined {
  const { input, shotIds = [] } = made
  const at = shotIds.indexOf(shot.id)
  const pictures = input.referenceImages ?? []
  const one = input.shots?.[at]
  // Cut by the model, several shots are one text and one length.
  const together = !input.shots && shotIds.length > 1
  const as = { prompt: one?.prompt ?? input.prompt ?? '', duration: one?.duration ?? input.duration ?? 0 }
  const sameWords = together
    ? as.prompt.startsWith(board.look?.trim() ?? '') && as.prompt.includes(told(shot, undefined, pictures))
    : as.prompt === told(shot, board.look, pictures)
  const parts = [
    sameWords ? undefined : 'other words',
    together || as.duration === secondsOf(board, shot) ? undefined : `${as.duration} s then`,
    ...seamsSince(made, shot, board, tail),
  ].filter((part) => part !== undefined)
  return parts.length > 0 ? parts.join(', ') : undefined
}
