// What can be done with tasks.
import { rowOf } from '../models/catalog'
import { studio } from '../runtime.server'
import type { Contract } from './contract'
import type { Given } from './entry'
import { reply } from './handler.server'
import { place } from './place.server'
import { settled } from './seam.server'
import { openStream, type Stream } from './stream.server'

type Ask<K extends keyof Contract> = Given<Contract[K]>

export async function addTask({ body }: Ask<'addTask'>) {
  const house = await studio()
  const known = body.id !== undefined && (await house.tasks.find(body.id.toLowerCase()))
  const row = rowOf(body.provider, body.model)
  const { task, created } = await place(house, known ? body : await settled(house, row, body))
  return reply(created ? 201 : 200, task)
}

export async function listTasks({ query }: Ask<'listTasks'>) {
  const { tasks } = await studio()
  const page = await tasks.list(query)
  if (query.cursor !== undefined) return page
  const [counts, unknown] = await Promise.all([tasks.counts(query), tasks.countUnknown(query)])
  return { ...page, counts, unknown }
}

export const readTask = async ({ params }: Ask<'readTask'>) => (await studio()).tasks.get(params.id)

export async function cancelTask({ params }: Ask<'cancelTask'>) {
  const { worker } = await studio()
  return worker.cancel(params.id)
}

/** Its outputs go with it, but for those that something else shows or uses. */
export async function removeTask({ params }: Ask<'removeTask'>) {
  const { worker } = await studio()
  await worker.remove(params.id)
  return new Response(null, { status: 204 })
}

const streams = new WeakMap<object, Stream>()

export async function streamTasks({ query, request }: Ask<'streamTasks'>) {
  const house = await studio()
  let stream = streams.get(house)
  if (!stream) {
    stream = openStream(house.tasks)
    streams.set(house, stream)
    house.closing.addEventListener('abort', stream.close, { once: true })
  }
  // HEAD asks for the headers alone; a stream that nobody reads would stay open.
  const body = request.method === 'HEAD' ? null : stream.open(resumed(request) ?? query.after, request.signal)
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}

/** A browser that reconnects says where it was; that is newer than the address, which it keeps. */
function resumed(request: Request): number | undefined {
  const said = request.headers.get('last-event-id')
  return said !== null && /^\d{1,15}$/.test(said) ? Number(said) : undefined
}
