// What was changed about a shot's seams since a film of it was made.
import type { Input } from '../models/input'
import { seamOf, type Tail } from './seam'
import type { Board, BoardShot } from './storyboard'

type Made = {
  input: Input
  after?: { task: string; at?: number | undefined } | undefined
  shotIds?: string[] | undefined
}
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** How a film begins and ends otherwise than its shot does by now, in a few words. */
export function seamsSince(made: Made, shot: BoardShot, board: Board, tail: Tail | undefined): string[] {
  const shots = made.shotIds ?? []
  const at = board.shots.findIndex(({ id }) => id === shot.id)
  const next = board.shots[at + 1]
  const parts: (string | undefined)[] = []
  if (shots[0] === shot.id) parts.push(beginning(made, shot, board, at, tail))
  if (shots.at(-1) === shot.id) {
    const last = next && seamOf(board, at + 1) === 'keyframe' ? board.wishes?.keyframes?.[next.id] : shot.lastFrame
    if (!same(made.input.lastFrame, last)) parts.push('another last picture')
  }
  return parts.filter((part) => part !== undefined)
}

function beginning(made: Made, shot: BoardShot, board: Board, at: number, tail: Tail | undefined): string | undefined {
  const seam = seamOf(board, at)
  if (seam !== 'continue') {
    if (made.after) return seam === 'cut' ? 'a cut before it now' : 'a shared picture before it now'
    const first = seam === 'keyframe' ? board.wishes?.keyframes?.[shot.id] : shot.firstFrame
    return same(made.input.firstFrame, first) ? undefined : 'another first picture'
  }
  const own = board.shots[at - 1]?.picture
  if (own) return same(made.input.firstFrame, own) ? undefined : 'another first picture'
  if (!made.after) return 'it did not continue the shot before'
  if (!tail?.made) return
  if (tail.task !== made.after.task) {
    const [then, now] = [made.after.task, tail.task].map((task) => tail.takes.indexOf(task) + 1)
    return then ? `take ${then} before it then, take ${now} now` : `another film before it then, take ${now} now`
  }
  return tail.at === made.after.at ? undefined : 'another frame to start from'
}
