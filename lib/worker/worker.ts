// The worker: which provider wants a look, what is due there, and the step that each task takes.

import { timingSafeEqual } from 'node:crypto'
import { setMaxListeners } from 'node:events'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Database } from '../db/client.server'
import type { Env } from '../env.server'
import { catalog, rowOf } from '../models/catalog'
import type { ProviderId, Row } from '../models/row'
import { absent } from '../providers/absent'
import type { Io, Pace, Provider } from '../providers/provider'
import type { Held } from '../tasks/agenda.server'
import { pausedWords } from '../tasks/queue.server'
import type { TaskStore } from '../tasks/store.server'
import { isEnd, type Task } from '../tasks/task'
import { cancel, stop } from './cancel'
import { openChain } from './chain'
import { check } from './check'
import { openClock } from './clock'
import { openCopies } from './copy'
import type { Desk, Keeper } from './desk'
import { type Lane, openLanes } from './lane'
import { backOff, patience } from './patience'
import { place, recall } from './place'
import { save } from './save'
import { openUsual } from './usual'

export type Worker = Awaited<ReturnType<typeof openWorker>>

type Parts = {
  env: Env
  database: Database
  tasks: TaskStore
  library: Keeper
  providers: readonly Provider[]
  fetch?: typeof fetch
  rowOf?: (provider: string, model: string) => Row | undefined
  /** An address of a file of ours for providers, where the studio has one. */
  link?: (asset: string) => Promise<string | undefined>
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
  const lanes = openLanes(catalog)
  const usual = openUsual(agenda)
  /** When a provider's call was last heard. */
  const heard = new Map<ProviderId, number>()
  const calls = new Set<string>()

  function io(provider: Provider, signal: AbortSignal): Io {
    const scratch = path.join(env.DATA_DIR, 'scratch', provider.id)
    return {
      env,
      fetch: parts.fetch ?? fetch,
      signal,
      file: async (id) => ({ asset: await library.need(id), path: await library.path(id) }),
      copies: copies(provider.id),
      ...(parts.link ? { link: parts.link } : {}),
      scratch,
      house: { mark: database.mark, stands: database.stands },
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
      await agenda.tellWaiting({ provider }, reason)
    },
    async crowd(provider, { task, work }, message) {
      const lane = lanes.for(provider, task.model)
      if (!lane) return backOff(work.attempts)
      // Itself is still counted among those that run.
      const running = (await agenda.runs(provider.id, task.model)) - 1
      const again = lanes.full(provider, task.model, running, message)
      // Somebody else fills the account: no end of ours will make room.
      const rest = running > 0 ? backOff(0) : backOff(work.attempts)
      lanes.hold(lane, rest)
      await agenda.tellWaiting({ provider: provider.id, ...lane }, message)
      desk.wake(provider.id, again)
      return rest
    },
    called: (id) => calls.delete(id),
    async pace(provider, { task }): Promise<Pace> {
      const called = Date.now() - (heard.get(provider.id) ?? 0) < patience.heard
      const usualMs = await usual(task)
      return { called, ...(usualMs === undefined ? {} : { usualMs }) }
    },
  }

  /** One look at one provider. It begins steps and ends: none of them is waited for here. */
  async function look(id: ProviderId): Promise<void> {
    const provider = byId.get(id) ?? absent(id)
    if (closing.signal.aborted) return
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
    if (reason !== undefined) return agenda.tellWaiting({ provider: provider.id }, reason)
    if (await tasks.queue.paused()) return agenda.tellWaiting({ provider: provider.id }, pausedWords)
    for (const lane of lanes.of(provider)) await startIn(provider, lane)
  }

  async function startIn(provider: Provider, lane: Lane): Promise<void> {
    const until = () => Math.max(heldUntil.get(provider.id) ?? 0, lanes.until(lane))
    const may = () => until() <= Date.now()
    // Those who came since are told as well.
    const tell = async () => {
      const why = lanes.reason(lane)
      if (why !== undefined) await agenda.tellWaiting({ provider: provider.id, ...lane }, why)
    }
    if (!may()) {
      await tell()
      return clock.set(provider.id, until())
    }
    const { strict } = lane
    const modelLimit = (model: string) => lanes.limit(provider, model)
    const turn = { provider: provider.id, ...lane, limit: provider.limit(env), modelLimit }
    while (!(strict && lanes.isBusy(lane))) {
      if (strict) lanes.begin(lane)
      const one = await agenda.claim(turn, patience.lease, may).catch((error) => {
        lanes.end(lane)
        throw error
      })
      if (!one) {
        lanes.end(lane)
        return tell()
      }
      // A claim is had once, so its step must not be refused because an earlier one is about to end.
      const begun = desk.begin(`${one.task.id} ${one.task.rev}`, () => placeIn(provider, lane, one))
      if (!begun) {
        lanes.end(lane)
        return void (await tasks.move(one.task.id, 'starting', 'queued', {}, { dueIn: null }))
      }
      // Paused meanwhile, the rest stays: a person was told that nothing more is ordered.
      if (await tasks.queue.paused()) return agenda.tellWaiting({ provider: provider.id }, pausedWords)
    }
  }

  async function placeIn(provider: Provider, lane: Lane, one: Held): Promise<void> {
    try {
      await place(desk, provider, one)
      if (lanes.limit(provider, one.task.model) !== undefined)
        lanes.runs(provider, one.task.model, await agenda.runs(provider.id, one.task.model))
    } finally {
      lanes.end(lane)
      if (lane.strict) desk.wake(provider.id)
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
  /** Whichever studio ended it; that something of it stays behind is no failure of the task. */
  const release = ({ provider, id }: Task) => {
    byId
      .get(provider)
      ?.release?.(id)
      .catch((error) => console.error(error))
  }
  const quiet = tasks.listen((change) => {
    chain.hear(change)
    if (!('task' in change)) return
    const { status, provider } = change.task
    if (status === 'queued' || status === 'saving' || isEnd(status)) desk.wake(provider)
    if (isEnd(status)) release(change.task)
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
    async hint(id: string, token: string, from?: ProviderId): Promise<boolean> {
      const known = await agenda.held(id)
      const [a, b] = [Buffer.from(token), Buffer.from(known?.work.token ?? '')]
      if (known && from !== undefined && known.task.provider !== from) return false
      if (!known || a.length !== b.length || !timingSafeEqual(a, b)) return false
      heard.set(known.task.provider, Date.now())
      const { status } = known.task
      if (status === 'starting' || status === 'running') calls.add(id)
      if (status !== 'running') return true
      await tasks.note(id, { dueIn: 0 })
      desk.wake(known.task.provider)
      return true
    },
    /** Whether what waits is placed; what is on its way already goes on. */
    async pauseQueue(on: boolean): Promise<void> {
      await tasks.queue.pause(on)
      for (const { id } of providers) {
        await agenda.tellWaiting({ provider: id }, on ? pausedWords : null)
        if (!on) desk.wake(id)
      }
    },
    /** Why nothing is started at a provider just now. */
    pauses: (): ReadonlyMap<ProviderId, string> => paused,
    async resume(provider: ProviderId): Promise<void> {
      paused.delete(provider)
      heldUntil.delete(provider)
      lanes.forget(provider)
      await agenda.tellWaiting({ provider }, null)
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
