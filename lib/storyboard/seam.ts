// How two blocks meet: after a cut, on a picture that they share, or the later one from a frame of the earlier one's film.
import type { Asset } from '../media/asset'
import type { Medium } from '../media/medium'
import type { Finding } from './finding'
import type { Board, BoardShot, Seam } from './storyboard'

/**
 * What the film before a seam gives to the block after it. `made`: the film is there; `frame` is its frame, once that is
 * a file of ours. `at` is seconds in the film; absent: its last frame. `takes` are those of the shot before, the first one first.
 */
export type Tail = {
  task: string
  at?: number
  made: boolean
  takes: readonly string[]
  width?: number
  height?: number
  frame?: string
  /** Why no frame of it can be drawn. */
  trouble?: string
  /** A frame was picked, but of another take than the one that stands now. */
  astray?: boolean
}
/** By the id of the shot after the seam. */
export type Tails = ReadonlyMap<string, Tail>

/** The way that a shot begins; the first of a board, and one inside a locked block, has nothing to meet. */
export function seamOf(board: Board, at: number): Seam {
  const shot = board.shots[at]
  const wished = shot && board.wishes?.seams?.[shot.id]
  if (!shot || at === 0 || !wished || wished === 'cut') return 'cut'
  return insideLock(board, at) ? 'cut' : wished
}

/** Only a lock whose shots are still neighbours holds. */
function insideLock({ shots, wishes }: Board, at: number): boolean {
  const id = shots[at]?.id ?? ''
  return (wishes?.locks ?? []).some((lock) => {
    const place = lock.indexOf(id)
    return place > 0 && lock.every((one, index) => shots[at - place + index]?.id === one)
  })
}

const mark = 'tail:'
const number = (at: number) => String(at + 1).padStart(2, '0')

export type Met = {
  /** The board with the pictures that its seams give to shots. */
  board: Board
  /** Seams that cannot be as they are, by the shot after. */
  found: ReadonlyMap<string, Finding>
  file: (id: string) => Asset | undefined
}

const nothing: Met['found'] = new Map()
const files = new WeakMap<object, Met['file']>()

/** A frame that is not there yet stands in under a name of its own, with the size that is known of it. */
export function meet(board: Board, around: { file: Met['file']; tails?: Tails | undefined }): Met {
  if (!Object.values(board.wishes?.seams ?? {}).some((seam) => seam !== 'cut'))
    return { board, found: nothing, file: around.file }
  const found = new Map<string, Finding>()
  const first = new Map<number, Medium>()
  const last = new Map<number, Medium>()
  for (const [at, shot] of board.shots.entries()) {
    const seam = seamOf(board, at)
    const before = board.shots[at - 1]
    if (seam === 'cut' || !before) continue
    const finding = clash(board, at, seam, around.tails?.get(shot.id))
    if (finding) found.set(shot.id, finding)
    const given = finding ? undefined : pictureOf(board, shot, before, around.tails)
    if (!given) continue
    first.set(at, given)
    if (seam === 'keyframe') last.set(at - 1, given)
  }
  const shots = board.shots.map((shot, at) => dressed(shot, first.get(at), last.get(at)))
  return { board: { ...board, shots }, found, file: fileOf(around) }
}

/** A picture of one's own that stands for the shot before is what is continued. */
function pictureOf(
  { wishes }: Board,
  { id }: BoardShot,
  before: BoardShot,
  tails: Tails | undefined,
): Medium | undefined {
  if (wishes?.seams?.[id] === 'keyframe') return wishes.keyframes?.[id]
  if (before.picture) return before.picture
  return { asset: tails?.get(id)?.frame ?? `${mark}${id}` }
}

/** Whether a first frame is one that is still to come. */
export const isToCome = (medium: Medium | undefined) =>
  medium !== undefined && 'asset' in medium && medium.asset.startsWith(mark)

/** A picture as large as the film that it is taken from, as far as that is known. */
export const frameToCome = (id: string, { width, height }: Pick<Tail, 'width' | 'height'> = {}): Asset => ({
  id,
  kind: 'image',
  mime: 'image/png',
  bytes: 0,
  name: 'The frame it starts from',
  ...(width && height ? { width, height } : {}),
  sha256: '',
  url: '',
  createdAt: '',
})

function fileOf(around: { file: Met['file']; tails?: Tails | undefined }): Met['file'] {
  const made =
    files.get(around) ??
    ((id: string) =>
      id.startsWith(mark) ? frameToCome(id, around.tails?.get(id.slice(mark.length))) : around.file(id))
  files.set(around, made)
  return made
}

/** The same object as before for the same pictures, so that its block need not be judged again. */
const worn = new WeakMap<BoardShot, { key: string; shot: BoardShot }>()

function dressed(shot: BoardShot, first: Medium | undefined, last: Medium | undefined): BoardShot {
  if (!first && !last) return shot
  const key = JSON.stringify([first, last])
  const before = worn.get(shot)
  if (before?.key === key) return before.shot
  const now = { ...shot, ...(first ? { firstFrame: first } : {}), ...(last ? { lastFrame: last } : {}) }
  worn.set(shot, { key, shot: now })
  return now
}

/** Why a seam cannot be as it was chosen, whatever the model. */
function clash({ shots, wishes }: Board, at: number, seam: Seam, tail: Tail | undefined): Finding | undefined {
  const [before, shot] = [shots[at - 1], shots[at]]
  if (!before || !shot) return
  const say = (message: string): Finding => ({
    shotId: shot.id,
    message,
    seams: [{ label: 'Cut here', shotId: shot.id, seam: 'cut' }],
  })
  const shared = wishes?.keyframes?.[shot.id]
  if (seam === 'keyframe' && !shared)
    return say(`Shots ${number(at - 1)} and ${number(at)} share a picture, but none is chosen; choose it, or cut here.`)
  if (seam === 'continue' && tail?.trouble) return say(`${tail.trouble} Choose another take, or cut here.`)
  if (shot.firstFrame)
    return say(
      `Shot ${number(at)} has a first picture of its own, and the seam before it brings another; take one of them out.`,
    )
  if (seam === 'keyframe' && before.lastFrame)
    return say(
      `Shot ${number(at - 1)} has a last picture of its own, and the seam after it brings another; take one of them out.`,
    )
}

/** What a block that meets others says of it. @param at the place of its first shot. */
export function seamWords(board: Board, at: number, count: number, tails: Tails | undefined): string[] {
  const said: string[] = []
  const [shot, next] = [board.shots[at], board.shots[at + count]]
  const seam = seamOf(board, at)
  if (shot && seam === 'keyframe') said.push(`It begins on the picture that it shares with shot ${number(at - 1)}.`)
  if (shot && seam === 'continue')
    said.push(
      ...(board.shots[at - 1]?.picture
        ? [`It starts from the picture that stands for shot ${number(at - 1)}.`]
        : continuing(at, tails?.get(shot.id))),
    )
  if (next && seamOf(board, at + count) === 'keyframe')
    said.push(`It ends on the picture that it shares with shot ${number(at + count)}.`)
  const rests = board.shots.slice(at + 1, at + count).some(({ id }) => (board.wishes?.seams?.[id] ?? 'cut') !== 'cut')
  if (rests) said.push('A seam inside it rests while it is locked.')
  return said
}

function continuing(at: number, tail: Tail | undefined): string[] {
  const before = number(at - 1)
  if (!tail) return [`It waits for the film of shot ${before} and starts from its last frame.`]
  const take = tail.made ? `take ${tail.takes.indexOf(tail.task) + 1} of shot ${before}` : `the film of shot ${before}`
  const frame =
    tail.at === undefined ? `the last frame of ${take}` : `${take}, from its frame at ${tail.at.toFixed(2)} s`
  return [
    tail.made
      ? `It starts from ${frame}.`
      : `It waits for ${take}, which is on its way, and starts from its last frame.`,
    ...(tail.astray ? ['The frame that you picked is of another take.'] : []),
  ]
}
