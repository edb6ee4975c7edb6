// Films that orders start from: which take stands before a seam, and its frame as a file of ours.
import { StudioError } from '../errors'
import { frameOf } from '../media/frame.server'
import type { Library } from '../media/library.server'
import type { Row } from '../models/row'
import type { Block } from '../storyboard/plan'
import type { Tail, Tails } from '../storyboard/seam'
import type { Storyboard, Wishes } from '../storyboard/storyboard'
import { filmOf, tailsOf } from '../storyboard/tail'
import type { TaskStore } from '../tasks/store.server'
import { isEnd, type Task } from '../tasks/task'
import { isInput, type Wish } from './place.server'

type House = { library: Pick<Library, 'path' | 'keep' | 'find'>; tasks: Pick<TaskStore, 'list' | 'find'> }

/** Every task of a board, newest first. */
export async function tasksOf({ tasks }: Pick<House, 'tasks'>, board: string): Promise<Task[]> {
  const all: Task[] = []
  let cursor: string | undefined
  do {
    const page = await tasks.list({ storyboardId: board, limit: 200, ...(cursor ? { cursor } : {}) })
    all.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return all
}

const continuesAny = (wishes: Wishes | undefined) => Object.values(wishes?.seams ?? {}).includes('continue')

/** What the films before the board's seams give; the frame of each that is there is drawn, or said why it cannot be. */
export async function tailsWith(house: House, board: Storyboard, row: Row): Promise<Tails> {
  if (!continuesAny(board.wishes)) return new Map()
  const films = await tasksOf(house, board.id)
  const most = row.workflows.flatMap(({ fields }) => fields.frames?.limits.of.bytes ?? [])[0]
  const tails = new Map<string, Tail>()
  for (const [shotId, tail] of tailsOf(board, films)) {
    const film = tail.made && filmOf(films.find(({ id }) => id === tail.task)?.outputs ?? [])
    if (!film) {
      tails.set(shotId, tail)
      continue
    }
    try {
      const frame = await frameOf(house.library, film, { at: tail.at, most })
      tails.set(shotId, { ...tail, frame: frame.id })
    } catch (error) {
      if (!(error instanceof StudioError)) throw error
      tails.set(shotId, { ...tail, trouble: error.message })
    }
  }
  return tails
}

const wrong = (path: string, message: string) => new StudioError('invalid', message, [{ path, message }])

/** The order with the frame of the film that it starts from, where that is there already. Throws StudioError('invalid'). */
export async function settled(house: House, row: Row | undefined, wish: Wish): Promise<Wish> {
  const { after, input } = wish
  if (!after || !isInput(input)) return wish
  if (input.firstFrame !== undefined)
    throw wrong(
      'input.firstFrame',
      'The first frame comes from the film that is named in after; leave one of them out.',
    )
  const before = await house.tasks.find(after.task)
  if (!before) throw wrong('after.task', 'There is no such task; it may have been removed.')
  if (!isEnd(before.status)) return wish
  const film = before.status === 'done' ? filmOf(before.outputs) : undefined
  if (!film)
    throw wrong('after.task', 'That task has ended without a film; choose one that has a film, or is on its way.')
  const most = row?.workflows.find(({ id }) => id === wish.workflow)?.fields.frames?.limits.of.bytes
  const frame = await frameOf(house.library, film, { at: after.at, most })
  return { ...wish, input: { ...input, firstFrame: { asset: frame.id } } }
}

/**
 * A block continues the new film of a block in the same order, unless another take or a picture was chosen to stand.
 * @param ids the names of the orders, by their shots.
 */
export function tailsInOrder(
  { shots, wishes }: Storyboard,
  blocks: readonly Block[],
  standing: Tails,
  ids: ReadonlyMap<string, string>,
): Tails {
  const tails = new Map(standing)
  for (const [at, { shotIds, continues }] of blocks.entries()) {
    const [first] = shotIds
    const task = ids.get(blocks[at - 1]?.shotIds.join(' ') ?? '')
    if (!first || !continues || !task) continue
    if (shots.find(({ id }) => id === continues.shotId)?.picture) continue
    const before = standing.get(first)
    if (before && wishes?.chosen?.[continues.shotId] === before.task) continue
    tails.set(first, { task, made: false, takes: before?.takes ?? [] })
  }
  return tails
}
