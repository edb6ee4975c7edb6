// What a shot says otherwise than when its take was made. A take is never wrong for it: it is only out of date.
import type { Medium } from '../media/medium'
import type { Input } from '../models/input'
import { type Cast, secondsOf, told } from './block'
import type { Tail, Tails } from './seam'
import { seamsSince } from './seam-change'
import { type Board, type BoardShot, lookFor } from './storyboard'
import { isParted, type Made, standingTakes, type Take } from './take'

/** `before` is what the take was made from, `after` what the board says now. Seconds; shapes as 16:9. */
export type Change =
  | { about: 'words'; before: string; after: string }
  | { about: 'seconds'; before: number; after: number }
  | { about: 'references' | 'films'; before: Medium[]; after: Medium[] }
  | { about: 'seam'; said: string; before: Medium[]; after: Medium[] }
  | { about: 'elements'; before: string[]; after: string[]; redrawn: string[] }
  | { about: 'shape'; before: string; after: string }

/**
 * `cast`: the library's elements; without it only which were used is compared, not how they look. `tail`: what the shot
 * continues, as it stands now. `parted`: another take stands for one of the film's other shots by now, so what nobody
 * brings any more may have been that shot's.
 */
export type Since = { cast?: Cast; tail?: Tail | undefined; parted?: boolean }

export function changesSince(
  made: Made,
  shot: BoardShot,
  board: Board,
  { cast, tail, parted = false }: Since = {},
): Change[] {
  const { input, shotIds = [] } = made
  const at = shotIds.indexOf(shot.id)
  const kept = board.wishes?.kept?.[shot.id]
  if (at < 0 || (kept && kept.task === made.id && kept.as === standOf(shot, board, tail))) return []
  const shots = shotIds.map((id) => board.shots.find((one) => one.id === id))
  return [
    wordsChange(made, shot, board, at),
    secondsChange(made, shot, board, at),
    ...seamsSince(made, shot, board, tail).map((said) => seam(said, input, shot)),
    // Inside an order no shot has a picture of its own to begin or end on.
    at > 0 && shot.firstFrame ? seam('another first picture', {}, shot) : undefined,
    at < shotIds.length - 1 && shot.lastFrame ? seam('another last picture', {}, shot) : undefined,
    media('references', input.referenceImages, shot.referenceImages, shots, parted, 'referenceImages'),
    media('films', input.referenceVideos, shot.referenceVideos, shots, parted, 'referenceVideos'),
    elements(input, shot, shots, parted, cast),
    shape(input, board),
  ].filter((change) => change !== undefined)
}

/** A mark of what a shot says: another as soon as anything of it changes that a take is made from. */
export function standOf(shot: BoardShot, board: Board, tail?: Tail): string {
  const said = sorted([
    told(shot, board.look, shot.referenceImages ?? []),
    [secondsOf(board, shot), shot.duration],
    [shot.firstFrame, shot.lastFrame, shot.referenceImages, shot.referenceVideos, shot.elements],
    [board.settings?.aspectRatio, board.wishes?.seams?.[shot.id], board.wishes?.keyframes?.[shot.id]],
    [tail?.task, tail?.at],
  ])
  let [a, b] = [0x811c9dc5, 0x9e3779b9]
  for (let at = 0; at < said.length; at++) {
    a = Math.imul(a ^ said.charCodeAt(at), 0x01000193)
    b = Math.imul(b ^ said.charCodeAt(at), 0x85ebca6b) + at
  }
  return [a, b].map((one) => (one >>> 0).toString(36)).join('-')
}

/** In a few words; nothing when the film still shows the shot as it is told. */
export function changedSince(made: Made, shot: BoardShot, board: Board, around?: Since): string | undefined {
  const said = changesSince(made, shot, board, around).map((change) => {
    if (change.about === 'seam') return change.said
    if (change.about === 'seconds') return `${change.before} s then`
    if (change.about === 'shape') return `${change.before} then`
    return `other ${change.about}`
  })
  return said.length > 0 ? said.join(', ') : undefined
}

function wordsChange(
  { input, shotIds = [], provider }: Made,
  shot: BoardShot,
  board: Board,
  at: number,
): Change | undefined {
  const pictures = input.referenceImages ?? []
  const look = lookFor(provider, board.look)
  const now = told(shot, look, pictures)
  const before = input.shots?.[at]?.prompt ?? input.prompt ?? ''
  // Cut by the model, several shots are one text, the look once at its head.
  const together = !input.shots && shotIds.length > 1
  const same = together
    ? before.startsWith(look?.trim() ?? '') && before.includes(told(shot, undefined, pictures))
    : before === now
  return same ? undefined : { about: 'words', before, after: now }
}

/** A film of the authored length is right, and so is one of the length that is ordered instead. */
function secondsChange({ input, shotIds = [] }: Made, shot: BoardShot, board: Board, at: number): Change | undefined {
  const before = input.shots?.[at]?.duration ?? (shotIds.length === 1 ? input.duration : undefined)
  const after = secondsOf(board, shot)
  if (before === undefined || before === after || before === shot.duration) return
  return { about: 'seconds', before, after }
}

/** With the pictures, where it is about one. */
function seam(said: string, input: Input, shot: BoardShot): Change {
  const key =
    said === 'another first picture' ? 'firstFrame' : said === 'another last picture' ? 'lastFrame' : undefined
  const [before, after] = key ? [input[key], shot[key]] : []
  return { about: 'seam', said, before: before ? [before] : [], after: after ? [after] : [] }
}

/** An order shows its pictures to all of its shots: one that a shot lacks is that shot's, one that nobody brings is everybody's. */
function media(
  about: 'references' | 'films',
  before: readonly Medium[] = [],
  own: readonly Medium[] = [],
  shots: readonly (BoardShot | undefined)[],
  parted: boolean,
  key: 'referenceImages' | 'referenceVideos',
): Change | undefined {
  const now = shots.flatMap((shot) => shot?.[key] ?? [])
  const has = (list: readonly Medium[], one: Medium) => list.some((other) => same(one, other))
  const lacking = own.some((one) => !has(before, one))
  const surplus = !parted && shots.every(Boolean) && before.some((one) => !has(now, one))
  return lacking || surplus ? { about, before: [...before], after: now } : undefined
}

function elements(
  { elements: used = [] }: Input,
  { elements: own = [] }: BoardShot,
  shots: readonly (BoardShot | undefined)[],
  parted: boolean,
  cast: Cast | undefined,
): Change | undefined {
  const before = used.map(({ id }) => id)
  const now = [...new Set(shots.flatMap((shot) => shot?.elements ?? []))]
  const redrawn = used
    .filter(({ id }) => own.includes(id))
    .filter((one) => {
      const stands = cast?.(one.id)
      return stands !== undefined && !same(stands, one)
    })
    .map(({ id }) => id)
  const lacking = own.some((name) => !before.includes(name))
  const surplus = !parted && shots.every(Boolean) && before.some((name) => !now.includes(name))
  return lacking || surplus || redrawn.length > 0 ? { about: 'elements', before, after: now, redrawn } : undefined
}

/** Providers' sizes are 16:9 to within some pixels. */
const near = 0.03

function shape({ width, height, aspectRatio }: Input, { settings }: Board): Change | undefined {
  const wanted = settings?.aspectRatio
  const asked = ratioOf(wanted)
  if (wanted === undefined || asked === undefined) return
  const made = width && height ? width / height : ratioOf(aspectRatio)
  if (made === undefined || Math.abs(made / asked - 1) < near) return
  return { about: 'shape', before: width && height ? `${width}×${height}` : (aspectRatio ?? ''), after: wanted }
}

/** Width over height of “16:9”. */
export function ratioOf(words: string | undefined): number | undefined {
  const [, width, height] = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/.exec(words ?? '') ?? []
  return width && height ? Number(width) / Number(height) : undefined
}

/** The same whatever the order of keys, which a database may change. */
const same = (a: unknown, b: unknown) => sorted(a) === sorted(b)

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? ''

/** Shots whose standing take is out of date. A picture of one's own never is. @param tasks of the board, newest first. */
export function staleShots(
  board: Board,
  tasks: readonly Take[],
  { cast, tails }: { cast?: Cast; tails?: Tails },
): string[] {
  const stands = standingTakes(board, tasks)
  return board.shots.flatMap((shot) => {
    const take = stands.get(shot.id)
    if (!take) return []
    const since = { tail: tails?.get(shot.id), parted: isParted(take, stands), ...(cast ? { cast } : {}) }
    return changesSince(take, shot, board, since).length > 0 ? [shot.id] : []
  })
}
