// One request to Runware, and its answer taken apart: items and faults, whatever the HTTP status and shape.
import { z } from 'zod'
import { askJson, type HttpAnswer } from '../http'
import type { Io } from '../provider'
import { type Fault, fault } from './error'

const text = z.string().optional().catch(undefined)

/** What is used of a result; everything else of it is ignored. */
export const item = z.object({
  taskType: text,
  taskUUID: text,
  status: text,
  progress: z.number().optional().catch(undefined),
  videoUUID: text,
  videoURL: text,
  imageUUID: text,
  imageURL: text,
  audioUUID: text,
  audioURL: text,
  mediaUUID: text,
  mediaURL: text,
  cost: z.number().optional().catch(undefined),
})
export type Item = z.infer<typeof item>

export type Reply = { status: number; items: Item[]; faults: Fault[]; afterMs?: number }

/** Milliseconds. A poll that hangs must not hold up the next one. */
export const patience = { submit: 60_000, poll: 20_000 } as const

/** The body is an array of tasks, always. Throws HttpFailure. */
export async function send(tasks: readonly object[] | Blob, timeoutMs: number, io: Io): Promise<Reply> {
  const key = io.env.RUNWARE_API_KEY ?? ''
  const answer = await askJson(io.fetch, io.signal, {
    url: io.env.RUNWARE_BASE_URL,
    headers: { authorization: `Bearer ${key}` },
    body: tasks,
    timeoutMs,
    secrets: [key],
  })
  return opened(answer)
}

function opened({ status, body, afterMs }: HttpAnswer): Reply {
  const reply = { status, ...parts(body), ...(afterMs === undefined ? {} : { afterMs }) }
  if (reply.items.length || reply.faults.length || status < 400) return reply
  // A gateway's own JSON: the status is all that it says.
  const said = isBag(body) && typeof body.message === 'string' ? body.message : `Runware answered with ${status}.`
  return { ...reply, faults: [fault.parse({ code: `http${status}`, message: said })] }
}

/** `{data}`, `{errors}`, both, `error` in the singular, an object that is itself an item, or a list of any of these. */
export function parts(body: unknown): { items: Item[]; faults: Fault[] } {
  if (Array.isArray(body)) {
    const all = body.map(parts)
    return { items: all.flatMap(({ items }) => items), faults: all.flatMap(({ faults }) => faults) }
  }
  if (!isBag(body)) return { items: [], faults: [] }
  const errors = [...listed(body.errors), ...singular(body)]
  const bare = ['data', 'errors', 'error'].every((key) => body[key] === undefined) && 'taskUUID' in body
  const data = bare ? [body] : listed(body.data)
  const failed = data.filter((one) => isBag(one) && (one.status === 'error' || 'error' in one || 'errors' in one))
  const fine = data.filter((one) => !failed.includes(one))
  return {
    items: fine.flatMap((one) => item.safeParse(one).data ?? []),
    faults: [...errors, ...failed.map(flattened)].flatMap((one) => fault.safeParse(one).data ?? []),
  }
}

/** An error item inside `data` holds code and message one level deeper; what says whose it is stands outside. */
function flattened(one: unknown): unknown {
  if (!isBag(one)) return one
  const [first] = [...listed(one.error), ...listed(one.errors)]
  return isBag(first) ? { ...one, ...first, status: 'error' } : one
}

function singular(body: Record<string, unknown>): unknown[] {
  const { error, errorMessage } = body
  if (error === undefined || error === null || error === false) return []
  if (isBag(error)) return [error]
  const message = typeof errorMessage === 'string' ? errorMessage : typeof error === 'string' ? error : ''
  return [{ ...body, message, code: typeof body.code === 'string' ? body.code : 'unknownError' }]
}

const listed = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
const isBag = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
