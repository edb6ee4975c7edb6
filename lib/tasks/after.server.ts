// Orders that wait for another task's film, as the tables say it.
import { and, asc, eq, isNull, notExists, notInArray, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '../db/client.server'
import { tasks } from '../db/schema'
import { asTask, nextRev, taskColumns } from './row.server'
import type { Task } from './task'

/** Its first frame is not there yet, so it is not placed. */
export const waits = sql`(${tasks.status} = 'queued' and ${tasks.after} is not null and ${tasks.input} -> 'firstFrame' is null)`

/** Oldest first. */
export async function waiting(db: Db): Promise<Task[]> {
  const rows = await db.select(taskColumns).from(tasks).where(waits).orderBy(asc(tasks.seq))
  return rows.map(asTask)
}

/**
 * Orders that wait for a film of the same shot, and whose own came to nothing, wait for this new one from now on; but for
 * those whose very shots are ordered anew together with it: they would be bought twice.
 */
export async function inherit(
  tx: Db,
  { id, kind, storyboardId, shotIds }: Task,
  together: readonly Task[],
): Promise<Task[]> {
  const shot = shotIds?.at(-1)
  if (kind !== 'order' || !storyboardId || !shot) return []
  const before = alias(tasks, 'before')
  const alive = tx
    .select({ id: before.id })
    .from(before)
    .where(and(sql`${before.id}::text = ${tasks.after} ->> 'task'`, notInArray(before.status, ['failed', 'cancelled'])))
  const anew = together.flatMap((one) => (one.shotIds ? [one.shotIds] : []))
  const other = anew.length > 0 ? or(isNull(tasks.shotIds), notInArray(tasks.shotIds, anew)) : undefined
  const rows = await tx
    .update(tasks)
    .set({ after: { task: id, shot }, note: null, rev: nextRev, updatedAt: sql`now()` })
    .where(
      and(
        eq(tasks.storyboardId, storyboardId),
        waits,
        sql`${tasks.after} ->> 'shot' = ${shot}`,
        notExists(alive),
        other,
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
    .set({ input: sql`${tasks.input} || ${firstFrame}::jsonb`, note: null, rev: nextRev, updatedAt: sql`now()` })
    .where(and(eq(tasks.id, id), waits, sql`${tasks.after} ->> 'task' = ${before}`))
    .returning(taskColumns)
  return row && asTask(row)
}
