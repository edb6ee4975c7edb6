// The queue as a person sees it: what waits, in the order in which it is placed, and whether anything is placed at all.
import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Database } from '../db/client.server'
import { settings, tasks, work } from '../db/schema'
import { StudioError } from '../errors'
import { isPlace, noCursor } from './place.server'
import { asTask, taskColumns } from './row.server'
import type { Task } from './task'

const key = 'queue'
/** Held while places are exchanged. */
const orderLock = 7_311_203

/** The place in the queue: that of its arrival, unless a person gave it another. */
export const turn = sql<number>`coalesce(${work.turn}, ${tasks.seq})`

/** What those who wait are told. */
export const pausedWords = 'The queue is paused. Nothing more is ordered until it is resumed; what waits costs nothing.'

/** `waiting`: how many wait in all. */
export type Queue = { paused: boolean; items: Task[]; nextCursor: string | null; waiting: number }

export function openTaskQueue({ db, transaction }: Database) {
  async function paused(): Promise<boolean> {
    const [row] = await db.select().from(settings).where(eq(settings.key, key))
    return row !== undefined && (row.value as { paused?: unknown }).paused === true
  }

  return {
    paused,
    /** Orders that wait, the next one first. @param limit at most 200. Throws StudioError('invalid') for a cursor that is none. */
    async read({
      limit = 50,
      cursor,
    }: {
      limit?: number | undefined
      cursor?: string | undefined
    } = {}): Promise<Queue> {
      if (cursor !== undefined && !isPlace(cursor)) throw noCursor()
      const queued = eq(tasks.status, 'queued')
      const rows = await db
        .select({ task: taskColumns, turn })
        .from(tasks)
        .innerJoin(work, eq(work.task, tasks.id))
        .where(and(queued, cursor === undefined ? undefined : gt(turn, Number(cursor))))
        .orderBy(asc(turn))
        .limit(limit + 1)
      const page = rows.slice(0, limit)
      const last = page.at(-1)
      return {
        paused: await paused(),
        items: page.map(({ task }) => asTask(task)),
        nextCursor: rows.length > limit && last ? String(last.turn) : null,
        waiting: await db.$count(tasks, queued),
      }
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
