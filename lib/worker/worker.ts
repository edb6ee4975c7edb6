// The worker: which provider wants a look, what is due there, and the step that each task takes.

import { timingSafeEqual } from 'node:crypto'
import { setMaxListeners } from 'node:events'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Database } from '../db/client.server'
import type { Env } from '../env.server'
import { rowOf } from '../models/catalog'
import type { ProviderId, Row } from '../models/row'
import type { Io, Provider } from '../providers/provider'
import type { Held } from '../tasks/agenda.server'
import type { TaskStore } from '../tasks/store.server'
import { isEnd, type Task } from '../tasks/task'
import { cancel, stop } from './cancel'
import { openChain } from './chain'
import { check } from './check'
import { openClock } from './clock'
import { openCopies } from './copy'
import type { Desk, Keeper } from './desk'
import { patience } from './patience'
import { place, recall } from './place'
import { save } from './save'

export type Worker = Awaited<ReturnType<typeof openWorker>>

type Parts = {
  env: Env
  database: Database
  tasks: TaskStore
  library: Keeper
  providers: readonly Provider[]
  fetch?: typeof fetch
  rowOf?: (provider: string, model: string) => Row | undefined
  /** Whether anything besides tasks refers to a file. */
  used?: (asset: string) => Promise<boolean>
}

/** Takes up what an earlier one left, and goes on until it is closed. */
export async function openWorker(parts: Parts) {
  const { env, database, tasks, library, providers } = parts
  const { agenda } = tasks
  const closing = new AbortController()
  // Every step under way listens to it, and there is no bound to those but the providers' own.
  setMaxListeners(0, closing.signal)
  const byId = new Map(providers.map((provider) => [provider.id, provider]))
  const steps = new Map<string, Promise<void>>()
  const heldUntil = new Map<ProviderId, number>()
  const paused = new Map<ProviderId, string>()
  const copies = openCopies(database.db)

  function io(provider: Provider, signal: AbortSignal): Io {
    const scratch = path.join(env.DATA_DIR, 'scratch', provider.id)
    return {
      env,
      fetch: parts.fetch ?? fetch,
      signal,
      file: async (id) => ({ asset: await library.need(id), path: await library.path(id) }),
      copies: copies(provider.id),
      scratch,
    }
  }

  const desk: Desk = {
    env,
    tasks,
    library,
    closing: closing.signal,
    rowOf: parts.rowOf ?? rowOf,
    io,
    begin(id, step) {
      if (steps.has(id) || closing.signal.aborted) return false
      const running = step()
        .catch((error) => {
          if (!closing.signal.aborted) console.error(error)
        })
        .finally(() => steps.delete(id))
      steps.set(id, running)
      return true
    },
    wake(provider, inMs = 0) {
      clock.set(provider, Date.now() + inMs).catch((error) => {
        if (!closing.signal.aborted) console.error(error)
      })
    },
    hold(provider, ms) {
      heldUntil.set(provider, Date.now() + ms)
    },
    async pause(provider, reason) {
      paused.set(provider, reason)
      await agenda.tellWaiting(provider, reason)
    },
  }

  /** One look at one provider. It begins steps and ends: none of them is waited for here. */
  async function look(id: ProviderId): Promise<void> {
    const provider = byId.get(id)
    if (!provider || closing.signal.aborted) return
    const due = await agenda.lease(id, patience.lease)
    for (const one of due) {
      const step = stepOf[one.task.status]
      // Another step of it is about to end; then it is looked at again.
      if (step && !desk.begin(one.task.id, () => step(provider, one))) await tasks.note(one.task.id, { dueIn: 500 })
    }
    const running = due.filter(({ task }) => task.status === 'running')
    check(desk, provider, running)
    // Asked before: what becomes due between the two would be seen by neither.
    const next = await agenda.next(id)
    await startWaiting(provider)
    if (next !== undefined) await clock.set(id, next)
  }

  type Step = (provider: Provider, one: Held) => Promise<void>
  const stepOf: { [S in Task['status']]?: Step } = {
    starting: (provider, one) => recall(desk, provider, one),
    cancelling: (provider, one) => cancel(desk, provider, one),
    saving: (provider, one) => save(desk, provider, one),
  }

  async function startWaiting(provider: Provider): Promise<void> {
    const ready = provider.ready(env)
    const reason = ready === true ? paused.get(provider.id) : ready
    if (reason !== undefined) return agenda.tellWaiting(provider.id, reason)
    const until = () => heldUntil.get(provider.id) ?? 0
    const may = () => until() <= Date.now()
    if (!may()) return clock.set(provider.id, until())
    for (;;) {
      const one = await agenda.claim(provider.id, provider.limit(env), patience.start + patience.lease, may)
      if (!one) return
      // A claim is had once, so its step must not be refused because an earlier one is about to end.
      const begun = desk.begin(`${one.task.id} ${one.task.rev}`, () => place(desk, provider, one))
      if (!begun) return void (await tasks.move(one.task.id, 'starting', 'queued', {}, { dueIn: null }))
    }
  }

  for (const { id } of providers) await mkdir(path.join(env.DATA_DIR, 'scratch', id), { recursive: true })
  if (database.kind === 'embedded') await agenda.wakeAll()
  const clock = await openClock(database)
  const wakeOpen = async () => {
    for (const id of await agenda.providers()) await clock.set(id, Date.now())
    void chain.look()
  }
  const chain = openChain(desk)
  const quiet = tasks.listen((change) => {
    chain.hear(change)
    if (!('task' in change)) return
    const { status, provider } = change.task
    if (status === 'queued' || status === 'saving' || isEnd(status)) desk.wake(provider)
  })
  clock.run(look)
  await wakeOpen()
  // Whatever was missed elsewhere, no task waits for longer than this.
  const sweep = setInterval(() => void wakeOpen().catch((error) => console.error(error)), 60_000)
  sweep.unref()

  return {
    io: (provider: Provider, signal: AbortSignal = closing.signal) => io(provider, signal),
    /** Throws StudioError('not-found'), or 'conflict' for what has ended or is being saved. */
    async cancel(id: string): Promise<Task> {
      const task = await stop(tasks, id)
      if (!isEnd(task.status)) desk.wake(task.provider)
      return task
    },
    /** Removes an ended task, and those of its outputs that nothing else uses. */
    async remove(id: string): Promise<void> {
      const { orphans } = await tasks.remove(id)
      const used = async (asset: string) => (await tasks.uses(asset)) || ((await parts.used?.(asset)) ?? false)
      for (const asset of orphans) if (!(await used(asset))) await library.remove(asset, used)
    },
    /** A provider's callback: believed in so far as the task is looked at now. false: the token is not this task's. */
    async hint(id: string, token: string): Promise<boolean> {
      const known = await agenda.held(id)
      const [a, b] = [Buffer.from(token), Buffer.from(known?.work.token ?? '')]
      if (!known || a.length !== b.length || !timingSafeEqual(a, b)) return false
      if (known.task.status !== 'running') return true
      await tasks.note(id, { dueIn: 0 })
      desk.wake(known.task.provider)
      return true
    },
    /** Why nothing is started at a provider just now. */
    pauses: (): ReadonlyMap<ProviderId, string> => paused,
    async resume(provider: ProviderId): Promise<void> {
      paused.delete(provider)
      heldUntil.delete(provider)
      await agenda.tellWaiting(provider, null)
      desk.wake(provider)
    },
    /** Ends without waiting for providers; the next one takes up what is left. */
    async close(): Promise<void> {
      closing.abort(new Error('The studio is closing.'))
      clearInterval(sweep)
      quiet()
      await clock.close()
      await Promise.allSettled(steps.values())
    },
  }
}
