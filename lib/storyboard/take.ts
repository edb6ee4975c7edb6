// What a film that was made says about a shot: which part of it is the shot, and what was changed since.
import type { Input } from '../models/input'
import { secondsOf } from './block'
import { type Board, type BoardShot, words } from './storyboard'

type Made = { input: Input; shotIds?: string[] | undefined }

/** Where the shot stands in the film, in seconds. Nothing when the film does not hold it. */
export function partOf({ input, shotIds = [] }: Made, shotId: string): { from: number; seconds: number } | undefined {
  const at = shotIds.indexOf(shotId)
  if (at < 0) return
  const lengths = input.shots?.map(({ duration }) => duration) ?? [input.duration ?? 0]
  const from = lengths.slice(0, at).reduce((sum, one) => sum + one, 0)
  return { from, seconds: lengths[at] ?? 0 }
}

/** What the shot says otherwise by now, in a few words; nothing when the film still shows it as it is told. */
export function changedSince(made: Made, shot: BoardShot, board: Board): string | undefined {
  const at = (made.shotIds ?? []).indexOf(shot.id)
  const told = made.input.shots?.[at] ?? { prompt: made.input.prompt ?? '', duration: made.input.duration ?? 0 }
  const parts = [
    told.prompt === words(shot, board.look) ? undefined : 'other words',
    told.duration === secondsOf(board, shot) ? undefined : `${told.duration} s then`,
    at === 0 && !same(made.input.firstFrame, shot.firstFrame) ? 'another first picture' : undefined,
  ].filter((part) => part !== undefined)
  return parts.length > 0 ? parts.join(', ') : undefined
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
