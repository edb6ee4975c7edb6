// The tasks: added once, moved only along `moves`, removed when ended. Every change has a `rev` and is told to who listens.
import { randomBytes, randomUUID } from 'node:crypto'
import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Database, Db } from '../db/client.server'
import { tasks, tombstones, uses, work } from '../db/schema'
import { StudioError } from '../errors'
import type { Asset } from '../media/asset'
import { mediaOf } from '../models/input'
import { fillIn, giveWay, inherit, outlook, waiting } from './after.server'
import { openAgenda, soon } from './agenda.server'
import { openFeed } from './feed.server'
import { keepUnderCap, paidOf } from './ledger.server'
import { countTasks, countUnknown, listTasks, revOf } from './list.server'
import { openTaskQueue } from './queue.server'
import { asTask, hashOf, nextRev, type Order, taskColumns, type Work } from './row.server'
import { canMove, isEnd, type Status, type Task } from './task'
import { wordsOf } from './words'

/** null clears. A task that ends without `startedAt` was surely never ordered. */
export type Patch = {
  [K in 'progress' | 'cost' | 'billedAs' | 'error' | 'note' | 'star' | 'remark']?: Task[K] | null
} & {
  startedAt?: null
}
/** `dueIn` is milliseconds from now; null: not due at all. */
export type WorkPatch = { ticket?: Work['ticket']; attempts?: number; results?: Work['results']; dueIn?: number | null }

const missing = () => new StudioError('not-found', 'There is no such task; it may have been removed.')

export type TaskStore = Awaited<ReturnType<typeof openTasks>>

export async function openTasks(database: Database) {
  const { db, transaction } = database
  const feed = await openFeed(database)

  const tell = (task: Task) => {
    feed.say({ rev: task.rev, task })
    return task
  }

  async function addWithin(tx: Db, order: Order): Promise<{ task: Task; created: boolean }> {
    const { id = randomUUID(), ...rest } = order
    const orderHash = hashOf(order)
    const [stone] = await tx.select({ id: tombstones.id }).from(tombstones).where(eq(tombstones.id, id))
    if (stone) throw new StudioError('conflict', 'A task of this id was here and was removed; use a new id.')
    const [row] = await tx
      .insert(tasks)
      .values({ kind: 'order', ...rest, id, status: 'queued', rev: nextRev })
      .onConflictDoNothing({ target: tasks.id })
      .returning(taskColumns)
    if (!row) {
      const [before] = await tx
        .select({ row: taskColumns, hash: work.orderHash })
        .from(tasks)
        .innerJoin(work, eq(work.task, tasks.id))
        .where(eq(tasks.id, id))
      if (!before || before.hash !== orderHash)
        throw new StudioError('conflict', 'Another order already stands under this id; use a new id for a new order.')
      return { task: asTask(before.row), created: false }
    }
    await tx
      .insert(work)
      .values({ task: id, orderHash, token: randomBytes(24).toString('base64url'), words: wordsOf(order.input) })
    const used = new Set(mediaOf(order.input).flatMap(({ medium }) => ('asset' in medium ? [medium.asset] : [])))
    if (used.size > 0) await tx.insert(uses).values([...used].map((asset) => ({ task: id, asset })))
    await feed.notify(tx, id)
    return { task: asTask(row), created: true }
  }

  /** All or none. The same id with the same order gives the task that is there; with another it throws StudioError('conflict'); over the cap, ('over-cap'). */
  async function addAll(orders: readonly Order[]): Promise<{ task: Task; created: boolean }[]> {
    const { added, others } = await transaction(async (tx) => {
      const all: Awaited<ReturnType<typeof addWithin>>[] = []
      for (const order of orders) all.push(await addWithin(tx, order))
      const fresh = all.flatMap(({ task, created }) => (created ? [task] : []))
      const gone = await giveWay(tx, fresh)
      const heirs: Task[] = []
      for (const task of fresh) heirs.push(...(await inherit(tx, task)))
      for (const { id } of [...gone, ...heirs]) await feed.notify(tx, id)
      // Those that are woken count again from now on.
      await keepUnderCap(
        tx,
        [...fresh, ...heirs].map(({ estimate }) => estimate?.amount ?? null),
      )
      return { added: all, others: [...gone, ...heirs] }
    })
    for (const { task, created } of added) if (created) tell(task)
    for (const other of others) tell(other)
    return added
  }

  async function add(order: Order): Promise<{ task: Task; created: boolean }> {
    const [added] = await addAll([order])
    if (!added) throw new StudioError('internal', 'The task was not added.')
    return added
  }

  async function find(id: string): Promise<Task | undefined> {
    const [row] = await db.select(taskColumns).from(tasks).where(eq(tasks.id, id))
    return row && asTask(row)
  }

  async function setWork(tx: Db, id: string, { dueIn, ...patch }: WorkPatch): Promise<void> {
    const dueAt = dueIn === undefined ? {} : { dueAt: dueIn === null ? null : soon(dueIn) }
    const values = { ...patch, ...dueAt }
    if (Object.keys(values).length > 0) await tx.update(work).set(values).where(eq(work.task, id))
  }

  async function change(
    id: string,
    from: readonly Status[],
    values: Record<string, unknown>,
    workPatch: WorkPatch,
  ): Promise<Task | undefined> {
    const changed = await transaction(async (tx) => {
      const [row] = await tx
        .update(tasks)
        .set({ ...values, rev: nextRev, updatedAt: sql`now()` })
        .where(and(eq(tasks.id, id), inArray(tasks.status, [...from])))
        .returning(taskColumns)
      if (!row) return
      await setWork(tx, id, workPatch)
      await feed.notify(tx, id)
      return asTask(row)
    })
    return changed && tell(changed)
  }

  /** undefined: it no longer stands at `from`, so nothing was changed. */
  function move(id: string, from: Status, to: Status, patch: Patch = {}, workPatch: WorkPatch = {}) {
    if (!canMove(from, to)) throw new StudioError('internal', `A task cannot go from ${from} to ${to}.`)
    const times = {
      ...(to === 'starting' ? { startedAt: sql`coalesce(${tasks.startedAt}, now())` } : {}),
      ...(to === 'queued' ? { startedAt: null } : {}),
      ...(isEnd(to) ? { endedAt: sql`now()`, note: null } : {}),
    }
    return change(id, [from], { ...times, ...patch, status: to }, isEnd(to) ? { ...workPatch, dueIn: null } : workPatch)
  }

  /** Progress, notes and such of a task that still stands at one of these. The caller keeps it to a few per second. */
  const touch = (id: string, at: readonly Status[], patch: Patch, workPatch: WorkPatch = {}) =>
    change(id, at, patch, workPatch)

  /** Puts a file that is now ours among the outputs, once per `key`, while the task has not ended. */
  async function deliver(id: string, key: string, file: Asset): Promise<Task | undefined> {
    const changed = await transaction(async (tx) => {
      const [held] = await tx
        .select({ status: tasks.status, results: work.results })
        .from(tasks)
        .innerJoin(work, eq(work.task, tasks.id))
        .where(eq(tasks.id, id))
        .for('update')
      if (!held || isEnd(held.status) || held.results.some((result) => result.key === key && result.asset)) return
      const results = [...held.results.filter((result) => result.key !== key), { key, asset: file.id }]
      await tx.update(work).set({ results }).where(eq(work.task, id))
      await tx.insert(uses).values({ task: id, asset: file.id }).onConflictDoNothing()
      const [row] = await tx
        .update(tasks)
        .set({
          outputs: sql`${tasks.outputs} || ${JSON.stringify([file])}::jsonb`,
          rev: nextRev,
          updatedAt: sql`now()`,
        })
        .where(eq(tasks.id, id))
        .returning(taskColumns)
      await feed.notify(tx, id)
      return row && asTask(row)
    })
    return changed && tell(changed)
  }

  /** Gives a waiting order the frame of the film that it waited for; undefined: it does not wait for that any more. */
  async function fill(id: string, before: string, frame: Asset): Promise<Task | undefined> {
    const filled = await transaction(async (tx) => {
      const task = await fillIn(tx, id, before, frame.id)
      if (!task) return
      await tx.insert(uses).values({ task: id, asset: frame.id }).onConflictDoNothing()
      await feed.notify(tx, id)
      return task
    })
    return filled && tell(filled)
  }

  /** What became of the film that an order waits for; undefined: it does not wait for that any more. */
  async function tellOutlook(said: Parameters<typeof outlook>[1]): Promise<Task | undefined> {
    const told = await transaction(async (tx) => {
      const task = await outlook(tx, said)
      if (task) await feed.notify(tx, task.id)
      return task
    })
    return told && tell(told)
  }

  /** Removes an ended task; `orphans` are those of its outputs that no other task shows or uses. */
  async function remove(id: string): Promise<{ task: Task; orphans: string[] }> {
    const removed = await transaction(async (tx) => {
      const [row] = await tx.select(taskColumns).from(tasks).where(eq(tasks.id, id)).for('update')
      if (!row) throw missing()
      if (!isEnd(row.status))
        throw new StudioError('conflict', 'The task has not ended; cancel it first, then remove it.')
      const outputs = row.outputs.map((output) => output.id)
      const elsewhere = await tx
        .select({ asset: uses.asset })
        .from(uses)
        .where(and(inArray(uses.asset, outputs), ne(uses.task, id)))
      const paid = await paidOf(tx, id)
      await tx.delete(tasks).where(eq(tasks.id, id))
      const [stone] = await tx
        .insert(tombstones)
        .values({ id, rev: nextRev, ...paid })
        .returning({ rev: tombstones.rev })
      await feed.notify(tx, id)
      const kept = new Set(elsewhere.map(({ asset }) => asset))
      return { task: asTask(row), rev: stone?.rev ?? 0, orphans: outputs.filter((output) => !kept.has(output)) }
    })
    feed.say({ rev: removed.rev, gone: id })
    return { task: removed.task, orphans: removed.orphans }
  }

  return {
    add,
    addAll,
    find,
    /** Throws StudioError('not-found'). */
    get: async (id: string) => {
      const task = await find(id)
      if (!task) throw missing()
      return task
    },
    list: (query?: Parameters<typeof listTasks>[1]) => listTasks(db, query),
    counts: (filter?: Parameters<typeof countTasks>[1]) => countTasks(db, filter),
    /** Failed ones that are not known. */
    countUnknown: (filter?: Parameters<typeof countTasks>[1]) => countUnknown(db, filter),
    rev: () => revOf(db),
    move,
    touch,
    note: (id: string, patch: WorkPatch) => setWork(db, id, patch),
    deliver,
    /** Orders that wait for another task's film, oldest first. */
    waiting: () => waiting(db),
    outlook: tellOutlook,
    fill,
    remove,
    /** Whether any task shows or uses this file. */
    uses: async (asset: string) => (await db.$count(uses, eq(uses.asset, asset))) > 0,
    queue: openTaskQueue(database),
    agenda: openAgenda(database, { tell, notify: feed.notify }),
    since: feed.since,
    listen: feed.listen,
    close: feed.close,
  }
}
