// Pure edits: a board in, a board out; undo is a list of boards.
import type { Board, BoardShot } from './storyboard'

type Shots = readonly BoardShot[]
/** `undefined` takes a field away. */
export type ShotChange = { [K in keyof Omit<BoardShot, 'id'>]?: BoardShot[K] | undefined }
const put = <B extends Board>(board: B, shots: Shots): B => ({ ...board, shots: [...shots] })
const indexOf = (shots: Shots, id: string) => shots.findIndex((shot) => shot.id === id)

/** Adds a shot after another, or at the end. */
export function addShot<B extends Board>(board: B, shot: BoardShot, after?: string): B {
  const at = after === undefined ? board.shots.length : indexOf(board.shots, after) + 1
  return put(board, [...board.shots.slice(0, at), shot, ...board.shots.slice(at)])
}

export function setShot<B extends Board>(board: B, id: string, change: ShotChange): B {
  return put(
    board,
    board.shots.map((shot) => (shot.id === id ? changed(shot, change) : shot)),
  )
}

const changed = (shot: BoardShot, change: ShotChange) =>
  Object.fromEntries(Object.entries({ ...shot, ...change }).filter(([, value]) => value !== undefined)) as BoardShot

export function removeShots<B extends Board>(board: B, ids: readonly string[]): B {
  return put(
    board,
    board.shots.filter((shot) => !ids.includes(shot.id)),
  )
}

/** Moves a shot by so many places; the ends of the board stop it. */
export function moveShot<B extends Board>(board: B, id: string, by: number): B {
  const from = indexOf(board.shots, id)
  const to = from + by
  const moved = board.shots[from]
  if (!moved || to < 0 || to >= board.shots.length) return board
  const rest = board.shots.filter((shot) => shot.id !== id)
  return put(board, [...rest.slice(0, to), moved, ...rest.slice(to)])
}

/** The copy stands after its original and takes a new id. */
export function duplicateShot<B extends Board>(board: B, id: string, newId: string): B {
  const shot = board.shots.find((one) => one.id === id)
  return shot ? addShot(board, { ...shot, id: newId }, id) : board
}

/** Moves the border after a shot: it grows by `seconds`, the next one shrinks by as much. Nothing happens below `least`. */
export function moveBorder<B extends Board>(board: B, id: string, seconds: number, least = 1): B {
  const at = indexOf(board.shots, id)
  const [left, right] = [board.shots[at], board.shots[at + 1]]
  if (!left || !right || left.duration + seconds < least || right.duration - seconds < least) return board
  return setShot(setShot(board, left.id, { duration: left.duration + seconds }), right.id, {
    duration: right.duration - seconds,
  })
}

/** Splits a shot's words and seconds at a place in its words; the second half takes a new id. */
export function splitShot<B extends Board>(board: B, id: string, at: number, newId: string): B {
  const shot = board.shots.find((one) => one.id === id)
  if (!shot || shot.duration < 2) return board
  const first = Math.ceil(shot.duration / 2)
  const { lastFrame: _, ...head } = shot
  const { firstFrame: __, ...tail } = shot
  const cut = setShot(
    put(
      board,
      board.shots.map((one) => (one.id === id ? head : one)),
    ),
    id,
    {
      prompt: shot.prompt.slice(0, at).trim(),
      duration: first,
    },
  )
  return addShot(cut, { ...tail, id: newId, prompt: shot.prompt.slice(at).trim(), duration: shot.duration - first }, id)
}
