// A studio without a server on a folder of its own, with two gateways: both are the fake.
import { rm } from 'node:fs/promises'
import { openDatabase } from '../../../lib/db/client.server'
import { readEnv } from '../../../lib/env.server'
import { openLibrary } from '../../../lib/media/library.server'
import type { Input } from '../../../lib/models/input'
import type { ProviderId } from '../../../lib/models/row'
import { providersOf } from '../../../lib/providers'
import { openTasks } from '../../../lib/tasks/store.server'
import { isEnd, type Task } from '../../../lib/tasks/task'
import { openWorker } from '../../../lib/worker/worker'
import type { Fake } from '../../fakes/openai/server'
import { freshFolder } from '../../folder'
import { settings, words } from './desk'

export async function openHouse(fake: Fake) {
  const folder = await freshFolder()
  const env = (gateways: string) =>
    readEnv({
      DATA_DIR: folder,
      ...settings(fake),
      OPENAI_VIDEOS_GATEWAYS: gateways,
      OPENAI_VIDEOS_ACME_API_KEY: fake.key,
      OPENAI_VIDEOS_ACME_BASE_URL: `${fake.url}/v1`,
    })
  const database = await openDatabase(env('Acme'))
  const library = await openLibrary({ db: database.db, env: env('Acme') })
  const tasks = await openTasks(database)
  const begin = (gateways = 'Acme') =>
    openWorker({ env: env(gateways), database, tasks, library, providers: providersOf(env(gateways)) })
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
    tasks,
    worker: () => worker,
    /** As after a power cut, as far as the worker knows. @param gateways those that are set up from then on. */
    async restart(gateways?: string) {
      await worker.close()
      worker = await begin(gateways)
    },
    async order(provider: ProviderId = 'openai', input: Input = words) {
      return (await tasks.add({ provider, model: 'Kling-3.0-Omni', workflow: 'text-to-video', input })).task
    },
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
