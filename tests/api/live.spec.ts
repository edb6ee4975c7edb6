import { expect, test } from '@playwright/test'
import { events } from '../events'
import { startFake } from '../fakes/runware/server'
import { type Running, startStudio } from '../studio'
import { ask, paid } from './ask'

let studio: Running
let fake: Awaited<ReturnType<typeof startFake>>
test.describe.configure({ timeout: 300_000 })
test.beforeAll(async () => {
  fake = await startFake()
  fake.fault({ does: 'never', times: 1_000_000 })
  studio = await startStudio({ env: { RUNWARE_API_KEY: fake.key, RUNWARE_BASE_URL: fake.url } })
})
test.afterAll(async () => {
  await studio.stop()
  await fake.stop()
})

type Seen = Map<string, number>

/** Listens until `leaving`, and notes the last revision of every task. */
async function listen(seen: Seen, after: number | undefined, leaving: AbortSignal, lastEventId?: number) {
  const query = after === undefined ? '' : `?after=${after}`
  const response = await fetch(`${studio.url}/api/tasks/stream${query}`, {
    signal: leaving,
    headers: lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) },
  })
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  expect(response.headers.get('cache-control')).toBe('no-cache, no-transform')
  expect(response.headers.get('content-encoding')).toBeNull()
  try {
    for await (const { id, data } of events(response.body)) {
      expect(data.rev).toBe(id)
      seen.set(data.id, Math.max(seen.get(data.id) ?? 0, data.rev))
    }
  } catch (error) {
    if (!leaving.aborted) throw error
  }
}

const now = async () => (await ask(studio, 'GET', '/api/tasks?limit=1')).body.rev as number

/** Every task as it stands. */
async function standing(): Promise<Seen> {
  const seen: Seen = new Map()
  let cursor: string | null = null
  do {
    const { body } = await ask(studio, 'GET', `/api/tasks?limit=200${cursor === null ? '' : `&cursor=${cursor}`}`)
    for (const { id, rev } of body.items) seen.set(id, rev)
    cursor = body.nextCursor
  } while (cursor !== null)
  return seen
}

/** Adds tasks, cancels some of them and removes some of those; says which are gone. */
async function stir(count: number): Promise<Set<string>> {
  const gone = new Set<string>()
  await Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const { body } = await ask(studio, 'POST', '/api/tasks', paid(`Stirred ${at}`))
      if (at % 2 === 0) return
      const said = await ask(studio, 'POST', `/api/tasks/${body.id}/cancel`)
      if (at % 4 === 1 || said.body.status !== 'cancelled') return
      expect((await ask(studio, 'DELETE', `/api/tasks/${body.id}`)).status).toBe(204)
      gone.add(body.id)
    }),
  )
  return gone
}

/** What of `wanted` a listener has not heard. */
const missed = (wanted: Seen, seen: Seen) => [...wanted].filter(([id, rev]) => (seen.get(id) ?? 0) < rev)

test('a task is told of as it moves, and once more when it is removed', async () => {
  const leaving = new AbortController()
  const response = await fetch(`${studio.url}/api/tasks/stream`, { signal: leaving.signal })
  const { body } = await ask(studio, 'POST', '/api/tasks', paid('A wren'))
  await ask(studio, 'POST', `/api/tasks/${body.id}/cancel`)
  const told: string[] = []
  for await (const { event, data } of events(response.body)) {
    if (data.id !== body.id) continue
    told.push(event === 'task' ? String(data.status) : event)
    if (data.status === 'cancelled') void ask(studio, 'DELETE', `/api/tasks/${body.id}`)
    if (event === 'gone') break
  }
  expect(told[0]).toBe('queued')
  expect(told.slice(-2)).toEqual(['cancelled', 'gone'])
})

test('who was away resumes by the last id and has lost nothing', async () => {
  const seen: Seen = new Map()
  const first = new AbortController()
  const begun = await now()
  const reading = listen(seen, begun, first.signal)
  const goneEarly = await stir(8)
  await expect.poll(() => seen.size).toBeGreaterThanOrEqual(8)
  first.abort()
  await reading
  const last = Math.max(...seen.values())

  const goneMeanwhile = await stir(16)
  const second = new AbortController()
  // The address keeps its first `after`; what the browser says in the header is newer.
  const again = listen(seen, begun, second.signal, last)
  const goneLate = await stir(10)
  const wanted = await standing()
  await expect
    .poll(() => missed(wanted, seen).filter(([id]) => seen.has(id) || (wanted.get(id) ?? 0) > last))
    .toEqual([])
  const gone = [...goneEarly, ...goneMeanwhile, ...goneLate]
  await expect.poll(() => gone.filter((id) => !seen.has(id))).toEqual([])
  second.abort()
  await again
})

test('fifty listeners all see every last state, whenever they came', async () => {
  const leaving = new AbortController()
  const begun = await now()
  const seens: Seen[] = Array.from({ length: 50 }, () => new Map())
  const streams: Promise<unknown>[] = []
  const join = (from: number, to: number) => {
    for (const seen of seens.slice(from, to)) streams.push(listen(seen, begun, leaving.signal))
  }
  join(0, 20)
  const early = stir(12)
  join(20, 40)
  const gone = new Set([...(await early), ...(await stir(12))])
  join(40, 50)
  const wanted = new Map([...(await standing())].filter(([, rev]) => rev > begun))
  expect(wanted.size).toBeGreaterThan(15)
  for (const seen of seens) {
    await expect.poll(() => missed(wanted, seen)).toEqual([])
    await expect.poll(() => [...gone].filter((id) => !seen.has(id))).toEqual([])
  }
  leaving.abort()
  await Promise.all(streams)
})

test('a revision of another data folder is answered with a reset', async () => {
  const response = await fetch(`${studio.url}/api/tasks/stream?after=999999999`)
  for await (const { event, data } of events(response.body)) {
    expect(event).toBe('reset')
    expect(data.rev).toBeLessThan(999_999_999)
    break
  }
})

test('a studio that is told to stop ends open streams and stops', async () => {
  const other = await startStudio()
  const response = await fetch(`${other.url}/api/tasks/stream?after=0`)
  const heard = (async () => {
    for await (const _ of events(response.body));
  })().catch(() => {})
  await other.stop()
  await heard
  // By itself: it was not killed for being late.
  expect(other.process.signalCode).not.toBe('SIGKILL')
})
