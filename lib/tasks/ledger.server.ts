// What was spent, what is on its way, and the caps: read from the tasks, also removed ones, so that there is no second book.
import { randomUUID } from 'node:crypto'
import { and, desc, eq, sql } from 'drizzle-orm'
import type { Database, Db } from '../db/client.server'
import { questions, settings, tasks, tombstones } from '../db/schema'
import { StudioError } from '../errors'
import type { ProviderId } from '../models/row'
import { stranded } from './after.server'
import { type Caps, caps as capsShape, noCaps, type Spend } from './cap'
import { barredBy } from './room'

const key = 'caps'
/** Held while an order is admitted: two orders that each fit may not fit together. */
const capLock = 7_311_202

/** Never ordered, surely not billed, or stuck before a film that is not coming: it costs nothing. */
const nothing = sql<boolean>`${stranded} or (${tasks.startedAt} is null and ${tasks.status} in ('cancelled', 'failed')) or (${tasks.status} = 'failed' and (${tasks.error}->>'billed')::boolean is false)`
const isPaid = sql`${tasks.provider} <> 'local' and not (${nothing})`

/** Whatever may have been or will be billed, whether its film is still here or not. */
const orders = sql`(
  select provider, model, storyboard_id, created_at, estimate, cost from ${tasks} where ${isPaid}
  union all
  select provider, model, storyboard_id, created_at, estimate, cost from ${tombstones} where provider is not null
  union all
  select provider, model, null, created_at, estimate, cost from ${questions}
) as orders`
const after = (moment: string) => sql`created_at >= ${moment}::timestamptz`

const currency = sql`coalesce(cost->>'currency', 'USD')`
const said = sql<number>`(cost->>'amount')::float8`
const billed = sql<number>`case when ${currency} = 'USD' then ${said} end`
const units = sql<number>`case when ${currency} = 'units' then ${said} end`
const estimate = sql<number>`(estimate->>'amount')::float8`
/** No bill yet: the estimate stands for it. */
const awaited = sql<number>`case when cost is null then ${estimate} end`
/** Billed in something else than dollars: for a cap in dollars the estimate stands. */
const worth = sql<number>`case when ${currency} <> 'USD' then ${estimate} end`
const unpriced = sql<number>`case when estimate is null and (cost is null or ${currency} not in ('USD', 'units')) then 1 else 0 end`

const money = (one: typeof billed) => sql<number>`round(coalesce(sum(${one}), 0)::numeric, 6)::float8`

const sums = {
  billed: money(billed),
  inFlight: money(awaited),
  units: money(units),
  worth: money(worth),
  unknown: sql<number>`coalesce(sum(${unpriced}), 0)::int`,
}

/** The start of the day and of the month on the studio's own clock. */
function starts(now = new Date()) {
  return {
    day: new Date(now.getFullYear(), now.getMonth(), now.getDate()).toISOString(),
    month: new Date(now.getFullYear(), now.getMonth(), 1).toISOString(),
  }
}

async function readCaps(db: Db): Promise<Caps> {
  const [row] = await db.select().from(settings).where(eq(settings.key, key))
  return row ? capsShape.parse(row.value) : noCaps
}

async function spentSince(db: Db, since: string): Promise<Spend> {
  const [row] = await db.select(sums).from(orders).where(after(since))
  return row ?? { billed: 0, inFlight: 0, units: 0, worth: 0, unknown: 0 }
}

async function spentNow(db: Db) {
  const { day, month } = starts()
  return { day: await spentSince(db, day), month: await spentSince(db, month) }
}

/** What stays of a task that is removed: nothing, when it cannot have cost anything. */
export async function paidOf(tx: Db, id: string) {
  const { provider, model, storyboardId, createdAt, estimate, cost } = tasks
  const [row] = await tx
    .select({ provider, model, storyboardId, createdAt, estimate, cost })
    .from(tasks)
    .where(and(eq(tasks.id, id), isPaid))
  return row
}

/**
 * Within the transaction that has just added the orders: throws StudioError('over-cap'), and so takes them back, when
 * they do not fit. @param estimates USD of each; null where it is not known.
 */
export async function keepUnderCap(tx: Db, estimates: readonly (number | null)[]): Promise<void> {
  if (estimates.every((one) => one === 0)) return
  await tx.execute(sql`select pg_advisory_xact_lock(${capLock})`)
  const limits = await readCaps(tx)
  if (limits.day === null && limits.month === null) return
  const known = estimates.filter((one) => one !== null)
  const sum = known.reduce((total, one) => total + one, 0)
  const { day, month } = await spentNow(tx)
  const before = ({ inFlight, ...rest }: Spend) => ({ ...rest, inFlight: inFlight - sum })
  const spent = { day: before(day), month: before(month) }
  const bar =
    (known.length < estimates.length ? barredBy(limits, spent, null) : undefined) ?? barredBy(limits, spent, sum)
  if (bar) throw new StudioError('over-cap', bar.why)
}

export type LedgerLine = Spend & { key: string; estimated: number; orders: number }

export type Ledger = ReturnType<typeof openLedger>

/** What a question costs by the provider's page; `worth` is USD. */
type Price = { model: string; amount: number; currency: string; worth?: number }

export function openLedger({ db, transaction }: Database) {
  const groups = {
    day: sql<string>`to_char(created_at at time zone ${Intl.DateTimeFormat().resolvedOptions().timeZone}, 'YYYY-MM-DD')`,
    model: sql<string>`provider || ' ' || model`,
    storyboard: sql<string>`coalesce(storyboard_id, '')`,
  }
  return {
    caps: () => readCaps(db),
    async setCaps(value: Caps): Promise<Caps> {
      await db.insert(settings).values({ key, value }).onConflictDoUpdate({ target: settings.key, set: { value } })
      return value
    },
    spent: () => spentNow(db),
    /**
     * Asks what the provider charges for. It is written down before, so that it counts whatever becomes of the answer; only
     * what was refused here, before it was sent, costs nothing. Throws StudioError('over-cap').
     */
    async charge<T>(provider: ProviderId, price: Price, ask: () => Promise<T>): Promise<T> {
      const { model, amount, currency, worth } = price
      const id = randomUUID()
      const estimate = worth === undefined ? {} : { estimate: { amount: worth, currency: 'USD' } }
      await transaction(async (tx) => {
        await tx.insert(questions).values({ id, provider, model, ...estimate })
        await keepUnderCap(tx, [worth ?? null])
      })
      try {
        return await ask()
      } catch (error) {
        if (error instanceof StudioError && error.code === 'invalid')
          await db.delete(questions).where(eq(questions.id, id))
        throw error
      } finally {
        await db.update(questions).set({ cost: { amount, currency } }).where(eq(questions.id, id))
      }
    },
    /** Paid orders since a moment, summed; the newest or the largest first. At most 400 lines. */
    async lines(by: keyof typeof groups, since: string): Promise<LedgerLine[]> {
      const group = sql`1`
      return db
        .select({
          key: groups[by],
          ...sums,
          estimated: money(estimate),
          orders: sql<number>`count(*)::int`,
        })
        .from(orders)
        .where(after(since))
        .groupBy(group)
        .orderBy(by === 'day' ? sql`1 desc` : desc(sums.billed))
        .limit(400)
    },
  }
}
