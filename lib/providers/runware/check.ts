// Where the orders stand: many in one request, matched by uuid, and alone when a batch fails as a whole.
import { HttpFailure } from '../http'
import { type Io, Outage, type Progress, type Ticket } from '../provider'
import { type Item, patience, type Reply, send } from './client'
import { type Category, categoryOf, type Fault, passes, sentence } from './error'
import { type Receipt, receipt, resultOf } from './receipt'

/** Uuids per request; requests at once. */
const batch = 20
const abreast = 2

/** Milliseconds. No word at all of an order is no failure, until it has lasted this long; nor is work without an end. */
const silence = 60 * 60_000
const forever = 24 * 60 * 60_000
/** After a fault, this long for results of the same order that may still come. */
const grace = 60_000

type Sight = { items: Item[]; faults: Fault[] }
type Look = { seen: Map<string, Sight>; trouble?: Outage }

/** Answers in the order of the tickets. Throws when nothing is known of any. */
export async function check(tickets: Ticket[], io: Io): Promise<Progress[]> {
  const receipts = tickets.map((ticket) => receipt.parse(ticket))
  const open = receipts.filter(({ items, results }) => (items?.length ?? 0) < results)
  const looks = await inTurn(slices(open, batch), abreast, (some) => look(some, io))
  const seen = new Map(looks.flatMap((one) => [...one.seen]))
  const trouble = looks.find((one) => one.trouble)?.trouble
  if (trouble && seen.size === 0 && open.length === receipts.length) throw trouble
  const now = Date.now()
  return Promise.all(receipts.map((one) => settled(one, seen.get(one.uuid), now, io)))
}

/** What is known of each uuid; one that was answered with silence is known to be silent. */
async function look(some: readonly Receipt[], io: Io): Promise<Look> {
  const answer = await asked(some, io)
  if (!('trouble' in answer)) return { seen: answer.seen }
  const { trouble } = answer
  if (some.length < 2 || !answer.alone) return { seen: new Map(), trouble }
  // The batch as such was refused: each for itself, and no further once that is refused as well.
  const seen = new Map<string, Sight>()
  for (const one of some) {
    const single = await asked([one], io)
    if ('trouble' in single) return { seen, trouble: single.trouble }
    for (const [uuid, sight] of single.seen) seen.set(uuid, sight)
  }
  return { seen }
}

type Asked = { seen: Map<string, Sight> } | { trouble: Outage; alone: boolean }

async function asked(some: readonly Receipt[], io: Io): Promise<Asked> {
  let reply: Reply
  try {
    const tasks = some.map(({ uuid }) => ({ taskType: 'getResponse', taskUUID: uuid }))
    reply = await send(tasks, patience.poll, io)
  } catch (trouble) {
    if (!(trouble instanceof HttpFailure)) throw trouble
    const { message, afterMs, status } = trouble
    const alone = trouble.trouble === 'not-json' && status !== 429 && status !== 503
    return { trouble: new Outage(message, afterMs), alone }
  }
  const mine = new Set(some.map(({ uuid }) => uuid))
  const about = (one: { taskUUID?: string | undefined }) => one.taskUUID !== undefined && mine.has(one.taskUUID)
  const faults = reply.faults.filter((one) => about(one) && !ofAsking(one, reply.status))
  const stray = reply.faults.find((one) => !faults.includes(one))
  const items = reply.items.filter(about)
  if (stray && items.length + faults.length === 0) {
    const category = categoryOf(stray.code, reply.status)
    const trouble = new Outage(`Runware: ${sentence(stray, category)}`, reply.afterMs)
    return { trouble, alone: category !== 'auth' && category !== 'rateLimit' && category !== 'quota' }
  }
  const seen = new Map<string, Sight>()
  for (const { uuid } of some) {
    const own = {
      items: items.filter((one) => one.taskUUID === uuid),
      faults: faults.filter((one) => one.taskUUID === uuid),
    }
    // Beside a stray fault silence is not even silence: it may have been this one's.
    if (!stray || own.items.length || own.faults.length) seen.set(uuid, own)
  }
  return { seen }
}

const passing: readonly Category[] = ['auth', 'rateLimit', 'quota', 'serverError', 'timeout', 'unknown']

/** A fault of the asking, not of the order: those pass, and must never end a task that is paid. */
export function ofAsking(one: Fault, status: number): boolean {
  const category = categoryOf(one.code, status)
  if (one.status === 'error' || !passing.includes(category)) return false
  if (status >= 500 || (status > 400 && status < 430)) return true
  if (one.taskType === undefined) return category === 'auth' || category === 'rateLimit'
  return one.taskType === 'getResponse'
}

async function settled(order: Receipt, sight: Sight | undefined, now: number, io: Io): Promise<Progress> {
  // What came with the acknowledgement may be said again; it is one result, and was billed once.
  const said = [...(order.items ?? []), ...(sight?.items ?? [])]
  const items = [...new Map(said.map((one, at) => [resultOf(one)?.key ?? at, one])).values()]
  const faults = sight?.faults ?? []
  const results = items.flatMap((one) =>
    one.status === 'processing' || one.status === 'pending' ? [] : (resultOf(one) ?? []),
  )
  const kept = [...new Map(results.map((one) => [one.key, one])).values()]
  const known = { ...(kept.length ? { results: kept } : {}), ...cost(items, kept.length) }
  if (kept.length >= order.results) return { state: 'done', ...known }
  const working = items.filter((one) => resultOf(one) === undefined)
  const [first] = faults
  if (first) {
    await forget(order, first, io)
    const since = order.faultAt ?? now
    const owed = kept.length > 0 && kept.length + faults.length < order.results && now - since < grace
    if (working.length === 0 && !owed) return { state: 'failed', ...known, error: ended(first, kept.length, order) }
    return { state: 'running', ...known, ticket: { ...order, faultAt: since } }
  }
  const age = now - order.placedAt
  // Measured from the first silent answer: a studio that was closed meanwhile has not asked all that time.
  const since = sight && items.length === 0 ? (order.silentSince ?? now) : undefined
  if (sight && (age > forever || (since !== undefined && now - since > silence)))
    return { state: 'failed', ...known, error: given(age) }
  const share = Math.max(-1, ...working.map(({ progress }) => progress ?? -1)) / 100
  const heard = sight && since !== order.silentSince ? { ticket: { ...order, silentSince: since } } : {}
  return { state: 'running', ...known, ...(share >= 0 && share <= 1 ? { share } : {}), ...heard }
}

/** Billed as the provider said it; unknown as soon as one result came without a sum. */
function cost(items: readonly Item[], ready: number): Pick<Progress, 'cost'> {
  const sums = items.flatMap(({ cost: one }) => (one === undefined ? [] : [one]))
  if (sums.length === 0 || sums.length < ready) return {}
  const amount = Math.round(sums.reduce((sum, one) => sum + one, 0) * 1e6) / 1e6
  return { cost: { amount, currency: 'USD' } }
}

function ended(one: Fault, ready: number, order: Receipt): NonNullable<Progress['error']> {
  const category = categoryOf(one.code)
  const missing = ready > 0 ? ` ${ready} of ${order.results} results arrived.` : ''
  return { code: one.code, message: sentence(one, category) + missing, retryable: passes[category] }
}

function given(age: number): NonNullable<Progress['error']> {
  const hours = Math.round(age / 3_600_000)
  return {
    code: 'no-word',
    message: `Runware has said nothing final of this order for ${hours} h. It may have been billed: look there before you order it again.`,
    retryable: true,
  }
}

/** A media id that Runware no longer knows must not be used again. */
async function forget(order: Receipt, one: Fault, io: Io) {
  const named = (order.refs ?? []).filter((ref) => one.message.includes(ref))
  await Promise.all(named.map((ref) => io.copies.drop(ref)))
}

function slices<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size))
}

/** At most `width` at a time, answers in order. */
async function inTurn<T, R>(all: readonly T[], width: number, work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (const some of slices(all, width)) done.push(...(await Promise.all(some.map(work))))
  return done
}
