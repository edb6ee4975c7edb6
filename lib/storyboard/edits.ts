// Pure edits: a board in, a board out; undo is a list of boards.
import type { Board, BoardShot } from './storyboard'

type Shots = readonly BoardShot[]
/** `undefined` takes a field away. */
export type ShotChange = { [K in keyof Omit<BoardShot, 'id'>]?: BoardShot[K] | undefined }
const put = <B extends Board>(board: B, shots: Shots): B => ({
  ...board,
  ...withoutOld(board, shots),
  shots: [...shots],
})

/** Seconds that were to be ordered instead of others hold only for those: with a new authored length the wish is gone. */
function withoutOld({ shots: before, wishes }: Board, after: Shots): Pick<Board, 'wishes'> | undefined {
  const wished = Object.entries(wishes?.lengths ?? {})
  if (wished.length === 0) return
  const length = (shots: Shots, id: string) => shots.find((shot) => shot.id === id)?.duration
  const held = wished.filter(([id]) => [undefined, length(before, id)].includes(length(after, id)))
  return held.length === wished.length ? undefined : { wishes: { ...wishes, lengths: Object.fromEntries(held) } }
}

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

/** Changes many at once; pinned ones keep what they have. */
export function setShots<B extends Board>(board: B, ids: readonly string[], change: ShotChange): B {
  return put(
    board,
    board.shots.map((shot) => (ids.includes(shot.id) && !shot.pinned ? changed(shot, change) : shot)),
  )
}

/** Seconds on each of these; one that would leave 1 to 600 s stays, and among several the pinned ones do. */
export function lengthenShots<B extends Board>(board: B, ids: readonly string[], seconds: number): B {
  const can = ({ id, pinned, duration }: BoardShot) =>
    ids.includes(id) && (!pinned || ids.length === 1) && duration + seconds >= 1 && duration + seconds <= 600
  const shots = board.shots.map((shot) =>
    can(shot) ? changed(shot, { duration: shot.duration + seconds, fromScript: undefined }) : shot,
  )
  return shots.every((shot, at) => shot === board.shots[at]) ? board : put(board, shots)
}

/** Moves shots one place; those that are neighbours go together, the ends of the board stop them. */
export function moveShots<B extends Board>(board: B, ids: readonly string[], by: 1 | -1): B {
  const moved = [...board.shots]
  const order = moved.map((_, at) => at)
  for (const at of by < 0 ? order : order.reverse()) {
    const [shot, other] = [moved[at], moved[at + by]]
    if (!shot || !other || !ids.includes(shot.id) || ids.includes(other.id)) continue
    moved[at + by] = shot
    moved[at] = other
  }
  return moved.every((shot, at) => shot === board.shots[at]) ? board : put(board, moved)
}

/** Puts shots, in their order, to the place of another: before it when they come from behind it, after it otherwise. */
export function placeShots<B extends Board>(board: B, ids: readonly string[], other: string): B {
  const to = indexOf(board.shots, other)
  if (to < 0 || ids.includes(other)) return board
  const from = board.shots.findIndex(({ id }) => ids.includes(id))
  const own = board.shots.filter(({ id }) => ids.includes(id))
  const rest = board.shots.filter(({ id }) => !ids.includes(id))
  const at = indexOf(rest, other) + (from < to ? 1 : 0)
  return put(board, [...rest.slice(0, at), ...own, ...rest.slice(at)])
}

/** The copies stand after the last of their originals and take new ids, in order. */
export function duplicateShots<B extends Board>(board: B, ids: readonly string[], newIds: readonly string[]): B {
  const own = board.shots.filter(({ id }) => ids.includes(id))
  const last = own.at(-1)
  if (!last) return board
  const copies = own.map(({ pinned: _, ...shot }, at) => ({ ...shot, id: newIds[at] ?? shot.id }))
  const at = indexOf(board.shots, last.id) + 1
  return put(board, [...board.shots.slice(0, at), ...copies, ...board.shots.slice(at)])
}

/** Moves the border after a shot: it grows by `seconds`, the next one shrinks by as much. Nothing happens below `least`, nor when one of the two is pinned. */
export function moveBorder<B extends Board>(board: B, id: string, seconds: number, least = 1): B {
  const at = indexOf(board.shots, id)
  const [left, right] = [board.shots[at], board.shots[at + 1]]
  if (!left || !right || left.pinned || right.pinned) return board
  if (left.duration + seconds < least || right.duration - seconds < least) return board
  return setShot(setShot(board, left.id, { duration: left.duration + seconds }), right.id, {
    duration: right.duration - seconds,
  })
}

/**
 * Splits a shot's words and seconds at a place in its words; the second half takes a new id. What is spoken stays with
 * the first, so that nothing is said twice.
 */
export function splitShot<B extends Board>(board: B, id: string, at: number, newId: string): B {
  const shot = board.shots.find((one) => one.id === id)
  if (!shot || shot.duration < 2) return board
  // Whole seconds, and no half shorter than one.
  const half = Math.ceil(shot.duration / 2)
  const first = shot.duration - half < 1 ? half - 1 : half
  const rest = Math.round((shot.duration - first) * 1000) / 1000
  const { lastFrame: _, ...head } = shot
  const { firstFrame: __, dialogue: ___, ...tail } = shot
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
  return addShot(cut, { ...tail, id: newId, prompt: shot.prompt.slice(at).trim(), duration: rest }, id)
}
