import { studio } from '../runtime.server'
import type { Given } from './entry'
import type { queueContract } from './queue'

export const readQueue = async ({ query }: Given<(typeof queueContract)['readQueue']>) =>
  (await studio()).tasks.queue.read(query)

export async function changeQueue({ body }: Given<(typeof queueContract)['changeQueue']>) {
  const { tasks, worker } = await studio()
  if (body.order) await tasks.queue.order(body.order)
  if (body.paused !== undefined) await worker.pauseQueue(body.paused)
  return tasks.queue.read()
}
