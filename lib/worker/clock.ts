// When: alarms in the queue of the same database. They say which provider wants a look; the tables say at what.
import { PgBoss } from 'pg-boss'
import type { Database } from '../db/client.server'
import type { ProviderId } from '../models/row'

const queue = 'look'
type Alarm = { provider: ProviderId }

type Ring = (provider: ProviderId) => Promise<void>

export async function openClock(database: Database) {
  const boss = new PgBoss({
    ...database.queue,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
    flowIntervalSeconds: 60,
  })
  boss.on('error', (error) => console.error(error))
  await boss.start()
  await boss.createQueue(queue, { expireInSeconds: 60, retryLimit: 5, deleteAfterSeconds: 60 })
  // This process alone owns an embedded database: what an earlier one left ringing is asked anew from the tables.
  if (database.kind === 'embedded') await boss.deleteAllJobs(queue)
  // Others may set alarms on a server.
  const poll = database.kind === 'embedded' ? 30_000 : 1_000

  const set = new Map<ProviderId, number>()
  let open = true
  let nudge = () => {}

  /** Until the next alarm. @param least milliseconds. */
  const sleep = (least = 20) =>
    new Promise<void>((done) => {
      const next = Math.min(poll, ...[...set.values()].map((at) => at - Date.now()))
      const timer = setTimeout(done, Math.max(least, next + 2))
      nudge = () => {
        clearTimeout(timer)
        done()
      }
    })

  async function round(ring: Ring): Promise<void> {
    const jobs = await boss.fetch<Alarm>(queue, { batchSize: 100 })
    if (jobs.length === 0) return sleep()
    const providers = new Set(jobs.map(({ data }) => data.provider))
    for (const provider of providers) set.delete(provider)
    for (const result of await Promise.allSettled([...providers].map(ring)))
      if (result.status === 'rejected') console.error(result.reason)
    await boss.deleteJob(
      queue,
      jobs.map(({ id }) => id),
    )
  }

  let running: Promise<void> | undefined
  async function go(ring: Ring): Promise<void> {
    while (open)
      await round(ring).catch(async (error) => {
        if (open) console.error(error)
        // A database that does not answer is not asked fifty times a second.
        await sleep(1_000)
      })
  }

  return {
    /** @param ring is awaited before the next alarms are fetched, so it must only begin what takes long. */
    run(ring: Ring): void {
      running ??= go(ring)
    },
    /** A look at this provider at that time, epoch milliseconds; an earlier alarm serves as well. */
    async set(provider: ProviderId, at: number): Promise<void> {
      const known = set.get(provider)
      if (!open || (known !== undefined && known <= at)) return
      set.set(provider, at)
      const later = at > Date.now() + 5 ? { startAfter: new Date(at) } : {}
      try {
        await boss.send(queue, { provider }, later)
      } catch (error) {
        // One that was never set must not stand in for those to come.
        if (set.get(provider) === at) set.delete(provider)
        throw error
      }
      nudge()
    },
    async close(): Promise<void> {
      open = false
      nudge()
      await running
      await boss.stop({ graceful: false })
    },
  }
}
