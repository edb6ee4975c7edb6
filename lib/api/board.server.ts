// What can be done with storyboards.
import { createHash, randomUUID } from 'node:crypto'
import { castAs } from '../elements/cast'
import { elementMedia } from '../elements/element'
import { StudioError } from '../errors'
import { isWhole, rowOf } from '../models/catalog'
import type { Row } from '../models/row'
import { studio } from '../runtime.server'
import type { Finding } from '../storyboard/finding'
import { isPictured } from '../storyboard/own-picture'
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
  const offered = row && !isWhole(row) ? row : undefined
  if (offered?.kind === 'video') return offered
  const message = offered
    ? `${offered.name} makes no films.`
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
  const current = await house.storyboards.find(params.id)
  const isSeen = body.version === undefined || body.version === current.version
  const board = isSeen ? current : await house.storyboards.versionOf(params.id, body.version ?? current.version)
  const wanted = body.blocks ? lockedAs(board, body.blocks) : board
  const standing = await tailsWith(house, wanted, row)
  const first = await planned(wanted, row, standing)
  const inOrder = await inScope(board, row, first.blocks, body)
  const ids = new Map(inOrder.map(({ shotIds }) => [shotIds.join(' '), idOf(body.id, shotIds)]))
  // A press that was heard is answered, however the board goes on; a new one must not order what nobody saw.
  if (!isSeen && !(await stand(house, [...ids.values()])))
    throw new StudioError(
      'conflict',
      `The board was changed elsewhere; it is at version ${current.version} now. Nothing was ordered.`,
      undefined,
      { facts: { current } },
    )
  const tails = tailsInOrder(wanted, first.blocks, standing, ids)
  const continued = first.blocks.some(({ continues }) => continues)
  const { blocks, issues } = continued ? await planned(lockedAs(wanted, first.blocks), row, tails) : first
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

async function stand({ tasks }: Awaited<ReturnType<typeof studio>>, ids: readonly string[]): Promise<boolean> {
  const found = await Promise.all(ids.map((id) => tasks.find(id)))
  return found.every((task) => task !== undefined)
}

/** What is ordered are the blocks that were looked at, also where a frame that is still to come would allow others. */
const lockedAs = (board: Storyboard, blocks: readonly Pick<Block, 'shotIds'>[]): Storyboard => ({
  ...board,
  wishes: { ...board.wishes, locks: blocks.map(({ shotIds }) => shotIds) },
})

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
  if (scope === 'all') return blocks.filter(({ shotIds }) => !isPictured(board, shotIds))
  if (scope === 'stale') {
    const stale = await outOfDate(board, row, ownOf(id, blocks))
    return blocks.filter(({ shotIds }) => shotIds.some((id) => stale.has(id)))
  }
  if (scope === 'missing') {
    const made = await filmed(board, ownOf(id, blocks))
    return blocks.filter(({ shotIds }) => shotIds.some((id) => !made.has(id)))
  }
  const stranger = scope.find((id) => !board.shots.some((shot) => shot.id === id))
  if (stranger !== undefined)
    throw new StudioError('invalid', `There is no shot “${stranger}” on this board.`, [
      { path: 'scope', message: `There is no shot “${stranger}”.` },
    ])
  return blocks.filter(({ shotIds }) => shotIds.some((id) => scope.includes(id)))
}

/** The names that orders of this very request have, or would have. */
const ownOf = (key: string | undefined, blocks: readonly Block[]): ReadonlySet<string> =>
  new Set(key === undefined ? [] : blocks.map(({ shotIds }) => nameOf(key, shotIds)))

/** Shots whose film says something else than the board does now, and that no order is on its way for, besides those of this very request. */
async function outOfDate(board: Storyboard, row: Row, own: ReadonlySet<string>): Promise<Set<string>> {
  const house = await studio()
  const [films, tails] = await Promise.all([tasksOf(house, board.id), tailsWith(house, board, row)])
  const all = films.filter(({ id }) => !own.has(id))
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
