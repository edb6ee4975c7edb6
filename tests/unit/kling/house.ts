// A studio without a server on a folder of its own, whose Kling is the fake.
import { rm } from 'node:fs/promises'
import { openDatabase } from '../../../lib/db/client.server'
import { readEnv } from '../../../lib/env.server'
import { openLibrary } from '../../../lib/media/library.server'
import type { Input } from '../../../lib/models/input'
import { kling } from '../../../lib/providers/kling'
import type { Provider } from '../../../lib/providers/provider'
import { openTasks } from '../../../lib/tasks/store.server'
import { isEnd, type Task } from '../../../lib/tasks/task'
import { openWorker } from '../../../lib/worker/worker'
import { freshFolder } from '../../folder'
import { words } from './desk'

/** Kling as it is, but looked at often enough for a test. */
const quick: Provider = { ...kling, rhythm: () => 250 }

export async function openHouse(entry: Record<string, string | undefined>) {
  const folder = await freshFolder()
  const env = readEnv({ DATA_DIR: folder, ...entry })
  const database = await openDatabase(env)
  const library = await openLibrary({ db: database.db, env })
  const tasks = await openTasks(database)
  const begin = () => openWorker({ env, database, tasks, library, providers: [quick] })
  let worker = await begin()
  const until = (id: string, holds: (task: Task) => boolean) =>
    new Promise<Task>((resolve, reject) => {
      const look = (task: Task | undefined) => {
        if (!task || !holds(task)) return
        stop()
        resolve(task)
      }
      const stop = tasks.listen((change) => {
        if ('task' in change && change.task.id === id) look(change.task)
      })
      tasks.find(id).then(look, reject)
    })
  return {
    folder,
    tasks,
    worker: () => worker,
    /** As after a power cut, as far as the worker knows. */
    async restart() {
      await worker.close()
      worker = await begin()
    },
    order: async (input: Input = words, model = 'kling-v3', workflow = 'text-to-video') =>
      (await tasks.add({ provider: 'kling', model, workflow, input })).task,
    until,
    ended: (id: string) => until(id, ({ status }) => isEnd(status)),
    async close() {
      await worker.close()
      await tasks.close()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
export type House = Awaited<ReturnType<typeof openHouse>>
