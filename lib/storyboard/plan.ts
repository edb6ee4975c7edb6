// Which shots share a paid order: a pure function of board and row. The same board always gives the same plan.
import type { Asset } from '../media/asset'
import type { Input } from '../models/input'
import { type Quote, quote } from '../models/price'
import type { Row } from '../models/row'
import { refusals } from '../models/schema'
import type { WorkflowId } from '../models/vocabulary'
import { blockSeconds, type Cast, candidates } from './block'
import { type Finding, findings, homeless } from './finding'
import { type Piece, pack } from './pack'
import type { Board, BoardShot, Seam } from './storyboard'

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
  locked: boolean
  ready: boolean
  why: string[]
}

/** `total` sums the blocks that can be ordered as they stand; `left` is how many cannot and are not in it. */
export type Plan = { blocks: Block[]; total: Block['price']; left: number; issues: Finding[] }

export type Around = { cast: Cast; file: (id: string) => Asset | undefined }

const nobody: Around = { cast: () => undefined, file: () => undefined }

/**
 * Every shot in exactly one block, in order, at its authored seconds. A shot that no lawful order can hold stands in a
 * block of its own and in `issues`, with what could be done.
 */
export function plan(board: Board, row: Row, around: Around = nobody): Plan {
  const cannot = new Map<string, string>()
  for (;;) {
    const pieces = pack(board, row, cannot)
    const made = pieces.map((piece) => make(piece, board, row, around))
    const wrong = made.filter(({ clash, piece }) => clash !== undefined && piece.shots.length > 1 && !piece.locked)
    if (wrong.length === 0) return finish(made, row)
    for (const { piece, clash = '' } of wrong) cannot.set(piece.key, clash)
  }
}

type Tried = ReturnType<typeof candidates>[number] & { refused: ReturnType<typeof refusals>; said: Quote }
type Kept = {
  look: Board['look']
  settings: Board['settings']
  lengths: Record<string, number> | undefined
  row: Row
  around: Around
  shots: readonly BoardShot[]
  tried: Tried[]
}

/** What a run of shots comes to, kept by its first shot: an edit of one shot asks only for its own block again. */
const kept = new WeakMap<BoardShot, Kept[]>()
/** Runs kept per first shot. */
const most = 12

function tryOut(shots: readonly BoardShot[], board: Board, row: Row, around: Around): Tried[] {
  const [first] = shots
  const { look, settings } = board
  const lengths = board.wishes?.lengths
  const runs = (first && kept.get(first)) ?? []
  const found = runs.find(
    (one) =>
      one.row === row &&
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
    refused: refusals(row, candidate.workflow, candidate.input, around.file),
    said: quote(row, candidate.input, around.file),
  }))
  if (first) kept.set(first, [{ look, settings, lengths, row, around, shots, tried }, ...runs].slice(0, most))
  return tried
}

/** `clash`: why the row takes no order of these shots together. */
type Made = { piece: Piece; block: Omit<Block, 'name'>; issues: Finding[]; clash: string | undefined }

function make(piece: Piece, board: Board, row: Row, around: Around): Made {
  const tried = tryOut(piece.shots, board, row, around)
  const best = tried.find(({ refused }) => refused.length === 0) ?? tried[0]
  const [first] = piece.shots
  const workflow = best?.workflow ?? row.workflows[0]
  if (!workflow || !first) throw new Error('a row without workflows')
  const input = best?.input ?? {}
  const issues = [
    ...strangers(piece.shots, board, around),
    ...(best
      ? findings(best.refused, piece.shots, workflow, board)
      : piece.shots.map((shot) => homeless(shot, piece, row))),
  ]
  const ready = issues.length === 0
  return {
    piece,
    block: {
      shotIds: piece.shots.map(({ id }) => id),
      workflow: workflow.id,
      input,
      seconds: blockSeconds(board, piece.shots),
      price: best && ready ? priced(best.said) : null,
      ready,
      seam: board.wishes?.seams?.[first.id] ?? 'cut',
      locked: piece.locked,
      why: piece.why,
    },
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
  const blocks = made.map(({ block }, at) => ({ name: nameOf(at), ...block }))
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

/** A, B … Z, AA, AB … */
function nameOf(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : `${nameOf(Math.floor(at / 26) - 1)}${letter}`
}
