import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { fits, placed, type TaskFilter, type TaskList, tasksIn } from '../../../lib/api/lists'
import { type Shape, shapes } from '../../../lib/tasks/shape'
import type { Change, Status, Task } from '../../../lib/tasks/task'

const born = Date.parse('2026-11-20T10:00:00.000Z')

/** Task number `n` is the nth that was made, a second after the one before. */
const made = (n: number, rev: number, status: Status = 'queued', more: Partial<Task> = {}) =>
  ({
    id: `t${n}`,
    rev,
    status,
    input: { prompt: 'a fox' },
    outputs: [],
    createdAt: new Date(born + n * 1000).toISOString(),
    ...more,
  }) as Task

const sides: Record<Shape, { width: number; height: number }> = {
  landscape: { width: 1280, height: 720 },
  portrait: { width: 720, height: 1280 },
  square: { width: 720, height: 720 },
}
const output = (shape: Shape) => sides[shape] as Task['outputs'][number]

/** What the server answers: pages of the tasks that the filter leaves. */
function listed(tasks: Iterable<Task>, filter: TaskFilter, pages: number, size = 3, rev = 0): TaskList {
  const order = filter.order === 'oldest' ? 1 : -1
  const all = [...tasks]
    .filter((task) => fits(task, filter))
    .sort((a, b) => order * (Date.parse(a.createdAt) - Date.parse(b.createdAt)))
  const cut = Array.from({ length: pages }, (_, at) => ({
    items: all.slice(at * size, (at + 1) * size),
    nextCursor: all.length > (at + 1) * size ? String(at) : null,
    rev,
  }))
  const last = cut.findIndex(({ nextCursor }) => nextCursor === null)
  const kept = last < 0 ? cut : cut.slice(0, last + 1)
  return { pages: kept, pageParams: kept.map((_, at) => String(at)) }
}

test('a list that is kept true by changes is the list that the server would answer', () => {
  const states: Status[] = ['queued', 'running', 'done']
  const step = fc.record({
    n: fc.nat(20),
    what: fc.constantFrom<(Status | 'gone')[]>('queued', 'running', 'done', 'gone'),
    star: fc.boolean(),
    shape: fc.constantFrom(...shapes),
  })
  type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
  const filters = fc.record(
    {
      status: fc.subarray(states, { minLength: 1 }),
      order: fc.constantFrom('newest' as const, 'oldest' as const),
      star: fc.constant('only' as const),
      shape: fc.constantFrom(...shapes),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(
      filters,
      fc.array(step, { maxLength: 30 }),
      fc.array(step, { maxLength: 30 }),
      (filter, before, after) => {
        let rev = 0
        const world = new Map<string, Task>()
        const act = ({ n, what, star, shape }: Step): Change => {
          rev++
          if (what === 'gone') {
            world.delete(`t${n}`)
            return { rev, gone: `t${n}` }
          }
          const task = made(n, rev, what, { outputs: [output(shape)], ...(star ? { star } : {}) })
          world.set(task.id, task)
          return { rev, task }
        }
        for (const one of before) act(one)
        const list = listed(world.values(), filter, 100)
        const changes = after.map(act)
        const kept = placed(list, filter, changes)
        const wanted = tasksIn(listed(world.values(), filter, 100))
        expect(tasksIn(kept).map(({ id, rev }) => [id, rev])).toEqual(wanted.map(({ id, rev }) => [id, rev]))
      },
    ),
  )
})

test('a task of a page that was not read yet waits for that page', () => {
  const world = [9, 8, 7, 6, 5, 4, 2, 1].map((n) => made(n, n))
  const list = listed(world, {}, 2)
  expect(tasksIn(list).map(({ id }) => id)).toEqual(['t9', 't8', 't7', 't6', 't5', 't4'])
  expect(placed(list, {}, [{ rev: 30, task: made(3, 30) }])).toBe(list)
  const newer = placed(list, {}, [{ rev: 31, task: made(10, 31) }])
  expect(tasksIn(newer)[0]?.id).toBe('t10')
})

test('what is older than what is known changes nothing', () => {
  const list = listed([made(1, 5, 'done')], {}, 1)
  expect(placed(list, {}, [{ rev: 4, task: made(1, 4, 'running') }])).toBe(list)
  expect(placed(list, {}, [{ rev: 4, gone: 't1' }])).toBe(list)
  expect(placed(list, {}, [{ rev: 9, gone: 't77' }])).toBe(list)
})

test('a task that no longer fits its filter leaves the list, and one that now fits joins it', () => {
  const filter: TaskFilter = { status: ['running'] }
  const list = listed([made(1, 1, 'running'), made(2, 2, 'running')], filter, 1)
  const after = placed(list, filter, [
    { rev: 3, task: made(1, 3, 'done') },
    { rev: 4, task: made(3, 4, 'running') },
  ])
  expect(tasksIn(after).map(({ id }) => id)).toEqual(['t3', 't2'])
})

test('a star given elsewhere brings a take into its list and one taken away takes it out, in either order', () => {
  const star = true
  for (const order of ['newest', 'oldest'] as const) {
    const filter: TaskFilter = { star: 'only', order }
    const list = listed([made(1, 1, 'done', { star }), made(2, 2, 'done'), made(3, 3, 'done', { star })], filter, 1)
    const more = placed(list, filter, [{ rev: 4, task: made(2, 4, 'done', { star }) }])
    const wanted = ['t1', 't2', 't3']
    expect(tasksIn(more).map(({ id }) => id)).toEqual(order === 'oldest' ? wanted : wanted.toReversed())
    const less = placed(more, filter, [{ rev: 5, task: made(1, 5, 'done') }])
    expect(tasksIn(less).map(({ id }) => id)).not.toContain('t1')
    expect(placed(less, filter, [{ rev: 6, task: made(9, 6, 'done') }])).toBe(less)
  }
})

test('a take is listed by the shape of its order until it is made, and then by what came out', () => {
  const filter: TaskFilter = { shape: 'landscape' }
  const asked = { input: { prompt: 'a fox', aspectRatio: '16:9' } }
  const list = placed(listed([], filter, 1), filter, [
    { rev: 1, task: made(1, 1, 'queued', asked) },
    { rev: 2, task: made(2, 2, 'queued', asked) },
    { rev: 3, task: made(3, 3, 'queued', { input: { prompt: 'as its picture' } }) },
  ])
  expect(tasksIn(list).map(({ id }) => id)).toEqual(['t2', 't1'])
  const after = placed(list, filter, [
    { rev: 4, task: made(2, 4, 'done', { ...asked, outputs: [output('square')] }) },
    { rev: 5, task: made(3, 5, 'done', { outputs: [output('landscape')] }) },
  ])
  expect(tasksIn(after).map(({ id }) => id)).toEqual(['t3', 't1'])
})

test('all parts of a filter must hold at once', () => {
  const filter: TaskFilter = {
    star: 'only',
    shape: 'portrait',
    storyboardId: 'b',
    provider: 'local',
    model: 'animatic',
    status: ['done'],
    unknown: 'without',
    q: 'fox',
  }
  const fitting: Partial<Task> = {
    star: true,
    outputs: [output('portrait')],
    storyboardId: 'b',
    provider: 'local',
    model: 'animatic',
  }
  expect(fits(made(1, 1, 'done', fitting), filter)).toBe(true)
  const others: Partial<Task>[] = [
    { star: false },
    { outputs: [output('square')] },
    { storyboardId: 'c' },
    { provider: 'kling' },
    { model: 'other' },
    { status: 'running' },
    { input: { prompt: 'a hare' } },
  ]
  for (const other of others)
    expect(fits(made(1, 1, 'done', { ...fitting, ...other }), filter), JSON.stringify(other)).toBe(false)
})

test('a search needs all of its words, in any prompt and any case', () => {
  const task = {
    ...made(1, 1),
    input: {
      negativePrompt: 'Rain',
      shots: [
        { prompt: 'A Fox', duration: 3 },
        { prompt: 'at DAWN', duration: 3 },
      ],
    },
  } as Task
  for (const q of ['fox', 'FOX dawn', 'rain  fox', '']) expect(fits(task, { q }), q).toBe(true)
  expect(fits(task, { q: 'fox snow' })).toBe(false)
})

test('pages that no change touches stay the same objects, so a list of thousands is cheap to keep', () => {
  const world = Array.from({ length: 5000 }, (_, n) => made(n, n + 1))
  const list = listed(world, {}, 50, 100)
  const after = placed(list, {}, [{ rev: 6000, task: made(2500, 6000, 'done') }])
  expect(after.pages.filter((page, at) => page !== list.pages[at]).length).toBe(1)
})
