// What Kling keeps between orders: made once from our own parts, under a name by which it is found again.
import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { type Io, StartFailure } from '../provider'
import { tasksIn } from './check'
import { ask, patience } from './client'
import { isTaken, isUnknownTask, meaningOf, sentence } from './error'
import { unheard } from './refusal'

const id = z.union([z.string(), z.number()]).transform(String).pipe(z.string().min(1))
export const keptElement = z.looseObject({
  element_id: id,
  element_name: z.string().catch(''),
  element_description: z.string().optional().catch(undefined),
  owned_by: z.string().optional().catch(undefined),
  status: z.string().optional().catch(undefined),
})
export const keptVoice = z.looseObject({
  voice_id: id,
  voice_name: z.string().catch(''),
  trial_url: z.string().optional().catch(undefined),
  owned_by: z.string().optional().catch(undefined),
})

type Made = { path: string; body: object; mark: string; what: string; field: string }

/** Milliseconds between looks, and for how long one start waits for it. */
const looks = [250, 1_000, 2_000, 3_000, 5_000]
const longest = 5 * 60_000

const running = new Map<string, Promise<string>>()

/** Kling's id of it. Orders that want the same at once wait for one making. Throws StartFailure. */
export async function made(one: Made, idIn: (result: unknown) => string | undefined, io: Io): Promise<string> {
  const key = `${io.env.KLING_BASE_URL} ${one.mark}`
  const already = running.get(key)
  if (already) return already
  const work = make(one, idIn, io)
  running.set(key, work)
  try {
    const id = await work
    await io.copies.put(one.mark, id)
    return id
  } finally {
    running.delete(key)
  }
}

async function make(one: Made, idIn: (result: unknown) => string | undefined, io: Io): Promise<string> {
  // After a lost answer it is found again by this name; a name whose thing was deleted serves no more.
  const before = await find(one, nameOf(one.mark), io)
  if (before?.state === 'done') {
    const id = idIn(before.result)
    if (id) return id
  }
  const task =
    before?.state === 'running' ? before.task : await create(one, before ? crypto.randomUUID() : nameOf(one.mark), io)
  const end = Date.now() + longest
  for (let look = 0; Date.now() < end; look += 1) {
    await pause(looks[Math.min(look, looks.length - 1)] ?? 0, undefined, { signal: io.signal })
    const now = await find(one, task, io)
    if (now?.state === 'failed') throw refused(one, now.message ?? 'Kling gave no reason.')
    if (now?.state !== 'done') continue
    const id = idIn(now.result)
    if (id) return id
    throw refused(one, 'Kling made it and named no id.')
  }
  throw new StartFailure('later', 'still-made', `Kling is still making ${one.what}.`, { afterMs: 15_000 })
}

/** The task that makes it, or the name it was given where the answer held none. */
async function create(one: Made, name: string, io: Io): Promise<string> {
  const body = { ...one.body, external_task_id: name }
  const reply = await ask({ method: 'POST', path: one.path, body, timeoutMs: patience.submit }, io).catch(
    (failure: unknown) => {
      const told = unheard(failure)
      // No order has been placed; the same making is found by its name.
      throw told instanceof StartFailure ? new StartFailure('later', told.code, told.message) : told
    },
  )
  if (reply.code === 0) return tasksIn(reply.data)[0]?.id ?? name
  if (isTaken(reply)) return name
  const { outcome, crowded = false } = meaningOf(reply.code, reply.status)
  const said = sentence(reply)
  if (outcome === 'refused') throw refused(one, said)
  throw new StartFailure(outcome === 'lost' ? 'later' : outcome, String(reply.code), said, { crowded })
}

const done = /^succeed(ed)?$/
const results = z.looseObject({ task_result: z.unknown().optional() })

async function find({ path }: Made, name: string, io: Io) {
  const reply = await ask({ method: 'GET', path: `${path}/${name}`, timeoutMs: patience.poll }, io).catch(
    (failure: unknown) => {
      const told = unheard(failure)
      throw told instanceof StartFailure ? new StartFailure('later', told.code, told.message) : told
    },
  )
  if (reply.code !== 0) {
    if (isUnknownTask(reply)) return
    const { outcome } = meaningOf(reply.code, reply.status)
    throw new StartFailure(outcome === 'paused' ? 'paused' : 'later', String(reply.code), sentence(reply))
  }
  const [data] = Array.isArray(reply.data) ? reply.data : [reply.data]
  const [task] = tasksIn(data)
  if (!task) return
  const { id, status, message } = task
  const result = results.safeParse(data).data?.task_result
  const state = done.test(status) ? ('done' as const) : status === 'failed' ? ('failed' as const) : ('running' as const)
  return { task: id, state, message, result }
}

function refused({ what, field }: Made, said: string): StartFailure {
  const message = `${what}: ${said}`
  return new StartFailure('refused', 'not-kept', message, { issues: [{ path: `input.${field}`, message }] })
}

/** The same parts have the same mark, whatever they are called. */
export function markOf(kind: 'element' | 'voice', parts: unknown): string {
  return `${kind} ${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}`
}

/** A name in the shape of a UUID, drawn from the mark. */
function nameOf(mark: string): string {
  const hex = createHash('sha256').update(mark).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}
