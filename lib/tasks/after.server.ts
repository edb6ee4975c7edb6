// Orders that wait for another task's film, as the tables say it.
import { and, asc, eq, notExists, notInArray, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '../db/client.server'
import { tasks } from '../db/schema'
import { asTask, nextRev, taskColumns } from './row.server'
import type { Task } from './task'

/** Its first frame is not there yet, so it is not placed. */
export const waits = sql`(${tasks.status} = 'queued' and ${tasks.after} is not null and ${tasks.input} -> 'firstFrame' is null)`
const isMarked = sql`coalesce((${tasks.after} ->> 'lost')::boolean, false)`
/** The film that it waits for is not coming; a person decides. */
export const stranded = sql`(${waits} and ${isMarked})`
const anew = { rev: nextRev, updatedAt: sql`now()` }

/** Oldest first. */
export async function waiting(db: Db): Promise<Task[]> {
  const rows = await db.select(taskColumns).from(tasks).where(waits).orderBy(asc(tasks.seq))
  return rows.map(asTask)
}

/** No film is coming: as was marked, or as the tables say by now. */
function without(tx: Db) {
  const before = alias(tasks, 'before')
  const alive = tx
    .select({ id: before.id })
    .from(before)
    .where(and(sql`${before.id}::text = ${tasks.after} ->> 'task'`, notInArray(before.status, ['failed', 'cancelled'])))
  return or(isMarked, notExists(alive))
}

/** What became of the film that it waits for; nothing happens when it waits for another one by now. */
export async function outlook(
  tx: Db,
  { id, before, lost, note }: { id: string; before: string; lost: boolean; note: string },
): Promise<Task | undefined> {
  const told = lost ? sql`${tasks.after} || '{"lost": true}'::jsonb` : sql`${tasks.after} - 'lost'`
  const [row] = await tx
    .update(tasks)
    .set({ after: told, note, ...anew })
    .where(and(eq(tasks.id, id), waits, sql`${tasks.after} ->> 'task' = ${before}`))
    .returning(taskColumns)
  return row && asTask(row)
}

/**
 * Orders that wait for a film that is not coming give way where all of their shots are ordered anew: a later film would
 * wake them, and those shots would be bought twice.
 */
export async function giveWay(tx: Db, fresh: readonly Task[]): Promise<Task[]> {
  const gone: Task[] = []
  for (const board of new Set(fresh.flatMap(({ storyboardId }) => storyboardId ?? []))) {
    const own = fresh.filter(({ kind, storyboardId }) => kind === 'order' && storyboardId === board)
    const shots = JSON.stringify(own.flatMap(({ shotIds = [] }) => shotIds))
    const rows = await tx
      .update(tasks)
      .set({
        status: 'cancelled',
        endedAt: sql`now()`,
        note: 'Its shots were ordered anew, so it was let go.',
        ...anew,
      })
      .where(
        and(
          eq(tasks.storyboardId, board),
          waits,
          sql`jsonb_array_length(${tasks.shotIds}) > 0 and ${tasks.shotIds} <@ ${shots}::jsonb`,
          without(tx),
          notInArray(
            tasks.id,
            own.map(({ id }) => id),
          ),
        ),
      )
      .returning(taskColumns)
    gone.push(...rows.map(asTask))
  }
  return gone
}

/** The orders that this one waits for, one behind the other. */
async function above(tx: Db, task: Task): Promise<string[]> {
  const found: string[] = []
  for (let next = task.after?.task; next && !found.includes(next); ) {
    found.push(next)
    const [row] = await tx
      .select({ after: tasks.after })
      .from(tasks)
      .where(and(eq(tasks.id, next), waits))
    next = row?.after?.task
  }
  return found
}

/** Orders that wait for a film of the same shot, and whose own came to nothing, wait for this new one from now on. */
export async function inherit(tx: Db, task: Task): Promise<Task[]> {
  const { id, kind, storyboardId, shotIds } = task
  const shot = shotIds?.at(-1)
  if (kind !== 'order' || !storyboardId || !shot) return []
  // What it waits for itself cannot wait for it.
  const others = [id, ...(await above(tx, task))]
  const rows = await tx
    .update(tasks)
    .set({ after: { task: id, shot }, note: null, ...anew })
    .where(
      and(
        eq(tasks.storyboardId, storyboardId),
        waits,
        sql`${tasks.after} ->> 'shot' = ${shot}`,
        without(tx),
        notInArray(tasks.id, others),
      ),
    )
    .returning(taskColumns)
  return rows.map(asTask)
}

/** Gives a waiting order the frame of the film that it waited for; nothing: it does not wait for that any more. */
export async function fillIn(tx: Db, id: string, before: string, frame: string): Promise<Task | undefined> {
  const firstFrame = JSON.stringify({ firstFrame: { asset: frame } })
  const [row] = await tx
    .update(tasks)
    .set({ input: sql`${tasks.input} || ${firstFrame}::jsonb`, note: null, ...anew })
    .where(and(eq(tasks.id, id), waits, sql`${tasks.after} ->> 'task' = ${before}`))
    .returning(taskColumns)
  return row && asTask(row)
}
