// Placing an order: named before it is sent, sent again only under the same name, and never believed lost without asking.
import { type Issue, StudioError } from '../../errors'
import { mediaOf } from '../../models/input'
import { HttpFailure } from '../http'
import { type Io, type Order, StartFailure, type Ticket } from '../provider'
import { ofAsking } from './check'
import { patience, type Reply, send } from './client'
import { type Category, categoryOf, type Fault, passes, sentence } from './error'
import { type Copy, copyOf } from './media'
import { receiptFor } from './receipt'
import { body, fieldPath } from './wire'

export async function start(order: Order, io: Io): Promise<Ticket> {
  const copies = await readied(order, io)
  try {
    return await placed(order, copies, order.again === true, io)
  } catch (failure) {
    const stale = failure instanceof Refused ? staleIn(failure.fault, copies, order) : []
    if (stale.length === 0) throw plain(failure)
    for (const { ref } of stale) await io.copies.drop(ref)
  }
  // Refused means never placed, so the same name is free, once more, with fresh copies.
  return placed(order, await readied(order, io), false, io).catch((second: unknown) => {
    throw plain(second)
  })
}

/**
 * Asks for the order by its name. Silence proves nothing, so the same order goes out again under the same name: Runware
 * takes it once or says that it has it. Whatever else happens only says that it must be asked again. What a person has
 * stopped is not sent again, and so stays unknown.
 */
export async function recall(order: Order, io: Io): Promise<Ticket | 'never seen' | 'unknown'> {
  const asked = await send([{ taskType: 'getResponse', taskUUID: order.name }], patience.poll, io)
  const items = asked.items.filter((one) => one.taskUUID === order.name)
  if (items.length) return receiptFor(order, items, [])
  const fault = asked.faults.find((one) => one.taskUUID === undefined || one.taskUUID === order.name)
  if (fault?.code === 'taskNotFound') return 'never seen'
  if (fault && ofAsking(fault, asked.status))
    throw new StudioError('provider', `Runware: ${sentence(fault, categoryOf(fault.code, asked.status))}`)
  if (fault?.taskUUID === order.name && fault.code !== 'taskFailedOrNotFound') return receiptFor(order, [], [])
  const copies = await copied(order, io)
  if ((await order.wanted?.()) === false) return 'unknown'
  return placed(order, copies, true, io).catch((failure: unknown) => {
    throw plain(failure)
  })
}

/** Uploads take their time, in which a person may have stopped it: then it is never sent. */
async function readied(order: Order, io: Io): Promise<Copy[]> {
  const copies = await copied(order, io)
  if ((await order.wanted?.()) === false)
    throw new StartFailure('refused', 'stopped', 'It was stopped before it was ordered.')
  return copies
}

export async function copied(order: Order, io: Io): Promise<Copy[]> {
  const slots = mediaOf(order.input).flatMap(({ path, medium }) =>
    'asset' in medium ? [{ path, id: medium.asset }] : [],
  )
  const made: Copy[] = []
  // One after the other: a large film stands in memory once.
  for (const { path, id } of slots) if (!made.some(({ asset }) => asset === id)) made.push(await copyOf(id, path, io))
  return made
}

/** Sent once. `again`: it may have arrived before, so a used name is its acknowledgement. */
async function placed(order: Order, copies: readonly Copy[], again: boolean, io: Io): Promise<Ticket> {
  const refs = new Map(copies.map(({ asset, ref }) => [asset, ref]))
  const task = body(order, (asset) => refs.get(asset) ?? asset)
  const ticket = (items: Reply['items']) => receiptFor(order, items, [...refs.values()])
  let reply: Reply
  try {
    reply = await send([task], patience.submit, io)
  } catch (failure) {
    throw failure instanceof HttpFailure ? unheard(failure) : failure
  }
  const items = reply.items.filter((one) => one.taskUUID === order.name)
  if (items.length) return ticket(items)
  const fault = reply.faults.find((one) => one.taskUUID === undefined || one.taskUUID === order.name)
  if (!fault || lostIn(fault, reply.status))
    throw new StartFailure(
      'lost',
      'unrecognizedResponse',
      `Runware answered ${reply.status} without a word on this order.`,
    )
  if (again && fault.code === 'conflictTaskUUID') return ticket([])
  throw refusal(order, fault, reply)
}

/** A gateway's 5xx says nothing of what stands behind it, except that it let nothing through. */
const lostIn = (fault: Fault, status: number) =>
  fault.code.startsWith('http') && (status >= 500 || status === 408) && status !== 503

function unheard(failure: HttpFailure): StartFailure {
  const { trouble, status, afterMs, message } = failure
  const held = trouble === 'unsent' || (trouble === 'not-json' && (status === 429 || status === 503))
  const more = afterMs === undefined ? {} : { afterMs }
  return new StartFailure(held ? 'later' : 'lost', trouble, message, more)
}

/** Carries the provider's own fault as far as `start`, which alone may mend a stale upload. */
class Refused extends StartFailure {
  readonly fault: Fault
  constructor(fault: Fault, message: string, issues: Issue[]) {
    super('refused', fault.code, message, issues.length ? { issues } : {})
    this.fault = fault
  }
}

function refusal(order: Order, fault: Fault, reply: Reply): StartFailure {
  const category = categoryOf(fault.code, reply.status)
  const message = sentence(fault, category)
  if (category === 'quota' || category === 'auth') return new StartFailure('paused', fault.code, message)
  const more = reply.afterMs === undefined ? {} : { afterMs: reply.afterMs }
  if (passes[category]) return new StartFailure('later', fault.code, message, more)
  return new Refused(fault, message, issuesOf(order, fault, message))
}

/** The provider's words at our own field; a parameter that is none of ours stays in the message alone. */
export function issuesOf(order: Order, fault: Fault, message: string): Issue[] {
  const named = fault.parameter === undefined ? [] : [fault.parameter].flat()
  const paths = named.flatMap((parameter) => {
    if (parameter === 'model') return ['model']
    const path = fieldPath(order, parameter)
    if (path) return [`input.${path}`]
    const [root = ''] = parameter.split(/[.[]/)
    return Object.hasOwn(order.input.extra ?? {}, root) ? [`input.extra.${parameter}`] : []
  })
  return [...new Set(paths)].map((path) => ({ path, message }))
}

/** Copies of earlier orders that this refusal may mean: named in it, at the field it names, or all when only “not found” is said. */
function staleIn(fault: Fault, copies: readonly Copy[], order: Order): Copy[] {
  const old = copies.filter(({ kept }) => kept)
  const named = old.filter(({ ref }) => fault.message.includes(ref))
  if (named.length) return named
  const category: Category = categoryOf(fault.code)
  const unknown = category === 'notFound' && !/model|task/i.test(fault.code)
  if (!unknown && !/^invalid|uuid|media/i.test(fault.code)) return []
  const paths = [fault.parameter ?? []].flat().flatMap((one) => fieldPath(order, one) ?? [])
  const within = (path: string) => paths.some((one) => path === one || path.startsWith(`${one}.`))
  const meant = mediaOf(order.input).flatMap(({ path, medium }) =>
    'asset' in medium && within(path) ? [medium.asset] : [],
  )
  if (meant.length) return old.filter(({ asset }) => meant.includes(asset))
  return unknown ? old : []
}

function plain(failure: unknown): unknown {
  if (!(failure instanceof Refused)) return failure
  const { outcome, code, message, issues } = failure
  return new StartFailure(outcome, code, message, issues ? { issues } : {})
}
