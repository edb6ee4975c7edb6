// A whole board as one film: which take, which picture or which slate stands for every shot, at its authored seconds.
import type { Medium } from '../media/medium'
import type { Piece } from '../media/piece'
import { type Board, type BoardShot, boardSeconds } from './storyboard'
import { partOf, standingTakes, type Take } from './take'

/** `missing` are the shots that have neither take nor picture: slates stand for them. */
export type Cut = { pieces: Piece[]; missing: string[]; seconds: number }

/** @param tasks of the board, newest first. */
export function cutOf(board: Board, tasks: readonly Take[]): Cut {
  const stands = standingTakes(board, tasks)
  const missing: string[] = []
  const pieces = board.shots.map((shot, at): Piece => {
    const base = { shotId: shot.id, seconds: shot.duration, number: at + 1 }
    if (shot.picture) return { ...base, pictures: [shot.picture] }
    const take = stands.get(shot.id)
    const part = take && partOf(take, shot.id, board)
    const [film] = take?.outputs ?? []
    if (film && part)
      return { ...base, film: { asset: film.id }, from: part.from, lasts: Math.min(part.seconds, shot.duration) }
    missing.push(shot.id)
    return { ...base, words: shot.prompt }
  })
  return { pieces, missing, seconds: boardSeconds(board.shots) }
}

/** Every shot's own pictures and words. */
export const sketchOf = ({ shots }: Board): Piece[] =>
  shots.map((shot, at) => ({
    shotId: shot.id,
    seconds: shot.duration,
    number: at + 1,
    words: shot.prompt,
    pictures: picturesOf(shot).filter(shown),
  }))

const picturesOf = ({ picture, firstFrame, referenceImages = [], lastFrame }: BoardShot): Medium[] =>
  picture ? [picture] : [firstFrame, ...referenceImages, lastFrame].filter((one) => one !== undefined)

/** What only a provider knows cannot be drawn here; on the board, too, a slate stands for it. */
const shown = (medium: Medium) => 'asset' in medium || ('url' in medium && /^https?:/i.test(medium.url))

/** Whether a film was put together from the same pieces; their words count only where they are shown. */
export function samePieces(a: readonly Piece[], b: readonly Piece[]): boolean {
  return a.length === b.length && a.every((piece, at) => sortedPiece(piece) === sortedPiece(b[at]))
}

const sortedPiece = (piece: Piece | undefined) =>
  JSON.stringify(Object.entries(piece ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)))
