// What can be done with storyboards.
import { createHash, randomUUID } from 'node:crypto'
import { castAs, elementMedia } from '../elements/element'
import { StudioError } from '../errors'
import { rowOf } from '../models/catalog'
import type { Row } from '../models/row'
import { studio } from '../runtime.server'
import type { Finding } from '../storyboard/finding'
import { type Block, plan } from '../storyboard/plan'
import type { Tails } from '../storyboard/seam'
import { boardMedia, type Storyboard } from '../storyboard/storyboard'
import { staleShots } from '../storyboard/take-change'
import { isEnd } from '../tasks/task'
import type { boardContract } from './board'
import type { Given } from './entry'
import { admit } from './place.server'
import { tailsInOrder, tailsWith, tasksOf } from './seam.server'

type Ask<K extends keyof typeof boardContract> = Given<(typeof boardContract)[K]>

export const listStoryboards = async ({ query }: Ask<'listStoryboards'>) =>
  (await studio()).storyboards.list({ limit: query.limit ?? 50, cursor: query.cursor })
export const addStoryboard = async ({ body }: Ask<'addStoryboard'>) => (await studio()).storyboards.add(body)
export const readStoryboard = async ({ params }: Ask<'readStoryboard'>) => (await studio()).storyboards.find(params.id)

export const listVersions = async ({ params }: Ask<'listVersions'>) => ({
  items: await (await studio()).storyboards.versions(params.id),
})
export const readVersion = async ({ params }: Ask<'readVersion'>) =>
  (await studio()).storyboards.versionOf(params.id, params.version)

export async function saveStoryboard({ params, body }: Ask<'saveStoryboard'>) {
  const { version, id, createdAt: _, updatedAt: __, ...board } = body
  if (id !== undefined && id !== params.id)
    throw new StudioError('invalid', 'The id in the body is another board’s.', [
      { path: 'id', message: `Leave it out, or give ${params.id}.` },
    ])
  return (await studio()).storyboards.save(params.id, version, board)
}

export async function removeStoryboard({ params }: Ask<'removeStoryboard'>) {
  await (await studio()).storyboards.remove(params.id)
  return new Response(null, { status: 204 })
}

function rowFor({ provider, model }: { provider: string; model: string }): Row {
  const row = rowOf(provider, model)
  if (row?.kind === 'video') return row
  const message = row
    ? `${row.name} makes no films.`
    : `${provider} has no model “${model}” here; GET /api/models lists those it has.`
  throw new StudioError('invalid', message, [{ path: 'model', message }])
}

/** @param tails what the films before its seams give. */
async function planned(board: Storyboard, row: Row, tails: Tails) {
  const { library, elements } = await studio()
  const known = await elements.cast(board.shots.flatMap(({ elements = [] }) => elements))
  const shown = [...known.values()].flatMap(elementMedia).map(({ medium }) => medium)
  const files = await library.findMany([
    ...[...boardMedia(board), ...shown].flatMap((medium) => ('asset' in medium ? [medium.asset] : [])),
    ...[...tails.values()].flatMap(({ frame }) => frame ?? []),
  ])
  const cast = new Map([...known].map(([name, element]) => [name, castAs(element)]))
  return plan(board, row, { cast: (name) => cast.get(name), file: (id) => files.get(id), tails })
}

export async function planStoryboard({ params, body }: Ask<'planStoryboard'>) {
  const row = rowFor(body)
  const house = await studio()
  const board = await house.storyboards.find(params.id)
  return planned(board, row, await tailsWith(house, board, row))
}

export async function renderStoryboard({ params, body }: Ask<'renderStoryboard'>) {
  const house = await studio()
  const row = rowFor(body)
  const board = await house.storyboards.find(params.id)
  const wanted = body.blocks
    ? { ...board, wishes: { ...board.wishes, locks: body.blocks.map(({ shotIds }) => shotIds) } }
    : board
  const standing = await tailsWith(house, wanted, row)
  const first = await planned(wanted, row, standing)
  const inOrder = await inScope(board, row, first.blocks, body)
  const ids = new Map(inOrder.map(({ shotIds }) => [shotIds.join(' '), idOf(body.id, shotIds)]))
  const tails = tailsInOrder(wanted, first.blocks, standing, ids)
  const continued = first.blocks.some(({ continues }) => continues)
  const { blocks, issues } = continued ? await planned(wanted, row, tails) : first
  const chosen = blocks.filter(({ shotIds }) => ids.has(shotIds.join(' ')))
  const shots = new Set(chosen.flatMap(({ shotIds }) => shotIds))
  const barred = [
    ...issues.filter(({ shotId }) => shotId === undefined || shots.has(shotId)),
    ...chosen.flatMap((block) => orphan(block) ?? []),
  ]
  if (barred.length > 0)
    throw new StudioError(
      'invalid',
      barred[0]?.message ?? '',
      barred.map(({ shotId, path, message }) => {
        const at = board.shots.findIndex(({ id }) => id === shotId)
        if (path?.startsWith(`shots.${at}.elements.`)) return { path, message }
        return { path: at < 0 ? (path ?? 'shots') : `shots.${at}`, message }
      }),
    )
  const orders = []
  for (const { shotIds, workflow, input, continues } of chosen)
    orders.push(
      await admit(house, {
        provider: row.provider,
        model: row.model,
        workflow,
        input,
        storyboardId: board.id,
        shotIds,
        id: ids.get(shotIds.join(' ')),
        ...(continues?.task ? { after: afterOf(continues.shotId, continues.task, continues.at) } : {}),
      }),
    )
  return { tasks: (await house.tasks.addAll(orders)).map(({ task }) => task) }
}

const idOf = (key: string | undefined, shotIds: readonly string[]) => (key ? nameOf(key, shotIds) : randomUUID())

const afterOf = (shot: string, task: string, at: number | undefined) => ({
  task,
  ...(at === undefined ? {} : { at }),
  shot,
})

/** It continues a film that is neither there nor on its way, nor in the same order. */
function orphan({ name, shotIds: [shotId], waitsFor, continues }: Block): Finding | undefined {
  if (!waitsFor || continues?.task || !shotId) return
  return {
    shotId,
    message: `Block ${name} continues block ${waitsFor}, which has no film yet; order both, or cut between them.`,
    seams: [{ label: 'Cut here', shotId, seam: 'cut' }],
  }
}

/** The same press of a button names the same orders: a UUID v4 made of the key and the shots. */
function nameOf(key: string, shotIds: readonly string[]): string {
  const hex = createHash('sha256')
    .update([key, ...shotIds].join('\n'))
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

async function inScope(
  board: Storyboard,
  row: Row,
  blocks: Block[],
  { id, blocks: runs, scope }: Ask<'renderStoryboard'>['body'],
): Promise<Block[]> {
  if (runs) {
    const given = new Set(runs.map(({ shotIds }) => shotIds.join('\n')))
    const found = blocks.filter(({ shotIds }) => given.has(shotIds.join('\n')))
    if (found.length === given.size) return found
    throw new StudioError('invalid', 'A block holds shots that are not neighbours on the board.', [
      { path: 'blocks', message: 'Each block is a run of neighbouring shots, in their order.' },
    ])
  }
  if (scope === 'all') return blocks
  if (scope === 'stale') {
    const stale = await outOfDate(board, row)
    return blocks.filter(({ shotIds }) => shotIds.some((id) => stale.has(id)))
  }
  if (scope === 'missing') {
    const own = new Set(id === undefined ? [] : blocks.map(({ shotIds }) => nameOf(id, shotIds)))
    const made = await filmed(board, own)
    return blocks.filter(({ shotIds }) => shotIds.some((id) => !made.has(id)))
  }
  const stranger = scope.find((id) => !board.shots.some((shot) => shot.id === id))
  if (stranger !== undefined)
    throw new StudioError('invalid', `There is no shot “${stranger}” on this board.`, [
      { path: 'scope', message: `There is no shot “${stranger}”.` },
    ])
  return blocks.filter(({ shotIds }) => shotIds.some((id) => scope.includes(id)))
}

/** Shots whose film says something else than the board does now, and that no order is on its way for. */
async function outOfDate(board: Storyboard, row: Row): Promise<Set<string>> {
  const house = await studio()
  const [all, tails] = await Promise.all([tasksOf(house, board.id), tailsWith(house, board, row)])
  const known = await house.elements.cast(board.shots.flatMap(({ elements = [] }) => elements))
  const cast = new Map([...known].map(([name, element]) => [name, castAs(element)]))
  const going = new Set(all.flatMap(({ status, shotIds = [] }) => (isEnd(status) ? [] : shotIds)))
  const stale = staleShots(board, all, { cast: (name) => cast.get(name), tails })
  return new Set(stale.filter((id) => !going.has(id)))
}

/** Shots that have a film, or an order on its way, besides the orders of this very request. */
async function filmed(board: Storyboard, own: ReadonlySet<string>): Promise<Set<string>> {
  const all = await tasksOf(await studio(), board.id)
  const counted = all.filter(({ id, status }) => !own.has(id) && (status === 'done' || !isEnd(status)))
  // A picture of one's own stands for its shot; nothing is missing there.
  const pictured = board.shots.filter(({ picture }) => picture)
  return new Set([...counted.flatMap(({ shotIds = [] }) => shotIds), ...pictured.map(({ id }) => id)])
}
