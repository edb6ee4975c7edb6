// Placing an order: named before it is sent, looked up by its name before it is ever sent again.
import { type Io, type Order, StartFailure, type Ticket } from '../provider'
import { ask, patience } from './client'
import { type Cast, castOf, forgetStale } from './element'
import { isTaken } from './error'
import { inlined, reached } from './media'
import { isImmediate, isNamed } from './path'
import { lookUp } from './recall'
import { receiptFor } from './receipt'
import { refusal, unheard } from './refusal'
import { taskOf } from './sight'
import { callOf, type KlingCall, sentOf } from './wire'

type Ready = { call: KlingCall; cast: Cast }

export async function start(order: Order, io: Io): Promise<Ticket> {
  const ready = await readied(order, io)
  try {
    return await placed(order, ready.call, io)
  } catch (failure) {
    // An element or a voice that Kling has no more is made once again; refused means never placed.
    if (!(failure instanceof StartFailure) || !(await forgetStale(failure, ready.cast, io))) throw failure
  }
  return placed(order, (await readied(order, io)).call, io)
}

/**
 * Looked up by its name. Where Kling says that it has none, the same order goes out again under the same name, which it
 * takes once; where names mean nothing, or a person has stopped it, it stays unknown.
 */
export async function recall(order: Order, io: Io): Promise<Ticket | 'never seen' | 'unknown'> {
  const { path } = callOf(order, (asset) => asset)
  if (isImmediate(path)) return 'unknown'
  const found = await lookUp(order.name, path, io)
  if (found) return found
  if (!isNamed(path) || (await order.wanted?.()) === false) return 'unknown'
  return placed(order, (await readied(order, io)).call, io)
}

/** Whatever takes time comes first; in it a person may have stopped the order, and then it is never sent. */
async function readied(order: Order, io: Io): Promise<Ready> {
  await asWanted(order)
  const input = await reached({ ...order, input: sentOf(order) }, io)
  const files = await inlined(input, io)
  const cast = await castOf(input, io)
  await asWanted(order)
  const call = callOf({ ...order, input: cast.input }, (asset) => files.get(asset) ?? asset, cast.element)
  return { call, cast }
}

async function asWanted(order: Order): Promise<void> {
  if ((await order.wanted?.()) === false)
    throw new StartFailure('refused', 'stopped', 'It was stopped before it was ordered.')
}

/** Sent once. A used name means that it has arrived before. */
async function placed(order: Order, { method, path, body }: KlingCall, io: Io): Promise<Ticket> {
  const reply = await ask({ method, path, body, timeoutMs: patience.submit }, io).catch((failure: unknown) => {
    throw unheard(failure)
  })
  if (reply.code === 0) {
    if (taskOf(reply.data) || (isImmediate(path) && reply.data)) return receiptFor(order.name, path, reply.data)
    throw new StartFailure('lost', 'unrecognized', 'Kling answered without a word on this order.')
  }
  if (!isTaken(reply)) throw refusal(order, reply, body)
  const known = await lookUp(order.name, path, io).catch(() => undefined)
  if (known) return known
  throw new StartFailure(
    'lost',
    'taken',
    `Kling has an order of this name already and does not show it. ${reply.message}`,
  )
}
