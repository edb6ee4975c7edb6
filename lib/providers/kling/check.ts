// Where the orders stand: a page of a list, or twenty ids at once, where that spares requests; else each by its id.
import { HttpFailure } from '../http'
import { type Io, Outage, type Progress, type Ticket } from '../provider'
import { ask, patience, type Reply } from './client'
import { isUnknownTask, ofAsking, sentence } from './error'
import { isNewer } from './path'
import { type Receipt, receipt } from './receipt'
import { resultsIn, type Sight, taskOf } from './sight'

/** Ids that one look of the newer standard takes; requests at once; how many make a list the shorter way. */
const batch = 20
const abreast = 4
const worthAList = 3
const longestPage = 500

/** Milliseconds for which Kling may say that it does not know an order that it took. */
const patient = 10 * 60_000
/** Milliseconds for which Kling keeps what it made. */
const kept = 30 * 24 * 60 * 60_000

/** What one request told: tasks, and the tickets that it says are not there. */
type Look = { seen?: Sight[]; missing?: Receipt[]; trouble?: Outage }

/** Answers in the order of the tickets. Throws an Outage when nothing is known of any. */
export async function check(tickets: Ticket[], io: Io): Promise<Progress[]> {
  const receipts = tickets.map((ticket) => receipt.parse(ticket))
  const open = receipts.filter(({ id }) => id !== undefined)
  const groups = new Map<string, Receipt[]>()
  for (const one of open) {
    const place = isNewer(one.path) ? '' : one.path
    groups.set(place, [...(groups.get(place) ?? []), one])
  }
  const looks: Look[] = []
  for (const [path, group] of groups)
    looks.push(
      ...(path === '' ? await inTurn(slices(group, batch), (some) => newer(some, io)) : await old(path, group, io)),
    )
  const seen = new Map(looks.flatMap((one) => (one.seen ?? []).map((sight) => [sight.id, sight])))
  const missing = new Set(looks.flatMap((one) => one.missing ?? []))
  const trouble = looks.find((one) => one.trouble)?.trouble
  if (trouble && seen.size === 0 && missing.size === 0 && open.length === receipts.length) throw trouble
  const now = Date.now()
  return receipts.map((one) => {
    if (one.id === undefined) return { state: 'done', results: resultsIn(one.answer) }
    const sight = seen.get(one.id)
    if (sight) return told(sight, one)
    return missing.has(one) ? gone(one, now) : { state: 'running' }
  })
}

/** Legacy: the newest of a list are asked for together, and whoever is not on the page alone. */
async function old(path: string, group: readonly Receipt[], io: Io): Promise<Look[]> {
  const single = (some: readonly Receipt[]) => inTurn(some, (one) => alone(path, one, io))
  if (group.length < worthAList) return single(group)
  const pageSize = Math.min(longestPage, Math.max(30, group.length * 2))
  const first = await look({ path, query: { pageNum: 1, pageSize } }, io)
  if (first.trouble) return [first]
  const found = new Set((first.seen ?? []).map(({ id }) => id))
  return [first, ...(await single(group.filter(({ id }) => !found.has(id ?? ''))))]
}

async function alone(path: string, one: Receipt, io: Io): Promise<Look> {
  const answer = await look({ path: `${path}/${one.id}` }, io)
  return answer.seen || answer.trouble ? answer : { missing: [one] }
}

async function newer(some: readonly Receipt[], io: Io): Promise<Look> {
  const answer = await look({ path: '/tasks', query: { task_ids: some.map(({ id }) => id).join(',') } }, io)
  if (answer.trouble) return answer
  const found = new Set((answer.seen ?? []).map(({ id }) => id))
  return { ...answer, missing: some.filter(({ id }) => !found.has(id ?? '')) }
}

type Question = { path: string; query?: Record<string, string | number> }

/** Neither tasks nor trouble: Kling says that there is no such task. */
async function look(question: Question, io: Io): Promise<Look> {
  let reply: Reply
  try {
    reply = await ask({ method: 'GET', ...question, timeoutMs: patience.poll }, io)
  } catch (trouble) {
    if (trouble instanceof HttpFailure) return { trouble: new Outage(trouble.message, trouble.afterMs) }
    throw trouble
  }
  if (reply.code === 0) return { seen: tasksIn(reply.data) }
  if (isUnknownTask(reply)) return {}
  if (ofAsking(reply) || reply.code === undefined)
    return { trouble: new Outage(`Kling: ${sentence(reply)}`, reply.afterMs) }
  return {}
}

/** A task, a list of them, or a page that holds the list. */
export function tasksIn(data: unknown): Sight[] {
  const list = Array.isArray(data) ? data : isPage(data) ? data.result : [data]
  return list.flatMap((one) => taskOf(one) ?? [])
}
const isPage = (data: unknown): data is { result: unknown[] } =>
  typeof data === 'object' && data !== null && 'result' in data && Array.isArray(data.result)

const ended: Readonly<Record<string, 'done' | 'failed'>> = { succeed: 'done', succeeded: 'done', failed: 'failed' }
const usual = new Set(['submitted', 'processing'])

/** A word that nobody documented is no end: it is waited for, and told. */
function told({ status, message, results, cost }: Sight, one: Receipt): Progress {
  const known = { ...(results.length ? { results } : {}), ...(cost ? { cost } : {}) }
  const back = one.missingSince === undefined ? {} : { ticket: { ...one, missingSince: undefined } }
  const state = ended[status]
  if (state === 'done') return { state, ...known }
  if (state === 'failed') return { state, ...known, error: failure(message, cost) }
  return { state: 'running', ...known, ...(usual.has(status) ? {} : { note: `Kling says “${status}”.` }), ...back }
}

/** Words of the reasons that the same order would meet again. */
const policy = /polic|risk|sensitiv|violat|moderat|prohibit|illegal|copyright|content/i

function failure(message: string | undefined, cost: Sight['cost']): NonNullable<Progress['error']> {
  return {
    code: 'failed',
    message: message ? message : 'Kling gave no reason.',
    retryable: !policy.test(message ?? ''),
    ...(cost ? { billed: cost.amount > 0 } : {}),
  }
}

function gone(one: Receipt, now: number): Progress {
  const since = one.missingSince ?? now
  if (now - since < patient) return { state: 'running', ticket: { ...one, missingSince: since } }
  const why = now - one.placedAt > kept ? ' It deletes what it made after 30 days.' : ''
  return {
    state: 'failed',
    error: {
      code: 'gone',
      message: `Kling took the order as ${one.id} and says now that there is no such task.${why} It may have been billed: look there before you order it again.`,
      retryable: false,
    },
  }
}

const slices = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))

/** Some at a time, answers in order; after trouble nobody else is asked. */
async function inTurn<T>(all: readonly T[], work: (one: T) => Promise<Look>): Promise<Look[]> {
  const done: Look[] = []
  for (const some of slices(all, abreast)) {
    done.push(...(await Promise.all(some.map(work))))
    if (done.some(({ trouble }) => trouble)) break
  }
  return done
}
