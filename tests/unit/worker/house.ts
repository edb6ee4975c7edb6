// A studio without a server: database, library and tasks on a folder of the test; a worker per opening.
import { animatic } from '../../../lib/models/catalog/local/animatic'
import type { Provider } from '../../../lib/providers/provider'
import type { Order } from '../../../lib/tasks/row.server'
import type { TaskStore } from '../../../lib/tasks/store.server'
import { isEnd, type Status, type Task } from '../../../lib/tasks/task'
import { openWorker } from '../../../lib/worker/worker'
import { openRooms } from '../../rooms'
import { plainProvider } from './plain-provider'

export const order = (more: Partial<Order> = {}): Order => ({
  provider: 'runware',
  model: 'animatic',
  workflow: 'text-to-video',
  input: { prompt: 'A harbour at dawn' },
  ...more,
})

export async function openHouse() {
  const rooms = await openRooms()
  /** Files that something else than a task shows. */
  const boards = new Set<string>()
  return {
    ...rooms,
    boards,
    work: (provider: Provider, PUBLIC_URL?: string, tasks = rooms.tasks) =>
      openWorker({
        ...rooms,
        tasks,
        env: { ...rooms.env, PUBLIC_URL },
        providers: [provider],
        rowOf: () => animatic,
        used: async (asset) => boards.has(asset),
      }),
  }
}
export type House = Awaited<ReturnType<typeof openHouse>>

/** Resolves when the task stands there; rejects when it ends elsewhere. */
export function reach(tasks: TaskStore, id: string, status: Status, holds = (_: Task) => true): Promise<Task> {
  return new Promise((resolve, reject) => {
    const look = (task: Task | undefined) => {
      if (task?.status === status && holds(task)) {
        stop()
        resolve(task)
      } else if (task && isEnd(task.status)) {
        stop()
        reject(new Error(`${task.status} instead of ${status}: ${JSON.stringify(task.error ?? task.note)}`))
      }
    }
    const stop = tasks.listen((change) => {
      if ('task' in change && change.task.id === id) look(change.task)
    })
    tasks.find(id).then(look, reject)
  })
}

/** What every test of the worker says, in a house that is opened before them. */
export const wordsIn = (house: () => House) => ({
  plain: (over: Partial<Provider> = {}, results = 1) => plainProvider(house().folder, over, results),
  async add(count: number, more: Partial<Order> = {}): Promise<string[]> {
    const added = await house().tasks.addAll(Array.from({ length: count }, () => order(more)))
    return added.map(({ task }) => task.id)
  },
  async one(more: Partial<Order> = {}): Promise<string> {
    const { task } = await house().tasks.add(order(more))
    return task.id
  },
  until: (id: string, status: Status, holds?: (task: Task) => boolean) => reach(house().tasks, id, status, holds),
})
