// Which shots share a paid order: a pure function of board and row. The same board always gives the same plan.
import type { Asset } from '../media/asset'
import type { Input } from '../models/input'
import { type Quote, quote } from '../models/price'
import type { Row } from '../models/row'
import { refusals } from '../models/schema'
import type { WorkflowId } from '../models/vocabulary'
import { blockSeconds, type Cast, candidates } from './block'
import { type Finding, findings, homeless } from './finding'
import { pictureWords } from './own-picture'
import { lockedPiece, obstacle, type Piece, pack } from './pack'
import { type Met, meet, type Tails } from './seam'
import { blame, meeting, shown, whyOf } from './seam-block'
import { lacksShape } from './shape'
import { type Board, type BoardShot, lookFor, type Seam } from './storyboard'
import { wishBreak } from './wish'

/**
 * `price` is USD; null when it is not known, or when the block cannot be ordered as it stands (`ready` says which).
 * `why` tells in sentences what decided its ends.
 */
export type Block = {
  name: string
  shotIds: string[]
  workflow: WorkflowId
  input: Input
  seconds: number
  price: { amount: number; currency: string; basis: string } | null
  seam: Seam
  /** Of a block that continues another: the shot before it, and the film that it starts from once that is ordered. */
  continues?: { shotId: string; task?: string; at?: number }
  /** The block whose film it waits for: its `input` is whole with a frame of that as `firstFrame`. */
  waitsFor?: string
  locked: boolean
  ready: boolean
  why: string[]
}

/** `total` sums the blocks that can be ordered as they stand; `left` is how many cannot and are not in it. */
export type Plan = { blocks: Block[]; total: Block['price']; left: number; issues: Finding[] }

/** `tails`: what the films before seams give, by the shot after the seam. */
export type Around = { cast: Cast; file: (id: string) => Asset | undefined; tails?: Tails }

const nobody: Around = { cast: () => undefined, file: () => undefined }

/**
 * Every shot in exactly one block, in order, at its authored seconds. A shot that no lawful order can hold stands in a
 * block of its own and in `issues`, with what could be done.
 */
export function plan(given: Board, row: Row, around: Around = nobody): Plan {
  const written = { ...given, look: lookFor(row.provider, given.look) }
  const met = meet(written, around)
  const { board } = met
  const cannot = new Map<string, string>()
  for (;;) {
    const pieces = pack(board, row, cannot)
    const made = pieces.map((piece) => make(piece, { written, row, around, met }))
    const wrong = made.filter(({ clash, piece }) => clash !== undefined && piece.shots.length > 1 && !piece.locked)
    if (wrong.length === 0) return finish(made, row)
    for (const { piece, clash = '' } of wrong) cannot.set(piece.key, clash)
  }
}

/**
 * The block that a shot of a shared order would be by itself, named as on the plan that it stands on, and what keeps it
 * from being ordered. Its neighbours keep their parts of the take that they share, so none of them is packed anew.
 */
export function alone(given: Board, shotId: string, row: Row, around: Around, { blocks }: Plan) {
  const wishes = { ...given.wishes, locks: [[shotId]] }
  const written = { ...given, wishes, look: lookFor(row.provider, given.look) }
  const met = meet(written, around)
  const shot = met.board.shots.find(({ id }) => id === shotId)
  const at = blocks.findIndex(({ shotIds }) => shotIds.includes(shotId))
  if (!shot || at < 0) return
  const { block, waits, issues } = make(lockedPiece([shot]), { written, row, around, met })
  return {
    block: named(block, blocks[at]?.name ?? '', waits ? blocks[at - 1]?.name : undefined),
    issues: issues.filter((issue) => issue.shotId === shotId),
  }
}

/** Why these neighbouring shots, all of them, cannot be joined to one order; nothing when they can. */
export function notOne(given: Board, shotIds: readonly string[], row: Row, around: Around): string | undefined {
  const joined = shotIds.slice(1).reduce((board, id) => wishBreak(board, id, 'join'), given)
  const written = { ...joined, look: lookFor(row.provider, given.look) }
  const met = meet(written, around)
  const shots = met.board.shots.filter(({ id }) => shotIds.includes(id))
  const piece = { key: '', shots, locked: false, why: [] }
  return obstacle(met.board, row, shots) ?? make(piece, { written, row, around, met }).clash
}

type Tried = ReturnType<typeof candidates>[number] & { refused: ReturnType<typeof refusals>; said: Quote }
type Kept = {
  look: Board['look']
  settings: Board['settings']
  lengths: Record<string, number> | undefined
  around: Around
  shots: readonly BoardShot[]
  tried: Tried[]
}

/** What a run of shots comes to, kept by row and first shot: an edit of one shot asks only for its own block again. */
const kept = new WeakMap<Row, WeakMap<BoardShot, Kept[]>>()
/** Runs kept per first shot. */
const most = 8

function tryOut(shots: readonly BoardShot[], board: Board, row: Row, around: Around, file: Met['file']): Tried[] {
  const [first] = shots
  const { look, settings } = board
  const lengths = board.wishes?.lengths
  const ofRow = kept.get(row) ?? new WeakMap<BoardShot, Kept[]>()
  kept.set(row, ofRow)
  const runs = (first && ofRow.get(first)) ?? []
  const found = runs.find(
    (one) =>
      one.around === around &&
      one.look === look &&
      one.settings === settings &&
      one.lengths === lengths &&
      one.shots.length === shots.length &&
      one.shots.every((shot, at) => shot === shots[at]),
  )
  if (found) return found.tried
  const tried = candidates(row, board, shots, around.cast).map((candidate) => ({
    ...candidate,
    refused: refusals(row, candidate.workflow, candidate.input, file),
    said: quote(row, candidate.input, file),
  }))
  if (first) ofRow.set(first, [{ look, settings, lengths, around, shots, tried }, ...runs].slice(0, most))
  return tried
}

/** `clash`: why the row takes no order of these shots together. */
type Made = {
  piece: Piece
  block: Omit<Block, 'name' | 'waitsFor'>
  waits: boolean
  issues: Finding[]
  clash: string | undefined
}
/** `written`: the board without the pictures of its seams. */
type Scene = { written: Board; row: Row; around: Around; met: Met }

function make(piece: Piece, { written, row, around, met }: Scene): Made {
  const { board, file, found } = met
  const tried = tryOut(piece.shots, board, row, around, file)
  const best = tried.find(({ refused }) => refused.length === 0) ?? tried[0]
  const [first] = piece.shots
  const workflow = best?.workflow ?? row.workflows[0]
  if (!workflow || !first) throw new Error('a row without workflows')
  const input = best?.input ?? {}
  const at = board.shots.indexOf(first)
  const { length } = piece.shots
  const { waits, ...meets } = meeting(written, at, around.tails)
  const fits = (shots: readonly BoardShot[]) =>
    tryOut(shots, written, row, around, file).some(({ refused }) => refused.length === 0)
  const own = best
    ? findings(best.refused, piece.shots, workflow, board)
    : piece.shots.map((shot) => homeless(shot, piece, row))
  const issues = [
    ...strangers(piece.shots, board, around),
    ...piece.shots.flatMap(({ id }) => found.get(id) ?? []),
    ...blame(own, written, at, length, fits),
  ]
  const shape = board.settings?.aspectRatio
  if (best && lacksShape(best.workflow, shape))
    issues.push({
      shotId: first.id,
      path: 'settings.aspectRatio',
      message: `${row.name} makes no ${shape} here; choose another shape for the film.`,
    })
  const silent = board.settings?.sound === true && best && best.input.sound !== true
  const ready = issues.length === 0
  const ids = piece.shots.map(({ id }) => id)
  return {
    piece,
    block: {
      shotIds: ids,
      workflow: workflow.id,
      input: shown(input),
      seconds: blockSeconds(board, piece.shots),
      price: best && ready ? priced(best.said) : null,
      ready,
      ...meets,
      locked: piece.locked,
      why: [
        ...whyOf(piece.why, written, at, length, around.tails),
        ...[pictureWords(written, ids)].filter((one) => one !== undefined),
        ...(silent ? [`Without sound: ${row.name} makes none here.`] : []),
      ],
    },
    waits,
    issues,
    clash: best ? best.refused[0]?.message : 'These shots cannot share an order.',
  }
}

/** Names on shots that no element of the library bears, each at its own path on the board. */
const strangers = (shots: readonly BoardShot[], board: Board, { cast }: Around): Finding[] =>
  shots.flatMap(({ id: shotId, elements = [] }) =>
    elements.flatMap((name, index) =>
      cast(name)
        ? []
        : [
            {
              shotId,
              path: `shots.${board.shots.findIndex(({ id }) => id === shotId)}.elements.${index}`,
              message: `The library has no element called @${name}; add one, or take it off the shot.`,
            },
          ],
    ),
  )

const priced = (said: Quote): Block['price'] => {
  if (said === 'unknown') return null
  return said === 'free' ? { amount: 0, currency: 'USD', basis: 'free' } : said
}

function finish(made: Made[], row: Row): Plan {
  const blocks = made.map(({ block, waits }, at) => named(block, nameOf(at), waits ? nameOf(at - 1) : undefined))
  const ready = blocks.filter((block) => block.ready)
  const known = ready.every(({ price }) => price !== null)
  const sum = ready.reduce((total, { price }) => total + (price?.amount ?? 0), 0)
  const amount = Math.round(sum * 1e6) / 1e6
  const orders = `${ready.length} ${ready.length === 1 ? 'order' : 'orders'}`
  return {
    blocks,
    total: known ? { amount, currency: 'USD', basis: row.price === 'free' ? 'free' : orders } : null,
    left: blocks.length - ready.length,
    issues: made.flatMap(({ issues }) => issues),
  }
}

const named = (block: Made['block'], name: string, waitsFor: string | undefined): Block => ({
  name,
  ...block,
  ...(waitsFor === undefined ? {} : { waitsFor }),
})

/** A, B … Z, AA, AB … */
function nameOf(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : `${nameOf(Math.floor(at / 26) - 1)}${letter}`
}
