// What the seams at its ends make of a block.
import type { Input } from '../models/input'
import type { Finding } from './finding'
import { isToCome, seamOf, seamWords, type Tails } from './seam'
import type { Board, BoardShot, Seam } from './storyboard'

/** `continues`: the shot before, and the film that it starts from once that is ordered. `waits`: that film is not there yet. */
type Meeting = { seam: Seam; continues?: { shotId: string; task?: string; at?: number }; waits: boolean }

/** @param at the place of the block's first shot. */
export function meeting(board: Board, at: number, tails: Tails | undefined): Meeting {
  const seam = seamOf(board, at)
  const [before, shot] = [board.shots[at - 1], board.shots[at]]
  if (seam !== 'continue' || !before || !shot) return { seam, waits: false }
  const tail = tails?.get(shot.id)
  const film = tail && { task: tail.task, ...(tail.at === undefined ? {} : { at: tail.at }) }
  return { seam, continues: { shotId: before.id, ...film }, waits: !tail?.made && !before.picture }
}

/** The input as it can be shown: a frame that is still to come is left out. */
export function shown(input: Input): Input {
  if (!isToCome(input.firstFrame)) return input
  const { firstFrame: _, ...rest } = input
  return rest
}

/**
 * Where the block could be ordered but for the pictures of its seams, that is said, with other ways to meet.
 * @param fits whether a row takes these shots as one order.
 */
export function blame(
  own: Finding[],
  board: Board,
  at: number,
  count: number,
  fits: (shots: readonly BoardShot[]) => boolean,
): Finding[] {
  if (own.length === 0) return own
  const next = board.shots[at + count]
  const begins = seamOf(board, at) !== 'cut'
  const ends = next !== undefined && seamOf(board, at + count) === 'keyframe'
  const bare = board.shots.slice(at, at + count)
  if ((!begins && !ends) || !fits(bare)) return own
  const after = begins ? bare[0] : next
  const ways: Finding['seams'] = after ? [{ label: 'Cut here', shotId: after.id, seam: 'cut' }] : []
  if (ends && !begins && next) ways.push({ label: 'Continue instead', shotId: next.id, seam: 'continue' })
  // The first says it all: the others follow from the same picture.
  return own
    .slice(0, 1)
    .map((one) => ({ ...one, message: `${one.message} The seam asks for that picture.`, seams: ways }))
}

/** Why, and what its seams say of it. */
export const whyOf = (why: string[], board: Board, at: number, count: number, tails: Tails | undefined): string[] => [
  ...why,
  ...seamWords(board, at, count, tails),
]
