// What the gallery asks: a page of tasks, newest first, and how many of each status there are.
import { and, asc, count, desc, eq, gt, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/client.server'
import { tasks, work } from '../db/schema'
import { isPlace, noCursor } from './place.server'
import { asTask, taskColumns } from './row.server'
import type { Shape } from './shape'
import type { Status, Task } from './task'
import { soughtIn } from './words'

export type Filter = {
  status?: readonly Status[]
  provider?: string
  model?: string
  storyboardId?: string
  /** All of its words must stand in the prompts. */
  q?: string
  /** Of the failed ones: only those whose order may exist, or all but those. */
  unknown?: 'only' | 'without'
  star?: 'only'
  shape?: Shape
}
export type Page = { items: Task[]; nextCursor: string | null; rev: number }

const isUnknown = sql`(${tasks.status} = 'failed' and coalesce(${tasks.error} ->> 'code', '') = 'unknown')`

function conditions(db: Db, { provider, model, storyboardId, q, unknown, star, shape }: Filter): SQL[] {
  const { status: _, provider: providerColumn, model: modelColumn, storyboardId: boardColumn, id } = tasks
  const all: SQL[] = []
  if (provider !== undefined) all.push(sql`${providerColumn} = ${provider}`)
  if (model !== undefined) all.push(eq(modelColumn, model))
  if (storyboardId !== undefined) all.push(eq(boardColumn, storyboardId))
  if (unknown !== undefined) all.push(unknown === 'only' ? isUnknown : sql`not ${isUnknown}`)
  // As the index says it, which holds those with a star alone.
  if (star !== undefined) all.push(sql`${tasks.star}`)
  if (shape !== undefined) all.push(eq(tasks.shape, shape))
  for (const word of soughtIn(q)) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    all.push(inArray(id, db.select({ id: work.task }).from(work).where(sql`${work.words} like ${pattern}`)))
  }
  return all
}

/** The highest number given so far: what comes after it is news. */
export async function revOf(db: Db): Promise<number> {
  const [row] = await db.select({ rev: sql<string>`case when is_called then last_value else 0 end` }).from(sql`rev`)
  return Number(row?.rev ?? 0)
}

/** @param limit at most 200. Throws StudioError('invalid') for a cursor that is none. */
export async function listTasks(
  db: Db,
  {
    limit = 50,
    cursor,
    order = 'newest',
    ...filter
  }: Filter & { limit?: number; cursor?: string; order?: 'newest' | 'oldest' } = {},
): Promise<Page> {
  if (cursor !== undefined && !isPlace(cursor)) throw noCursor()
  // Read before the rows: a change between the two is told again rather than lost.
  const rev = await revOf(db)
  const rows = await db
    .select({ seq: tasks.seq, row: taskColumns })
    .from(tasks)
    .where(
      and(
        ...conditions(db, filter),
        filter.status ? inArray(tasks.status, [...filter.status]) : undefined,
        cursor === undefined ? undefined : (order === 'oldest' ? gt : lt)(tasks.seq, Number(cursor)),
      ),
    )
    .orderBy((order === 'oldest' ? asc : desc)(tasks.seq))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map(({ row }) => asTask(row)),
    nextCursor: rows.length > limit && last ? String(last.seq) : null,
    rev,
  }
}

/** How many of each status the other filters leave; a status that nobody has is left out. */
export async function countTasks(db: Db, filter: Filter = {}): Promise<Partial<Record<Status, number>>> {
  const rows = await db
    .select({ status: tasks.status, count: count() })
    .from(tasks)
    .where(and(...conditions(db, filter)))
    .groupBy(tasks.status)
  return Object.fromEntries(rows.map((row) => [row.status, row.count]))
}

/** How many of the failed ones are not known. */
export async function countUnknown(db: Db, filter: Filter = {}): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(tasks)
    .where(and(...conditions(db, { ...filter, unknown: 'only' })))
  return row?.count ?? 0
}
