// What waiting costs: many orders in one question, and fewer questions where Runware calls by itself.
import { rm } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { openDatabase } from '../../../lib/db/client.server'
import { readEnv } from '../../../lib/env.server'
import { openLibrary } from '../../../lib/media/library.server'
import type { Provider } from '../../../lib/providers/provider'
import { runware } from '../../../lib/providers/runware'
import { rhythm } from '../../../lib/providers/runware/rhythm'
import { openTasks } from '../../../lib/tasks/store.server'
import { openWorker } from '../../../lib/worker/worker'
import { startFake } from '../../fakes/runware/server'
import { freshFolder } from '../../folder'
import { pro, words } from './desk'

test('a hundred running orders cost a twentieth of a request each per look', async () => {
  const fake = await startFake({ runMs: 'held' })
  const folder = await freshFolder()
  const entry = { DATA_DIR: folder, RUNWARE_API_KEY: fake.key, RUNWARE_BASE_URL: fake.url, RUNWARE_LIMIT: '100' }
  const env = readEnv(entry)
  const database = await openDatabase(env)
  const library = await openLibrary({ db: database.db, env })
  const tasks = await openTasks(database)
  const rounds: { orders: number; requests: number }[] = []
  const watched: Provider = {
    ...runware,
    rhythm: () => 2_000,
    check: async (tickets, io) => {
      let requests = 0
      const counted: typeof fetch = (...asked) => {
        requests++
        return io.fetch(...asked)
      }
      const answers = await runware.check(tickets, { ...io, fetch: counted })
      rounds.push({ orders: tickets.length, requests })
      return answers
    },
  }
  const order = { provider: 'runware' as const, model: pro, workflow: 'text-to-video', input: words }
  await tasks.addAll(Array.from({ length: 100 }, () => order))
  const worker = await openWorker({ env, database, tasks, library, providers: [watched] })
  // On a busy computer many are written down too late for a look at all hundred.
  const large = () => rounds.filter(({ orders }) => orders > 20)
  await expect.poll(() => large().length, { timeout: 60_000 }).toBeGreaterThanOrEqual(2)
  for (const { orders, requests } of rounds) expect(requests).toBe(Math.ceil(orders / 20))
  await worker.close()
  await tasks.close()
  await database.close()
  await fake.stop()
  await rm(folder, { recursive: true, force: true })
})

test('where calls are heard, and before half of the usual time, it is looked at seldom', () => {
  expect(rhythm(10_000)).toBe(1_000)
  expect(rhythm(10_000, { called: true })).toBe(15_000)
  expect(rhythm(10_000, { usualMs: 120_000 })).toBe(15_000)
  expect(rhythm(60_000, { usualMs: 120_000 })).toBe(1_500)
})
