// What another model would make of a board: shot by shot what is lost or changed, before anything is applied.
import type { Input } from '../models/input'
import type { Row } from '../models/row'
import { workflowWords } from '../models/vocabulary'
import { type Around, type Block, plan } from './plan'
import type { Board } from './storyboard'
import { retarget } from './wish'

/** Without a shot it holds for the whole film. `choices` are lengths in seconds that could be ordered. */
export type Turning = { shotId?: string; message: string; choices?: { label: string; seconds: number }[] }

const has = (row: Row, field: keyof Row['workflows'][number]['fields']) =>
  row.workflows.some(({ fields }) => fields[field] !== undefined)

/** Everything that would be lost or changed, in the order of the board; nothing when the board turns as it is. */
export function turnings(
  board: Board,
  from: Row,
  to: Row,
  around: Around,
  lengths: Readonly<Record<string, number>> = {},
): Turning[] {
  const before = plan(board, from, around)
  const after = plan(retarget(board, to, lengths), to, around)
  const found: Turning[] = whole(board, from, to)
  if (before.total && before.left < before.blocks.length && after.total === null)
    found.push({ message: `The price is not known with ${to.name}; with ${from.name} it is.` })
  for (const { id } of board.shots) {
    const issues = after.issues.filter(({ shotId }) => shotId === id)
    found.push(...issues.map(({ message, choices }) => ({ shotId: id, message, ...(choices ? { choices } : {}) })))
    const [old, next] = [before, after].map(({ blocks }) => blocks.find(({ shotIds }) => shotIds.includes(id)))
    if (old && next?.ready) found.push(...differences(board, id, old, next))
  }
  return found
}

function whole({ settings = {} }: Board, from: Row, to: Row): Turning[] {
  const found: Turning[] = []
  if (settings.sound && !has(to, 'sound')) found.push({ message: `The film is silent: ${to.name} makes no sound.` })
  if (settings.shotMode === 'model' && has(from, 'shots') && !has(to, 'shots'))
    found.push({ message: `${to.name} takes one shot in an order, so nothing is left to cut by itself.` })
  return found
}

/** Of one shot, told where it differs: its length, its size, its company. */
function differences(board: Board, id: string, old: Block, next: Block): Turning[] {
  const found: Turning[] = []
  const say = (message: string) => found.push({ shotId: id, message })
  const authored = board.shots.find((shot) => shot.id === id)?.duration
  const wished = old.shotIds.length === 1 ? board.wishes?.lengths?.[id] : undefined
  const now = next.shotIds.length === 1 ? next.seconds : authored
  if (wished !== undefined && now !== wished) say(`${now} s are ordered again instead of ${wished} s.`)
  // What holds for all shots of an order is told of the first.
  if (next.shotIds[0] !== id) return found
  if (next.shotIds.length === 1 && old.shotIds.length > 1)
    say(`It is ordered alone; it was one of ${old.shotIds.length} in block ${old.name}.`)
  const other = next.shotIds.join() !== old.shotIds.join()
  if (next.shotIds.length > 1 && other) {
    const numbers = next.shotIds.map((one) => numbered(board, one)).join(', ')
    const now = `Shots ${numbers} are one order of ${next.seconds} s`
    if (old.shotIds.length === 1) say(`${now}; this one was ordered alone.`)
    else say(`${now}; this one was in block ${old.name} of ${old.shotIds.length} shots and ${old.seconds} s.`)
  }
  const [a, b] = [sizeIn(old.input), sizeIn(next.input)]
  if (old.ready && a && b && a !== b) say(`The picture is ${b} instead of ${a}.`)
  if (old.ready && old.workflow !== next.workflow)
    say(`It is made ${workflowWords[next.workflow].toLowerCase()}, not ${workflowWords[old.workflow].toLowerCase()}.`)
  return found
}

const numbered = ({ shots }: Board, id: string) =>
  String(shots.findIndex((shot) => shot.id === id) + 1).padStart(2, '0')

const sizeIn = ({ width, height, aspectRatio, resolution }: Input) =>
  width && height ? `${width}×${height}` : [aspectRatio, resolution].filter(Boolean).join(' at ') || undefined
