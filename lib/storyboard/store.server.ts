// The boards: saved with the version that was seen, so that two writers never overwrite each other unseen.
import { randomUUID } from 'node:crypto'
import { and, desc, eq, lt, or, sql } from 'drizzle-orm'
import type { Database } from '../db/client.server'
import { readCursor, writeCursor } from '../db/cursor'
import { storyboards, storyboardVersions } from '../db/schema'
import { type Issue, StudioError } from '../errors'
import type { NewBoard, Storyboard } from './storyboard'

/** A stale save: the refusal carries as `current` what stands now. */
const stale = (current: Storyboard) =>
  new StudioError(
    'conflict',
    `The board was changed elsewhere; it is at version ${current.version} now. Nothing was overwritten.`,
    undefined,
    {
      facts: { current },
    },
  )

/** Versions kept per board. */
const kept = 200

type Row = typeof storyboards.$inferSelect
const asBoard = ({ body, ...row }: Row): Storyboard => ({ ...row, ...body })
const bodyOf = ({ look, shots, settings, wishes }: Pick<Storyboard, 'look' | 'shots' | 'settings' | 'wishes'>) => ({
  shots,
  ...(look === undefined ? {} : { look }),
  ...(settings === undefined ? {} : { settings }),
  ...(wishes === undefined ? {} : { wishes }),
})
const missing = () => new StudioError('not-found', 'There is no such storyboard; it may have been removed.')

/** Throws StudioError('invalid') when two shots share an id. */
function distinct<B extends { shots: readonly { id?: string | undefined }[] }>(board: B): B {
  const seen = new Set<string>()
  const twice = board.shots.flatMap(({ id }, at): Issue[] => {
    if (id === undefined || !seen.has(id)) {
      if (id !== undefined) seen.add(id)
      return []
    }
    return [{ path: `shots.${at}.id`, message: `The id “${id}” stands twice; give each shot its own, or none.` }]
  })
  if (twice.length) throw new StudioError('invalid', twice[0]?.message ?? '', twice)
  return board
}

/** `seconds` as authored then. */
export type BoardVersion = { version: number; savedAt: string; title: string; shots: number; seconds: number }

export type StoryboardStore = ReturnType<typeof openStoryboards>

export function openStoryboards({ db, transaction }: Database) {
  async function find(id: string): Promise<Storyboard> {
    const [row] = await db.select().from(storyboards).where(eq(storyboards.id, id))
    if (!row) throw missing()
    return asBoard(row)
  }

  async function add(board: NewBoard): Promise<Storyboard> {
    const shots = distinct(board).shots.map((shot) => ({ ...shot, id: shot.id ?? randomUUID() }))
    const [row] = await db
      .insert(storyboards)
      .values({ id: randomUUID(), version: 1, title: board.title, body: bodyOf({ ...board, shots }) })
      .returning()
    if (!row) throw new StudioError('internal', 'The storyboard was not added.')
    return asBoard(row)
  }

  /** Saves over the version that was seen. Throws StudioError('conflict') when another stands there, or ('not-found'). */
  async function save(id: string, seen: number, board: NewBoard): Promise<Storyboard> {
    const shots = distinct(board).shots.map((shot) => ({ ...shot, id: shot.id ?? randomUUID() }))
    return transaction(async (tx) => {
      const [before] = await tx.select().from(storyboards).where(eq(storyboards.id, id)).for('update')
      if (!before) throw missing()
      if (before.version !== seen) throw stale(asBoard(before))
      await tx.insert(storyboardVersions).values({ storyboard: id, version: seen, document: asBoard(before) })
      await tx
        .delete(storyboardVersions)
        .where(and(eq(storyboardVersions.storyboard, id), lt(storyboardVersions.version, seen - kept)))
      const [row] = await tx
        .update(storyboards)
        .set({ version: seen + 1, title: board.title, body: bodyOf({ ...board, shots }), updatedAt: sql`now()` })
        .where(eq(storyboards.id, id))
        .returning()
      if (!row) throw missing()
      return asBoard(row)
    })
  }

  /** What the board was before each save, the latest first; as many as are kept. */
  async function versions(id: string): Promise<BoardVersion[]> {
    await find(id)
    const shots = sql`${storyboardVersions.document}->'shots'`
    return db
      .select({
        version: storyboardVersions.version,
        savedAt: sql<string>`${storyboardVersions.document}->>'updatedAt'`,
        title: sql<string>`${storyboardVersions.document}->>'title'`,
        shots: sql<number>`jsonb_array_length(${shots})`,
        seconds: sql<number>`(select coalesce(sum((one->>'duration')::float8), 0) from jsonb_array_elements(${shots}) one)::float8`,
      })
      .from(storyboardVersions)
      .where(eq(storyboardVersions.storyboard, id))
      .orderBy(desc(storyboardVersions.version))
  }

  /** The board as it was. Throws StudioError('not-found') when it is kept no longer. */
  async function versionOf(id: string, version: number): Promise<Storyboard> {
    const [row] = await db
      .select({ document: storyboardVersions.document })
      .from(storyboardVersions)
      .where(and(eq(storyboardVersions.storyboard, id), eq(storyboardVersions.version, version)))
    if (!row) throw new StudioError('not-found', `Version ${version} of this storyboard is not kept any more.`)
    return row.document
  }

  /** Latest change first. */
  async function list({ limit, cursor }: { limit: number; cursor?: string | undefined }) {
    const place = cursor === undefined ? undefined : readCursor(cursor)
    const after =
      place &&
      or(lt(storyboards.updatedAt, place.at), and(eq(storyboards.updatedAt, place.at), lt(storyboards.id, place.id)))
    const rows = await db
      .select()
      .from(storyboards)
      .where(after)
      .orderBy(desc(storyboards.updatedAt), desc(storyboards.id))
      .limit(limit + 1)
    const items = rows.slice(0, limit).map(asBoard)
    const last = items.at(-1)
    return {
      items,
      nextCursor: rows.length > limit && last ? writeCursor({ at: last.updatedAt, id: last.id }) : null,
    }
  }

  async function remove(id: string): Promise<void> {
    const gone = await db.delete(storyboards).where(eq(storyboards.id, id)).returning({ id: storyboards.id })
    if (gone.length === 0) throw missing()
  }

  /** Whether any board, as it stands, shows this file. */
  async function uses(asset: string): Promise<boolean> {
    const holds = sql`jsonb_path_exists(${storyboards.body}, '$.**.asset ? (@ == $asset)', ${JSON.stringify({ asset })}::jsonb)`
    return (await db.$count(storyboards, holds)) > 0
  }

  return { find, add, save, versions, versionOf, list, remove, uses }
}
