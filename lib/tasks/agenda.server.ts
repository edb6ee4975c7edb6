// What is to be done, as the tables say it: which task may start, which are due, and when the next one is.
import { and, asc, desc, eq, inArray, isNotNull, lte, min, not, notInArray, or, sql } from 'drizzle-orm'
import type { Database, Db } from '../db/client.server'
import { tasks, work } from '../db/schema'
import type { ProviderId } from '../models/row'
import { waits } from './after.server'
import { turn as place } from './queue.server'
import { asTask, nextRev, taskColumns, type Work } from './row.server'
import type { Status, Task } from './task'

export type Held = { task: Task; work: Work }

/** The order may exist at the provider and needs looking after. */
const live = ['starting', 'running', 'saving', 'cancelling'] as const satisfies readonly Status[]
/** What counts against the number that a provider may run at once. */
const running = ['starting', 'running', 'cancelling'] as const satisfies readonly Status[]

const workColumns = { ticket: work.ticket, attempts: work.attempts, token: work.token, results: work.results }
export const soon = (ms: number) => sql`now() + ${ms} * interval '1 millisecond'`
const due = lte(work.dueAt, sql`now()`)
/** Written one after the other, times that were meant as one lie apart; a look takes all of them along. */
const nearlyDue = lte(work.dueAt, soon(400))

/** Whose turn it is: of some models of a provider, and how many of them may run at once. */
export type Turn = {
  provider: ProviderId
  only?: readonly string[]
  not?: readonly string[]
  limit: number
  /** How many of one model may run at once, where that is less. */
  modelLimit?(model: string): number | undefined
  /** Nobody passes the first, also while it rests. */
  strict?: boolean
}

const among = ({ provider, only, not }: Pick<Turn, 'provider' | 'only' | 'not'>) =>
  and(
    eq(tasks.provider, provider),
    only ? inArray(tasks.model, [...only]) : undefined,
    not?.length ? notInArray(tasks.model, [...not]) : undefined,
  )

type Told = { tell(task: Task): Task; notify(tx: Db, id: string): Promise<void> }

export function openAgenda({ db, transaction }: Database, { tell, notify }: Told) {
  const hold = async (tx: Db, ids: string[]): Promise<Held[]> => {
    if (ids.length === 0) return []
    const rows = await tx
      .select({ task: taskColumns, work: workColumns })
      .from(tasks)
      .innerJoin(work, eq(work.task, tasks.id))
      .where(inArray(tasks.id, ids))
      .orderBy(asc(tasks.seq))
    return rows.map((row) => ({ task: asTask(row.task), work: row.work }))
  }

  const runs = (from: Db, provider: ProviderId, model: string) =>
    from.$count(tasks, and(eq(tasks.provider, provider), eq(tasks.model, model), inArray(tasks.status, [...running])))

  return {
    /** How many orders of a model run, those that are being placed included. */
    runs: (provider: ProviderId, model: string) => runs(db, provider, model),

    /** Milliseconds that orders of this model and workflow mostly take: the middle one of the last ones; none while they are few. */
    async usual({
      provider,
      model,
      workflow,
    }: Pick<Task, 'provider' | 'model' | 'workflow'>): Promise<number | undefined> {
      const rows = await db
        .select({ ms: sql<number>`extract(epoch from ${tasks.endedAt} - ${tasks.startedAt})::float8 * 1000` })
        .from(tasks)
        .where(
          and(
            eq(tasks.provider, provider),
            eq(tasks.model, model),
            eq(tasks.workflow, workflow),
            eq(tasks.status, 'done'),
            isNotNull(tasks.startedAt),
          ),
        )
        .orderBy(desc(tasks.seq))
        .limit(9)
      const all = rows.map(({ ms }) => ms).sort((a, b) => a - b)
      return all.length < 3 ? undefined : all[Math.floor(all.length / 2)]
    },

    held: async (id: string): Promise<Held | undefined> => (await hold(db, [id]))[0],

    /**
     * Moves the first waiting task to `starting`, unless so many run already as the turn allows; committed when this returns. It is this
     * caller's for `leaseMs`; who finds it `starting` after that must ask the provider before doing anything.
     * `may` is asked last, when what was sent back meanwhile is back in its place.
     */
    async claim(turn: Turn, leaseMs: number, may = () => true): Promise<Held | undefined> {
      const { provider, limit, modelLimit, strict = false } = turn
      const mine = among(turn)
      const rested = or(sql`${work.dueAt} is null`, due)
      const waiting = and(mine, eq(tasks.status, 'queued'), not(waits), strict ? undefined : rested)
      const first = async (from: Db) => {
        const found = await from
          .select({ id: tasks.id, model: tasks.model, rested: sql<boolean>`${rested}` })
          .from(tasks)
          .innerJoin(work, eq(work.task, tasks.id))
          .where(waiting)
          .orderBy(asc(place))
          .limit(1)
        return found.filter((one) => one.rested)
      }
      // Most looks find nobody waiting, and that is cheap to know.
      if ((await first(db)).length === 0) return
      const claimed = await transaction(async (tx) => {
        // One at a time per provider, or two would both see the last free place.
        await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`start ${provider}`}))`)
        const busy = await tx.$count(tasks, and(mine, inArray(tasks.status, [...running])))
        if (busy >= limit || !may()) return
        const [next] = await first(tx)
        if (!next) return
        const most = modelLimit?.(next.model)
        if (most !== undefined && (await runs(tx, provider, next.model)) >= most) return
        const [row] = await tx
          .update(tasks)
          .set({
            status: 'starting',
            note: null,
            rev: nextRev,
            updatedAt: sql`now()`,
            startedAt: sql`coalesce(${tasks.startedAt}, now())`,
          })
          .where(and(eq(tasks.id, next.id), eq(tasks.status, 'queued')))
          .returning({ id: tasks.id })
        if (!row) return
        await tx
          .update(work)
          .set({ dueAt: soon(leaseMs) })
          .where(eq(work.task, row.id))
        await notify(tx, row.id)
        return (await hold(tx, [row.id]))[0]
      })
      if (claimed) tell(claimed.task)
      return claimed
    },

    /** Holds on to an order that is going out for another `leaseMs`. One that has moved on is left as it is. */
    async keep(id: string, leaseMs: number): Promise<void> {
      const going = db
        .select({ id: tasks.id })
        .from(tasks)
        .where(and(eq(tasks.id, id), inArray(tasks.status, ['starting', 'cancelling'])))
      await db
        .update(work)
        .set({ dueAt: soon(leaseMs) })
        .where(inArray(work.task, going))
    },

    /** The tasks that want a look now; nobody else gets them for `leaseMs`. */
    async lease(provider: ProviderId, leaseMs: number): Promise<Held[]> {
      const wanted = db
        .select({ id: work.task })
        .from(work)
        .innerJoin(tasks, eq(tasks.id, work.task))
        .where(and(eq(tasks.provider, provider), inArray(tasks.status, [...live]), nearlyDue))
        .orderBy(asc(work.dueAt))
        .limit(500)
        .for('update', { of: work, skipLocked: true })
      const taken = await db
        .update(work)
        .set({ dueAt: soon(leaseMs) })
        .where(inArray(work.task, wanted))
        .returning({ id: work.task })
      return hold(
        db,
        taken.map(({ id }) => id),
      )
    },

    /** Epoch milliseconds at which something of this provider wants a look next. */
    async next(provider: ProviderId): Promise<number | undefined> {
      const putOff = and(eq(tasks.status, 'queued'), sql`${work.dueAt} > now()`)
      const [row] = await db
        .select({ at: min(work.dueAt) })
        .from(work)
        .innerJoin(tasks, eq(tasks.id, work.task))
        .where(and(eq(tasks.provider, provider), isNotNull(work.dueAt), or(inArray(tasks.status, [...live]), putOff)))
      return row?.at ? Date.parse(row.at) : undefined
    },

    /** Which providers have anything that has not ended. */
    async providers(): Promise<ProviderId[]> {
      const rows = await db
        .selectDistinct({ provider: tasks.provider })
        .from(tasks)
        .where(inArray(tasks.status, ['queued', ...live]))
      return rows.map(({ provider }) => provider)
    },

    /** What those who wait are told; null: nothing. */
    async tellWaiting(turn: Pick<Turn, 'provider' | 'only' | 'not'>, note: string | null): Promise<void> {
      const told = await transaction(async (tx) => {
        const rows = await tx
          .update(tasks)
          .set({ note, rev: nextRev, updatedAt: sql`now()` })
          .where(and(among(turn), eq(tasks.status, 'queued'), not(waits), sql`${tasks.note} is distinct from ${note}`))
          .returning(taskColumns)
        for (const row of rows) await notify(tx, row.id)
        return rows.map(asTask)
      })
      for (const task of told) tell(task)
    },

    /** Everything that stands open is due now. Only for the one process that owns the database. */
    async wakeAll(): Promise<void> {
      const open = db
        .select({ id: tasks.id })
        .from(tasks)
        .where(inArray(tasks.status, [...live]))
      await db.update(work).set({ dueAt: sql`now()` }).where(inArray(work.task, open))
    },
  }
}
