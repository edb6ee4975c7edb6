// Packs neighbouring shots into blocks: as few as the model allows, breaking where the telling does.
import type { Row, Workflow } from '../models/row'
import { blockSeconds, cutByModel, inOne } from './block'
import { seamOf } from './seam'
import { type Board, type BoardShot, words } from './storyboard'

export type Piece = { key: string; shots: BoardShot[]; locked: boolean; why: string[] }

/** One more block weighs more than any break in a bad place; the places are weighed against each other. */
const weight = { block: 1_000, impossible: 1_000_000, sceneInside: 40, castInside: 25, breakInScene: 10 }

const keyOf = (shots: readonly BoardShot[]) => shots.map(({ id }) => id).join(' ')

/** Shots that stay together, whatever else could be packed. */
export const lockedPiece = (shots: BoardShot[]): Piece => ({
  ...{ key: keyOf(shots), shots, locked: true },
  why: ['Locked: it stays as it is.'],
})

/** @param cannot runs of shots that were tried and refused, with the reason, by `keyOf`. */
export function pack(board: Board, row: Row, cannot: ReadonlyMap<string, string>): Piece[] {
  const { shots } = board
  const most = Math.max(1, ...row.workflows.map((workflow) => workflow.fields.shots?.limits.max ?? 1))
  const locks = new Map((board.wishes?.locks ?? []).map((lock) => [lock[0] ?? '', lock]))
  const inLock = new Set((board.wishes?.locks ?? []).flat())
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }]
  for (let end = 1; end <= shots.length; end++) {
    let here = { cost: Infinity, from: end - 1 }
    for (let from = end - 1; from >= 0; from--) {
      const run = shots.slice(from, end)
      const lock = locks.get(run[0]?.id ?? '')
      const isLock = lock !== undefined && keyOf(run) === lock.join(' ')
      if (!isLock && run.length > most) break
      if (!isLock && run.some(({ id }) => inLock.has(id)) && !brokenLock(board, run)) continue
      const before = best[from]
      if (!before) continue
      const cost = before.cost + costOf(board, row, run, from, cannot, isLock)
      if (cost < here.cost) here = { cost, from }
    }
    best[end] = here
  }
  const pieces: Piece[] = []
  for (let end = shots.length; end > 0; end = best[end]?.from ?? 0) {
    const from = best[end]?.from ?? end - 1
    const run = shots.slice(from, end)
    const locked = locks.get(run[0]?.id ?? '')?.join(' ') === keyOf(run)
    pieces.unshift(
      locked ? lockedPiece(run) : { key: keyOf(run), shots: run, locked, why: reasons(board, row, from, end, cannot) },
    )
  }
  return pieces
}

/** A lock whose shots are no longer neighbours holds no longer. */
function brokenLock(board: Board, run: readonly BoardShot[]): boolean {
  const order = board.shots.map(({ id }) => id).join(' ')
  return (board.wishes?.locks ?? [])
    .filter((lock) => run.some(({ id }) => lock.includes(id)))
    .every((lock) => !` ${order} `.includes(` ${lock.join(' ')} `))
}

function costOf(
  board: Board,
  row: Row,
  run: BoardShot[],
  from: number,
  cannot: ReadonlyMap<string, string>,
  locked: boolean,
): number {
  const [first, ...rest] = run
  if (!first) return Infinity
  let cost = weight.block
  const wish = board.wishes?.breaks ?? {}
  if (locked) return cost
  if (from > 0 && wish[first.id] === 'join') cost += weight.impossible / 10
  if (rest.some(({ id }) => wish[id] === 'split')) return Infinity
  if (board.wishes?.seams && rest.some((_, at) => seamOf(board, from + 1 + at) !== 'cut')) return Infinity
  if (run.length > 1 && ((cannot.size > 0 && cannot.has(keyOf(run))) || obstacle(board, row, run))) return Infinity
  if (run.length === 1 && obstacle(board, row, run)) cost += weight.impossible
  for (const [at, shot] of rest.entries()) {
    const before = run[at]
    if (before && before.scene !== shot.scene) cost += weight.sceneInside
    if (before && castOf(before, board.look) !== castOf(shot, board.look)) cost += weight.castInside
  }
  const previous = board.shots[from - 1]
  if (previous && previous.scene === first.scene) cost += weight.breakInScene
  return cost
}

/** Read once per shot and look: a plan asks for them at every place where a block could end. */
type Facts = { look: string | undefined; characters: number; cast: string }
const facts = new WeakMap<BoardShot, Facts>()

function factsOf(shot: BoardShot, look: string | undefined): Facts {
  const kept = facts.get(shot)
  if (kept && kept.look === look) return kept
  const { elements = [], referenceImages = [], referenceVideos = [] } = shot
  const cast = JSON.stringify([elements, referenceImages, referenceVideos])
  const found = { look, characters: [...words(shot, look)].length, cast }
  facts.set(shot, found)
  return found
}

/** Characters of a shot's words as they are sent. */
export const charactersOf = (shot: BoardShot, look: string | undefined) => factsOf(shot, look).characters

const castOf = (shot: BoardShot, look: string | undefined) => factsOf(shot, look).cast

/** Why these shots cannot share one order, read from the limits alone; the row's own schema has the last word. */
export function obstacle(board: Board, row: Row, run: readonly BoardShot[]): string | undefined {
  if (run.slice(1).some(({ firstFrame }) => firstFrame)) return 'A first frame begins a block.'
  if (run.slice(0, -1).some(({ lastFrame }) => lastFrame)) return 'A last frame ends a block.'
  const said = row.workflows.map((workflow) => tooMuch(board, workflow, run))
  return said.every((one) => one !== undefined) ? said.find((one) => one !== undefined) : undefined
}

function tooMuch(board: Board, workflow: Workflow, run: readonly BoardShot[]): string | undefined {
  const shots = workflow.fields.shots?.limits
  if (run.length > (shots?.max ?? 1)) return `${shots?.max ?? 1} ${shots ? 'shots' : 'shot'} at most in one order.`
  const total = blockSeconds(board, run)
  const duration = workflow.fields.duration?.limits
  if (duration && 'values' in duration && !duration.values.includes(total))
    return `${total} s is not ${duration.values.join(' or ')} s.`
  if (duration && 'min' in duration && total > duration.max) return `${total} s is more than ${duration.max} s.`
  if (duration && 'min' in duration && total < duration.min) return `${total} s is less than ${duration.min} s.`
  const inOneText = run.length > 1 && cutByModel(board)
  const limit = run.length > 1 && !inOneText ? shots?.words.max : workflow.fields.prompt?.limits.max
  if (limit === undefined) return inOneText ? 'The model cuts words of one piece only, and takes none here.' : undefined
  if (inOneText)
    return [...inOne(board, run, [])].length > limit
      ? `Told in one piece they have more than ${limit} characters.`
      : undefined
  if (run.some((shot) => charactersOf(shot, board.look) > limit)) return `A shot has more than ${limit} characters.`
}

function reasons(board: Board, row: Row, from: number, end: number, cannot: ReadonlyMap<string, string>): string[] {
  const { shots } = board
  const run = shots.slice(from, end)
  const total = blockSeconds(board, run)
  const why = [run.length === 1 ? `One shot of ${total} s.` : `${run.length} shots share one order of ${total} s.`]
  if (run.length > 1 && cutByModel(board)) why.push('The model cuts between them by itself.')
  why.push(...wished(board, row, from, run, cannot))
  const next = shots[end]
  if (!next) return why
  const last = run.at(-1)
  const longer = [...run, next]
  const refused = cannot.get(keyOf(longer)) ?? obstacle(board, row, longer)
  const seam = seamOf(board, end)
  if (seam === 'continue') why.push('It ends here because the next block continues it.')
  else if (seam === 'keyframe') why.push('It ends here, on the picture that it shares with the next block.')
  else if (board.wishes?.breaks?.[next.id] === 'split') why.push('You split here.')
  else if (refused) why.push(`It ends here: with the next shot, ${lower(refused)}`)
  else if (last && last.scene !== next.scene) why.push('It ends where the scene changes.')
  else if (last && castOf(last, board.look) !== castOf(next, board.look))
    why.push('It ends where other pictures or elements begin.')
  else why.push('It ends here so that the rest needs no further order.')
  return why
}

/** What became of the person's wishes about where it begins, and of a lock that no longer holds. */
function wished(
  { shots, wishes = {}, ...board }: Board,
  row: Row,
  from: number,
  run: readonly BoardShot[],
  cannot: ReadonlyMap<string, string>,
): string[] {
  const whole = { ...board, shots, wishes }
  const [first, second] = run
  const before = shots[from - 1]
  const said: string[] = []
  if (first && before && wishes.breaks?.[first.id] === 'join') {
    const pair = [before, first]
    const refused = cannot.get(keyOf(pair)) ?? obstacle(whole, row, pair)
    said.push(
      `You asked to join it to the shot before; ${refused ? lower(refused) : 'with its other shots that is more than one order takes.'}`,
    )
  }
  if (second && run.slice(1).some(({ id }) => wishes.breaks?.[id] === 'join')) said.push('You joined shots in it.')
  const lock = (wishes.locks ?? []).find((one) => first && one.includes(first.id))
  if (lock) said.push('It was locked with other shots; they are no neighbours any more, so that lock rests.')
  return said
}

const lower = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1)
