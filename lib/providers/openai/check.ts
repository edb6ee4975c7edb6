// Where the orders stand: one question each, a few at a time. What nobody can say yet is asked again, within bounds.
import type { Gateway } from '../../env.gateway.server'
import { type HttpAnswer, HttpFailure } from '../http'
import { type Io, Outage, type Progress, type Ticket } from '../provider'
import { type Answer, answerIn, faultIn } from './answer'
import { ask, bearer, patience, videos } from './client'
import { type Receipt, receipt } from './receipt'

/** Questions at once. */
const abreast = 4
/** So often a success without a film is asked again before it counts as a failure. */
const bareLooks = 6
/** Milliseconds. A task that was just made may not be known everywhere yet; a word that nobody documented is no end. */
const silence = 10 * 60_000
const deadline = 6 * 60 * 60_000

/** Answers in the order of the tickets. Throws an Outage when nothing is known of any. */
export async function check(tickets: Ticket[], io: Io, gateway: Gateway): Promise<Progress[]> {
  const found: (Progress | Outage)[] = []
  for (let at = 0; at < tickets.length; at += abreast) {
    const some = tickets.slice(at, at + abreast).map((ticket) => receipt.parse(ticket))
    const looks = await Promise.all(some.map((one) => look(one, io, gateway)))
    found.push(...looks)
    // It answers nobody just now, so the others need not knock as well.
    const [first] = looks
    if (first instanceof Outage && looks.every((one) => one instanceof Outage)) {
      if (found.every((one) => one instanceof Outage)) throw first
      break
    }
  }
  return tickets.map((_, at) => {
    const one = found[at]
    return one === undefined || one instanceof Outage ? { state: 'running' } : one
  })
}

async function look(order: Receipt, io: Io, gateway: Gateway): Promise<Progress | Outage> {
  let reply: HttpAnswer
  try {
    reply = await ask(gateway, io, { id: order.id })
  } catch (failure) {
    if (!(failure instanceof HttpFailure)) throw failure
    if (failure.trouble === 'not-json' && failure.status === 404) return missing(order, gateway, failure.message)
    return new Outage(failure.message, failure.afterMs)
  }
  const { status, body, afterMs } = reply
  const fault = faultIn(body)
  const answer = answerIn(body)
  if (status < 400 && answer.said !== undefined) return settled(order, answer, io, gateway)
  const words = fault?.message ?? `${gateway.name} answered ${status} without a status.`
  if (status === 400 || status === 404 || status === 410 || (status < 400 && fault))
    return missing(order, gateway, words)
  return new Outage(`${gateway.name}: ${words}`, afterMs)
}

/** No word of it, for a while: then the person is told to look. */
function missing(order: Receipt, gateway: Gateway, words: string): Progress {
  const now = Date.now()
  const since = order.missingSince ?? now
  if (now - since < silence) return { state: 'running', ...named(order), ticket: { ...order, missingSince: since } }
  return { state: 'failed', error: { code: 'no-word', message: `${words} ${lookThere(gateway)}`, retryable: false } }
}

const lookThere = ({ name }: Gateway) => `It may have been billed: look at ${name} before you order it again.`
const named = ({ billedAs }: Receipt) => (billedAs === undefined ? {} : { billedAs })

async function settled(before: Receipt, answer: Answer, io: Io, gateway: Gateway): Promise<Progress> {
  const { state, share, model, said = '' } = answer
  const { missingSince: _, oddSince = Date.now(), ...known } = before
  const odd = state === 'unknown' ? { oddSince } : {}
  const order: Receipt = { ...known, ...odd, ...(model === undefined ? {} : { billedAs: model }) }
  const changed = JSON.stringify(order) === JSON.stringify(before) ? {} : { ticket: order }
  if (state === 'done') return film(order, answer, io, gateway)
  if (state === 'failed' || state === 'cancelled') {
    const message =
      answer.reason ?? (state === 'cancelled' ? `${gateway.name} cancelled it.` : `${gateway.name} says “${said}”.`)
    return {
      state: 'failed',
      ...named(order),
      ...changed,
      error: { code: said.toLowerCase(), message, retryable: false },
    }
  }
  if (state === 'unknown' && Date.now() - oddSince > deadline)
    return {
      state: 'failed',
      error: {
        code: 'no-word',
        message: `${gateway.name} still says “${said}”. ${lookThere(gateway)}`,
        retryable: false,
      },
    }
  return { state: 'running', ...named(order), ...(share === undefined ? {} : { share }), ...changed }
}

/** Done means that there is a film: at an address that it names, else at its own. */
async function film(order: Receipt, { url }: Answer, io: Io, gateway: Gateway): Promise<Progress> {
  const own = videos(gateway, order.id, 'content')
  if (url !== undefined && URL.canParse(url, own))
    return { state: 'done', ...named(order), ticket: order, results: [{ key: '0', url: new URL(url, own).href }] }
  if (await served(own, io, gateway))
    return { state: 'done', ...named(order), ticket: order, results: [{ key: '0', url: own }] }
  const bare = (order.bare ?? 0) + 1
  if (bare < bareLooks)
    return {
      state: 'running',
      note: `${gateway.name} says that it is done and names no film yet`,
      ticket: { ...order, bare },
    }
  return {
    state: 'failed',
    error: {
      code: 'no-film',
      message: `${gateway.name} says that it is done, but names no address of the film and serves none. ${lookThere(gateway)}`,
      retryable: false,
    },
  }
}

/** Whether the gateway hands the bytes out itself. Only the head of the answer is read. */
async function served(url: string, io: Io, gateway: Gateway): Promise<boolean> {
  const ending = new AbortController()
  try {
    const answer = await io.fetch(url, {
      headers: { ...bearer(gateway), range: 'bytes=0-0' },
      redirect: 'manual',
      signal: AbortSignal.any([io.signal, ending.signal, AbortSignal.timeout(patience.poll)]),
    })
    const kind = answer.headers.get('content-type') ?? ''
    return (answer.status >= 300 && answer.status < 400) || (answer.ok && !/json|text|html/i.test(kind))
  } catch {
    return false
  } finally {
    ending.abort()
  }
}
