// Where the parts meet: one studio to a process, opened by whoever needs it first.
import { type Database, openDatabase } from './db/client.server'
import { type ElementStore, openElements } from './elements/store.server'
import { type Env, readEnv } from './env.server'
import { type Library, openLibrary } from './media/library.server'
import { type Links, openLinks } from './media/link.server'
import { providersOf } from './providers'
import type { Provider } from './providers/provider'
import { openStoryboards, type StoryboardStore } from './storyboard/store.server'
import { type Ledger, openLedger } from './tasks/ledger.server'
import { openTasks, type TaskStore } from './tasks/store.server'
import { openWorker, type Worker } from './worker/worker'

export type Studio = {
  env: Env
  db: Database
  library: Library
  links: Links
  tasks: TaskStore
  ledger: Ledger
  storyboards: StoryboardStore
  elements: ElementStore
  worker: Worker
  providers: readonly Provider[]
  /** Aborted when the studio begins to close, so that what is open for ever can end. */
  closing: AbortSignal
  close(): Promise<void>
}

async function open(): Promise<Studio> {
  const env = readEnv(process.env)
  const db = await openDatabase(env)
  const closing = new AbortController()
  const providers = providersOf(env)
  try {
    const library = await openLibrary({ db: db.db, env })
    const links = openLinks(db.db, env, library)
    const tasks = await openTasks(db)
    const storyboards = openStoryboards(db)
    const elements = openElements(db)
    const used = async (asset: string) => (await storyboards.uses(asset)) || (await elements.uses(asset))
    const worker = await openWorker({ env, database: db, tasks, library, providers, used, link: links.address })
    let closed: Promise<void> | undefined
    const close = async () => {
      closing.abort()
      await worker.close()
      await tasks.close()
      await db.close()
    }
    return {
      env,
      db,
      library,
      links,
      tasks,
      ledger: openLedger(db),
      storyboards,
      elements,
      worker,
      providers,
      closing: closing.signal,
      close: () => {
        closed ??= close()
        return closed
      },
    }
  } catch (error) {
    await db.close()
    throw error
  }
}

// Routes and the start of the server are bundled apart: what both must share stands on globalThis.
const key = Symbol.for('reelboard.studio')
const place = globalThis as { [key]?: Promise<Studio> | undefined }

/** The studio of this process. Throws StudioError('locked' | 'setting'); the next call tries again. */
export function studio(): Promise<Studio> {
  place[key] ??= open().catch((error) => {
    place[key] = undefined
    throw error
  })
  return place[key]
}

/** Closes the studio, if one was opened. */
export async function closeStudio(): Promise<void> {
  const opened = await place[key]?.catch(() => undefined)
  await opened?.close()
}
