// The queue as a person sees it: what waits, in the order in which it is placed, and whether anything is placed at all.
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../db/client.server'
import { settings, tasks, work } from '../db/schema'
import { StudioError } from '../errors'
import { asTask, taskColumns } from './row.server'
import type { Task } from './task'

const key = 'queue'
/** Held while places are exchanged. */
const orderLock = 7_311_203

/** The place in the queue: that of its arrival, unless a person gave it another. */
export const turn = sql<number>`coalesce(${work.turn}, ${tasks.seq})`

/** What those who wait are told. */
export const pausedWords = 'The queue is paused. Nothing more is ordered until it is resumed; what waits costs nothing.'

export type Queue = { paused: boolean; items: Task[] }

export function openTaskQueue({ db, transaction }: Database) {
  async function paused(): Promise<boolean> {
    const [row] = await db.select().from(settings).where(eq(settings.key, key))
    return row !== undefined && (row.value as { paused?: unknown }).paused === true
  }

  return {
    paused,
    /** Every order that waits, the next one first. */
    async read(): Promise<Queue> {
      const rows = await db
        .select({ task: taskColumns })
        .from(tasks)
        .innerJoin(work, eq(work.task, tasks.id))
        .where(eq(tasks.status, 'queued'))
        .orderBy(asc(turn))
      return { paused: await paused(), items: rows.map(({ task }) => asTask(task)) }
    },
    async pause(on: boolean): Promise<void> {
      const value = { paused: on }
      await db.insert(settings).values({ key, value }).onConflictDoUpdate({ target: settings.key, set: { value } })
    },
    /** These orders exchange their places so that they come in this order; all others keep theirs. Throws StudioError('conflict') when one waits no longer. */
    async order(ids: readonly string[]): Promise<void> {
      await transaction(async (tx) => {
        await tx.execute(sql`select pg_advisory_xact_lock(${orderLock})`)
        const held = await tx
          .select({ id: tasks.id, turn })
          .from(tasks)
          .innerJoin(work, eq(work.task, tasks.id))
          .where(and(eq(tasks.status, 'queued'), inArray(tasks.id, [...ids])))
          .orderBy(asc(turn))
        if (held.length !== new Set(ids).size)
          throw new StudioError('conflict', 'One of these orders waits no longer; look at the queue again.')
        for (const [at, id] of ids.entries())
          await tx
            .update(work)
            .set({ turn: Number(held[at]?.turn) })
            .where(eq(work.task, id))
      })
    },
  }
}
