// A process of its own that opens the store of a folder: `hold` keeps it open, `write` adds tasks and says each when it stands.
import { openDatabase } from '../../../lib/db/client.server'
import { openTasks } from '../../../lib/tasks/store.server'

const [, , folder = '', what = 'hold'] = process.argv
try {
  const database = await openDatabase({ DATA_DIR: folder })
  console.log('open')
  if (what === 'write') {
    const tasks = await openTasks(database)
    for (;;) {
      const input = { prompt: 'x'.repeat(500) }
      const { task } = await tasks.add({ provider: 'local', model: 'animatic', workflow: 'text-to-video', input })
      await tasks.move(task.id, 'queued', 'starting')
      console.log(task.id)
    }
  }
  process.stdin.resume()
  process.stdin.once('end', () => database.close().then(() => process.exit(0)))
} catch (error) {
  console.log(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
