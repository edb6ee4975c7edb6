import { expect, test } from '@playwright/test'
import { openStream } from '../../../lib/api/stream.server'
import type { Change, Task } from '../../../lib/tasks/task'
import { events } from '../../events'

/** A store of tasks in memory, whose reading takes as many turns as a test wants, so that changes fall in between. */
function memory(turns: () => number = () => 1) {
  const rows = new Map<string, Change>()
  const ears = new Set<(change: Change) => void>()
  let rev = 0
  const pass = async () => {
    for (let turn = turns(); turn > 0; turn--) await Promise.resolve()
  }
  const say = (change: Change, id: string) => {
    rows.set(id, change)
    for (const ear of ears) ear(change)
  }
  return {
    reads: 0,
    change: (id: string, progress: number) =>
      say({ rev: ++rev, task: { id, rev, progress, status: 'running' } as Task }, id),
    remove: (id: string) => say({ rev: ++rev, gone: id }, id),
    rows,
    ears,
    rev: async () => rev,
    async since(after: number, limit = 1000) {
      this.reads++
      await pass()
      const all = [...rows.values()].filter((change) => change.rev > after).sort((a, b) => a.rev - b.rev)
      const page = { changes: all.slice(0, limit), more: all.length >= limit }
      await pass()
      return page
    },
    listen(hear: (change: Change) => void) {
      ears.add(hear)
      return () => void ears.delete(hear)
    },
  }
}

const seeded = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}

test('whoever joins while changes happen hears the last state of every task', async () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = seeded(seed)
    const store = memory(() => Math.floor(random() * 6))
    const stream = openStream(store)
    const ids = Array.from({ length: 12 }, (_, at) => `task-${at}`)
    for (let at = 0; at < 40; at++) store.change(ids[Math.floor(random() * 12)] ?? '', at)
    const after = Math.floor(random() * 40)
    const wanted = new Map([...store.rows].filter(([, change]) => change.rev > after))

    const leaving = new AbortController()
    const heard = new Map<string, number>()
    const reading = (async () => {
      for await (const { data } of events(stream.open(after, leaving.signal))) heard.set(data.id, data.rev)
    })()
    for (let at = 0; at < 60; at++) {
      const id = ids[Math.floor(random() * 12)] ?? ''
      if (random() < 0.1) store.remove(id)
      else store.change(id, at)
      const change = store.rows.get(id)
      if (change) wanted.set(id, change)
      for (let turn = Math.floor(random() * 8); turn > 0; turn--) await Promise.resolve()
    }
    await expect
      .poll(() => [...wanted].filter(([id, change]) => heard.get(id) !== change.rev).map(([id]) => id), {
        intervals: [2],
      })
      .toEqual([])
    leaving.abort()
    await reading
  }
})

test('a slow reader keeps no more than a little in memory, and still ends up with every last state', async () => {
  const store = memory()
  const stream = openStream(store)
  const leaving = new AbortController()
  const body = stream.open(0, leaving.signal)
  const ids = Array.from({ length: 300 }, (_, at) => `task-${at}-${'x'.repeat(2000)}`)
  for (let round = 0; round < 20; round++) {
    for (const id of ids) store.change(id, round)
    await new Promise((turn) => setImmediate(turn))
  }
  const heard = new Map<string, number>()
  let bytes = 0
  for await (const { data } of events(body)) {
    heard.set(data.id, data.rev)
    bytes += 2000
    if ([...store.rows].every(([id, change]) => heard.get(id) === change.rev)) break
  }
  // 6,000 changes happened; a reader that was not there for them gets each task about once.
  expect(bytes).toBeLessThan(6000 * 2000 * 0.5)
  leaving.abort()
})

test('a revision of another life is answered with a reset', async () => {
  const store = memory()
  store.change('a', 1)
  const stream = openStream(store)
  const leaving = new AbortController()
  for await (const heard of events(stream.open(999, leaving.signal))) {
    expect(heard).toMatchObject({ id: 1, event: 'reset', data: { rev: 1 } })
    break
  }
})

test('one reading of the store serves all who listen, and nobody listening means no ear in the store', async () => {
  const store = memory()
  const stream = openStream(store)
  const bodies = Array.from({ length: 100 }, () => stream.open(undefined, new AbortController().signal))
  const hearing = bodies.map(async (body) => {
    for await (const heard of events(body)) return heard.data.progress
  })
  await new Promise((turn) => setImmediate(turn))
  expect(store.ears.size).toBe(1)
  store.change('a', 0.5)
  expect(await Promise.all(hearing)).toEqual(Array.from({ length: 100 }, () => 0.5))
  expect(store.reads).toBe(0)
  expect(stream.listeners).toBe(0)
  expect(store.ears.size).toBe(0)
})

test('closing the studio ends every stream', async () => {
  const stream = openStream(memory())
  const bodies = [0, undefined, 0].map((after) => stream.open(after, new AbortController().signal))
  const ends = bodies.map(async (body) => {
    for await (const _ of body);
    return 'ended'
  })
  stream.close()
  expect(await Promise.all(ends)).toEqual(['ended', 'ended', 'ended'])
})

test('a reader that is already gone leaves nothing behind', () => {
  const stream = openStream(memory())
  stream.open(undefined, AbortSignal.abort())
  expect(stream.listeners).toBe(0)
})
