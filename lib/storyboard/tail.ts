// What the films before a board's seams give: which take, which frame of it, and whether it is there.
import type { Asset } from '../media/asset'
import type { Input } from '../models/input'
import { seamOf, type Tail, type Tails } from './seam'
import type { Board, BoardShot } from './storyboard'
import { partOf, takesOf } from './take'

/** A task of the board, as far as it matters here. */
export type Film = {
  id: string
  kind: string
  status: string
  input: Input
  shotIds?: string[] | undefined
  /** `lost`: it waits for a film that is not coming. */
  after?: { task: string; at?: number | undefined; lost?: boolean | undefined } | undefined
  outputs: readonly Asset[]
}

const none: Tails = new Map()
/** Just before a second: the frame that is seen when the next shot has not begun. */
const hair = 0.001
const ended: readonly string[] = ['done', 'failed', 'cancelled']

/** @param films the tasks of the board, newest first. */
export function tailsOf(board: Board, films: readonly Film[]): Tails {
  const found = new Map<string, Tail>()
  for (const [at, shot] of board.shots.entries()) {
    const before = board.shots[at - 1]
    const continued = before && !before.picture && seamOf(board, at) === 'continue'
    const tail = continued ? tailOf(board, before, shot, films) : undefined
    if (tail) found.set(shot.id, tail)
  }
  return found.size > 0 ? found : none
}

/** A take that was chosen stands; without a choice the newest counts, also while it is on its way. */
function tailOf(board: Board, before: BoardShot, shot: BoardShot, films: readonly Film[]): Tail | undefined {
  const own = films.filter(({ kind, shotIds }) => kind === 'order' && shotIds?.includes(before.id))
  const done = takesOf(own, before.id).filter(({ outputs }) => filmOf(outputs))
  const { wishes } = board
  const chosen = done.find(({ id }) => id === wishes?.chosen?.[before.id])
  const coming = own.find(({ status, after }) => !ended.includes(status) && !after?.lost)
  const take = chosen ?? coming ?? done.at(-1)
  if (!take) return
  const film = filmOf(take.outputs)
  const picked = wishes?.starts?.[shot.id]
  const at = picked?.task === take.id ? picked.at : endOf(take, before.id, board)
  return {
    task: take.id,
    made: take.status === 'done',
    takes: done.map(({ id }) => id),
    ...(at === undefined ? {} : { at }),
    ...(film?.width && film.height ? { width: film.width, height: film.height } : {}),
    ...(picked && picked.task !== take.id ? { astray: true } : {}),
  }
}

/** The film among what a task brought. */
export const filmOf = (outputs: readonly Asset[]) => outputs.find(({ kind }) => kind === 'video')

/** Where a shot ends inside a film that goes on after it; nothing where it is the film's end. */
function endOf(take: Film, shotId: string, board: Board): number | undefined {
  if (take.shotIds?.at(-1) === shotId) return
  const part = partOf(take, shotId, board)
  return part && Math.max(0, part.from + part.seconds - hair)
}
