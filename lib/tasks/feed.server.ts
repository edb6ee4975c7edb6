// Who hears of changes: everybody in this process at once, other processes by the database's own notices.
import { randomUUID } from 'node:crypto'
import { asc, eq, gt, sql } from 'drizzle-orm'
import type { Database, Db } from '../db/client.server'
import { tasks, tombstones } from '../db/schema'
import { revOf } from './list.server'
import { asTask, taskColumns } from './row.server'
import type { Change } from './task'

const channel = 'reelboard_task'

export async function openFeed({ db, kind, listen }: Database) {
  const listeners = new Set<(change: Change) => void>()
  const origin = randomUUID()
  // Among several writers the order of numbers is not the order of commits: look again at the last few.
  const overlap = kind === 'embedded' ? 0 : 64
  let latest = await revOf(db)

  const say = (change: Change) => {
    latest = Math.max(latest, change.rev)
    for (const hear of listeners) {
      try {
        hear(change)
      } catch (error) {
        console.error(error)
      }
    }
  }

  /** What changed after `rev`, oldest first; `more` says that there is more after the last of these. */
  const since = async (rev: number, limit = 1_000): Promise<{ changes: Change[]; more: boolean }> => {
    const after = Math.max(0, rev - overlap)
    const changed = await db
      .select(taskColumns)
      .from(tasks)
      .where(gt(tasks.rev, after))
      .orderBy(asc(tasks.rev))
      .limit(limit)
    const gone = await db
      .select({ id: tombstones.id, rev: tombstones.rev })
      .from(tombstones)
      .where(gt(tombstones.rev, after))
      .orderBy(asc(tombstones.rev))
      .limit(limit)
    const all: Change[] = [
      ...changed.map((row) => ({ rev: row.rev, task: asTask(row) })),
      ...gone.map((row) => ({ rev: row.rev, gone: row.id })),
    ]
    all.sort((a, b) => a.rev - b.rev)
    return { changes: all.slice(0, limit), more: all.length >= limit }
  }

  const heard = async (payload: string) => {
    if (payload === '') {
      for (let more = true; more; ) {
        const page = await since(latest)
        for (const change of page.changes) say(change)
        more = page.more
      }
      return
    }
    const [from, id] = payload.split(' ')
    if (from === origin || !id) return
    const [row] = await db.select(taskColumns).from(tasks).where(eq(tasks.id, id))
    if (row) return say({ rev: row.rev, task: asTask(row) })
    const [stone] = await db.select().from(tombstones).where(eq(tombstones.id, id))
    if (stone) say({ rev: stone.rev, gone: id })
  }
  const stop = await listen(channel, (payload) => void heard(payload).catch((error) => console.error(error)))

  return {
    say,
    since,
    /** Within the transaction of the change, so that others hear of it when it is true. */
    notify: async (tx: Db, id: string) => {
      if (kind === 'postgres') await tx.execute(sql`select pg_notify(${channel}, ${`${origin} ${id}`})`)
    },
    listen: (hear: (change: Change) => void) => {
      listeners.add(hear)
      return () => void listeners.delete(hear)
    },
    close: stop,
  }
}
