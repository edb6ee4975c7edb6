// What was spent, what is on its way, and the caps: read from the tasks, so that there is no second book.
import { and, desc, eq, gte, ne, sql } from 'drizzle-orm'
import type { Database, Db } from '../db/client.server'
import { settings, tasks } from '../db/schema'
import { StudioError } from '../errors'
import { barredBy, type Caps, caps as capsShape, noCaps, type Spend } from './cap'

const key = 'caps'
/** Held while an order is admitted: two orders that each fit may not fit together. */
const capLock = 7_311_202

/** Never ordered, or surely not billed: it costs nothing. */
const nothing = sql<boolean>`(${tasks.startedAt} is null and ${tasks.status} in ('cancelled', 'failed')) or (${tasks.status} = 'failed' and (${tasks.error}->>'billed')::boolean is false)`
const billed = sql<number>`case when ${nothing} then 0 else (${tasks.cost}->>'amount')::float8 end`
const estimate = sql<number>`(${tasks.estimate}->>'amount')::float8`
/** No bill yet: the estimate stands for it. */
const awaited = sql<number>`case when ${nothing} or ${tasks.cost} is not null then 0 else ${estimate} end`
const unpriced = sql<number>`case when ${nothing} or ${tasks.cost} is not null or ${tasks.estimate} is not null then 0 else 1 end`

const sums = {
  billed: sql<number>`coalesce(sum(${billed}), 0)::float8`,
  inFlight: sql<number>`coalesce(sum(${awaited}), 0)::float8`,
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
  const [row] = await db
    .select(sums)
    .from(tasks)
    .where(and(gte(tasks.createdAt, since), ne(tasks.provider, 'local')))
  return row ?? { billed: 0, inFlight: 0, unknown: 0 }
}

async function spentNow(db: Db) {
  const { day, month } = starts()
  return { day: await spentSince(db, day), month: await spentSince(db, month) }
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

export function openLedger({ db }: Database) {
  const groups = {
    day: sql<string>`to_char(${tasks.createdAt} at time zone ${Intl.DateTimeFormat().resolvedOptions().timeZone}, 'YYYY-MM-DD')`,
    model: sql<string>`${tasks.provider} || ' ' || ${tasks.model}`,
    storyboard: sql<string>`coalesce(${tasks.storyboardId}, '')`,
  }
  return {
    caps: () => readCaps(db),
    async setCaps(value: Caps): Promise<Caps> {
      await db.insert(settings).values({ key, value }).onConflictDoUpdate({ target: settings.key, set: { value } })
      return value
    },
    spent: () => spentNow(db),
    /** Paid orders since a moment, summed; the newest or the largest first. At most 400 lines. */
    async lines(by: keyof typeof groups, since: string): Promise<LedgerLine[]> {
      const group = sql`1`
      return db
        .select({
          key: groups[by],
          ...sums,
          estimated: sql<number>`coalesce(sum(${estimate}), 0)::float8`,
          orders: sql<number>`count(*)::int`,
        })
        .from(tasks)
        .where(and(gte(tasks.createdAt, since), ne(tasks.provider, 'local')))
        .groupBy(group)
        .orderBy(by === 'day' ? sql`1 desc` : desc(sums.billed))
        .limit(400)
    },
  }
}
