// The rooms beneath a worker, on a folder of the test: what the house of every provider's tests stands on.
import { rm } from 'node:fs/promises'
import { openDatabase } from '../lib/db/client.server'
import { readEnv } from '../lib/env.server'
import { openLibrary } from '../lib/media/library.server'
import { openTasks } from '../lib/tasks/store.server'
import { isEnd, type Task } from '../lib/tasks/task'
import { freshFolder } from './folder'

/** @param entry settings besides the folder. */
export async function openRooms(entry: Record<string, string | undefined> = {}) {
  const folder = await freshFolder()
  const env = readEnv({ DATA_DIR: folder, ...entry })
  const database = await openDatabase(env)
  const library = await openLibrary({ db: database.db, env })
  const tasks = await openTasks(database)
  /** Resolves once the task is so; told by the feed, so that nothing short is missed. */
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
    env,
    database,
    library,
    tasks,
    until,
    ended: (id: string) => until(id, ({ status }) => isEnd(status)),
    async close() {
      await tasks.close()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
