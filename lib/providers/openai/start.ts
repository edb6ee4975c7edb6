// Placing an order where nothing has a name: sent once, and whatever is not surely refused may have been bought.
import type { Gateway } from '../../env.gateway.server'
import type { Issue } from '../../errors'
import { mediaOf } from '../../models/input'
import { type HttpAnswer, HttpFailure } from '../http'
import { type Io, type Order, StartFailure, type Ticket } from '../provider'
import { answerIn, type Fault, faultIn } from './answer'
import { ask } from './client'
import { lacks } from './lack'
import { type Receipt, receipt } from './receipt'
import { body, fieldPath } from './wire'

export async function start(order: Order, io: Io, gateway: Gateway): Promise<Ticket> {
  const links = await linked(order, io, gateway)
  const request = body(order, gateway, (asset) => links.get(asset) ?? asset)
  if ((await order.wanted?.()) === false)
    throw new StartFailure('refused', 'stopped', 'It was stopped before it was ordered.')
  const reply = await ask(gateway, io, { body: request }).catch((failure: unknown) => {
    throw failure instanceof HttpFailure ? unheard(failure, gateway) : failure
  })
  const { status, body: said } = reply
  if (status >= 400) throw refusal(order, reply, gateway)
  const { id, model } = answerIn(said)
  if (id === undefined) {
    const words = faultIn(said)?.message ?? 'It named no task.'
    throw new StartFailure('lost', 'no-task', `${gateway.name} answered ${status} without a task. ${words}`)
  }
  const made: Receipt = { id, placedAt: Date.now(), ...(model === undefined ? {} : { billedAs: model }) }
  return receipt.parse(made)
}

/** The public addresses of our own files. Throws StartFailure('refused') at every field that cannot be sent. */
async function linked({ input }: Order, io: Io, gateway: Gateway): Promise<Map<string, string>> {
  const links = new Map<string, string>()
  for (const { medium } of mediaOf(input)) {
    if (!('asset' in medium) || links.has(medium.asset)) continue
    const link = await io.link?.(medium.asset)
    if (link !== undefined) links.set(medium.asset, link)
  }
  const [first, ...more] = lacks(input, gateway, (asset) => links.has(asset))
  if (!first) return links
  const issues = [first, ...more].map(({ path, message }) => ({ path: `input.${path}`, message }))
  throw new StartFailure('refused', 'not-sendable', first.message, { issues })
}

/** Without a reply nobody knows whether it was taken, except where the request cannot have arrived. */
function unheard(failure: HttpFailure, gateway: Gateway): StartFailure {
  const { trouble, status, afterMs, message, final } = failure
  const more = afterMs === undefined ? {} : { afterMs }
  if (trouble === 'unsent') return new StartFailure('later', trouble, message, more)
  if (trouble !== 'not-json' || status === undefined || status < 400) return new StartFailure('lost', trouble, message)
  return ofStatus(status, { message }, final, gateway, more)
}

function refusal(order: Order, { status, body: said, afterMs, final }: HttpAnswer, gateway: Gateway): StartFailure {
  const fault = faultIn(said) ?? { message: `${gateway.name} answered ${status}.` }
  const path = fault.param === undefined ? undefined : ours(order, fault.param, gateway)
  const issues = path === undefined ? [] : [{ path, message: fault.message }]
  return ofStatus(status, fault, final, gateway, {
    ...(afterMs === undefined ? {} : { afterMs }),
    ...(issues.length ? { issues } : {}),
  })
}

function ours(order: Order, param: string, gateway: Gateway): string | undefined {
  if (param === 'model') return 'model'
  const path = fieldPath(order, gateway, param)
  return path === undefined ? undefined : `input.${path}`
}

const poor = /insufficient|balance|quota|credit|arrears|top.?up|余额|额度/i
const unseemly = /polic|moderat|sensitive|safety|nsfw|violat/i

type More = { afterMs?: number; issues?: Issue[] }

/**
 * A 5xx may come after the order was passed on, and so may a timeout: those are lost, never repeated. A 429 says that
 * nothing was taken, unless it also says that it must not be tried again.
 */
function ofStatus(
  status: number,
  { code = `http${status}`, message: said, param: _ }: Fault,
  final: boolean | undefined,
  gateway: Gateway,
  more: More,
): StartFailure {
  const words = `${code} ${said}`
  if (status >= 500 || status === 408) return new StartFailure('lost', code, said)
  if (poor.test(words) || status === 402)
    return new StartFailure('paused', code, `${said} Top up the balance at ${gateway.name}, then resume.`)
  if (status === 429) return new StartFailure(final ? 'lost' : 'later', code, said, final ? {} : more)
  if ((status === 401 || status === 403) && !unseemly.test(words))
    return new StartFailure('paused', code, `${said} Check ${keyName(gateway)}.`)
  if ((status === 404 || status === 405) && code === `http${status}`)
    return new StartFailure('paused', code, `${said} Check ${keyName(gateway, 'BASE_URL')}.`)
  return new StartFailure('refused', code, said, more.issues ? { issues: more.issues } : {})
}

const keyName = ({ variables }: Gateway, ending = 'API_KEY') =>
  variables.find(({ name }) => name.endsWith(ending))?.name ?? ending
