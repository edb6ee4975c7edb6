// Whether Kling has an order of this name: after a lost answer that comes before anything else.
import { StudioError } from '../../errors'
import { HttpFailure } from '../http'
import type { Io, Ticket } from '../provider'
import { tasksIn } from './check'
import { ask, patience, type Reply } from './client'
import { isUnknownTask, sentence } from './error'
import { isNameless, isNewer } from './path'
import { receiptOf } from './receipt'

const pages = 3
const pageSize = 500

/** The ticket of the order of this name; undefined when Kling says that it has none. Throws when Kling does not say. */
export async function lookUp(name: string, path: string, io: Io): Promise<Ticket | undefined> {
  if (isNameless(path)) return listed(name, path, io)
  const reply = isNewer(path)
    ? await asked('/tasks', { external_task_ids: name }, io)
    : await asked(`${path}/${name}`, {}, io)
  const found = reply && tasksIn(reply.data)
  // One that does not repeat the name was asked for by nothing else.
  const own = found?.find((one) => one.name === name) ?? found?.find((one) => one.name === undefined)
  return own && receiptOf(name, path, own)
}

async function listed(name: string, path: string, io: Io): Promise<Ticket | undefined> {
  for (let pageNum = 1; pageNum <= pages; pageNum += 1) {
    const reply = await asked(path, { pageNum, pageSize }, io)
    const all = reply ? tasksIn(reply.data) : []
    const own = all.find((one) => one.name === name)
    if (own) return receiptOf(name, path, own)
    if (all.length < pageSize) return
  }
}

/** undefined: there is no such task. Throws StudioError('provider' | 'unreachable') when nothing is known. */
async function asked(path: string, query: Record<string, string | number>, io: Io): Promise<Reply | undefined> {
  const reply = await ask({ method: 'GET', path, query, timeoutMs: patience.poll }, io).catch((cause: unknown) => {
    if (cause instanceof HttpFailure) throw new StudioError('unreachable', cause.message, undefined, { cause })
    throw cause
  })
  if (reply.code === 0) return reply
  if (isUnknownTask(reply)) return
  throw new StudioError('provider', `Kling: ${sentence(reply)}`)
}
