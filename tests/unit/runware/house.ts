// A studio without a server on a folder of its own, whose Runware is the fake.
import { rm } from 'node:fs/promises'
import { openDatabase } from '../../../lib/db/client.server'
import { readEnv } from '../../../lib/env.server'
import { openLibrary } from '../../../lib/media/library.server'
import type { Input } from '../../../lib/models/input'
import { runware } from '../../../lib/providers/runware'
import { openTasks } from '../../../lib/tasks/store.server'
import { isEnd, type Task } from '../../../lib/tasks/task'
import { openWorker } from '../../../lib/worker/worker'
import type { Fake } from '../../fakes/runware/server'
import { freshFolder } from '../../folder'
import { pro, words } from './desk'

/** @param most bytes of a result that its library keeps. */
export async function openHouse(fake: Fake, extra: Record<string, string> = {}, most?: number) {
  const folder = await freshFolder()
  const given = { DATA_DIR: folder, RUNWARE_API_KEY: fake.key, RUNWARE_BASE_URL: fake.url, ...extra }
  const env = readEnv(given)
  const database = await openDatabase(env)
  const library = await openLibrary({ db: database.db, env })
  const tasks = await openTasks(database)
  const keepUrl: typeof library.keepUrl = (url, how) =>
    library.keepUrl(url, { ...how, ...(most === undefined ? {} : { maxBytes: most }) })
  const begin = () => openWorker({ env, database, tasks, library: { ...library, keepUrl }, providers: [runware] })
  let worker = await begin()
  return {
    tasks,
    library,
    worker: () => worker,
    /** As after a power cut, as far as the worker knows. */
    async restart() {
      await worker.close()
      worker = await begin()
    },
    order: async (input: Input = words, more: { id?: string; model?: string; workflow?: string } = {}) => {
      const order = { provider: 'runware' as const, model: pro, workflow: 'text-to-video', ...more, input }
      return (await tasks.add(order)).task
    },
    until: (id: string, holds: (task: Task) => boolean) => until(tasks, id, holds),
    ended: (id: string) => until(tasks, id, ({ status }) => isEnd(status)),
    async close() {
      await worker.close()
      await tasks.close()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
export type House = Awaited<ReturnType<typeof openHouse>>

function until(
  tasks: Awaited<ReturnType<typeof openTasks>>,
  id: string,
  holds: (task: Task) => boolean,
): Promise<Task> {
  return new Promise((resolve, reject) => {
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
}
