// Free orders on this computer, placed and awaited over HTTP as anybody's script would.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Task } from '../../lib/tasks/task'
import type { Running } from '../studio'

const samples = path.resolve(import.meta.dirname, '../../public/samples')

/** As anybody's script asks; throws what was refused, in words. */
export async function ask<T>(studio: Running, way: string, body?: unknown, method = body ? 'POST' : 'GET'): Promise<T> {
  const answer = await fetch(`${studio.url}${way}`, {
    method,
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  })
  return read(answer)
}

async function read<T>(answer: Response): Promise<T> {
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}

export async function still(studio: Running, name = 'lighthouse'): Promise<string> {
  const body = await readFile(path.join(samples, `${name}.jpg`))
  const { id } = await read<{ id: string }>(
    await fetch(`${studio.url}/api/media?name=${name}.jpg`, { method: 'PUT', body }),
  )
  return id
}

/** The smallest film there is: 3 s, square, 720 px. */
export const order = (studio: Running, input: Record<string, unknown>, workflow = 'text-to-video') =>
  ask<Task>(studio, '/api/tasks', {
    provider: 'local',
    model: 'animatic',
    workflow,
    input: { duration: 3, width: 720, height: 720, ...input },
  })

export async function ended(studio: Running, id: string): Promise<Task> {
  for (;;) {
    const task = await ask<Task>(studio, `/api/tasks/${id}`)
    if (['done', 'failed', 'cancelled'].includes(task.status)) return task
    await new Promise((wait) => setTimeout(wait, 250))
  }
}
