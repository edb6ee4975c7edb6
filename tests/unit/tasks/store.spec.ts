import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { type Database, openDatabase } from '../../../lib/db/client.server'
import { StudioError } from '../../../lib/errors'
import type { Asset } from '../../../lib/media/asset'
import type { Input } from '../../../lib/models/input'
import type { Order } from '../../../lib/tasks/row.server'
import { shapeOf, shapes } from '../../../lib/tasks/shape'
import { openTasks, type TaskStore } from '../../../lib/tasks/store.server'
import type { Change, Status } from '../../../lib/tasks/task'
import { freshFolder } from '../../folder'

test.describe.configure({ mode: 'serial' })

let folder: string
let database: Database
let tasks: TaskStore
test.beforeAll(async () => {
  folder = await freshFolder()
  database = await openDatabase({ DATA_DIR: folder })
  tasks = await openTasks(database)
})
test.afterAll(async () => {
  await tasks.close()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const order = (more: Partial<Order> = {}): Order => ({
  provider: 'local',
  model: 'animatic',
  workflow: 'text-to-video',
  input: { prompt: 'A harbour at dawn', duration: 5 },
  ...more,
})
const file = (id: string): Asset => ({
  id,
  kind: 'video',
  mime: 'video/mp4',
  bytes: 1,
  name: `${id}.mp4`,
  sha256: id,
  url: `/api/media/${id}`,
  createdAt: new Date().toISOString(),
})
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing',
    (error: unknown) => (error instanceof StudioError ? error.code : String(error)),
  )
async function walk(id: string, ...steps: Status[]) {
  let at: Status = 'queued'
  for (const to of steps) {
    expect(await tasks.move(id, at, to)).toMatchObject({ status: to })
    at = to
  }
}

test('the same id and order again is the same task, whatever the order of its keys', async () => {
  const id = randomUUID()
  const first = await tasks.add(order({ id, input: { prompt: 'p', duration: 5 } }))
  const again = await tasks.add(order({ id, input: { duration: 5, prompt: 'p' } }))
  expect(first.created).toBe(true)
  expect(again).toEqual({ task: first.task, created: false })
  expect(await code(tasks.add(order({ id, input: { duration: 5, prompt: 'q' } })))).toBe('conflict')
})

test('twenty of the same id at once make one task', async () => {
  const id = randomUUID()
  const added = await Promise.all(Array.from({ length: 20 }, () => tasks.add(order({ id }))))
  expect(added.filter(({ created }) => created)).toHaveLength(1)
  expect(new Set(added.map(({ task }) => task.rev)).size).toBe(1)
})

test('several orders are admitted together or not at all', async () => {
  const taken = randomUUID()
  const fresh = randomUUID()
  await tasks.add(order({ id: taken }))
  const both = [order({ id: fresh }), order({ id: taken, model: 'another' })]
  expect(await code(tasks.addAll(both))).toBe('conflict')
  expect(await tasks.find(fresh)).toBeUndefined()
})

test('an unset column is left out of the Task, and times are ISO', async () => {
  const { task } = await tasks.add(order())
  expect(Object.keys(task).sort()).toEqual(
    [
      'createdAt',
      'id',
      'input',
      'kind',
      'model',
      'outputs',
      'provider',
      'rev',
      'status',
      'updatedAt',
      'workflow',
    ].sort(),
  )
  expect(new Date(task.createdAt).toISOString()).toBe(task.createdAt)
})

test('a task moves only along the table of moves, and only from where it stands', async () => {
  const { task } = await tasks.add(order())
  await expect(async () => tasks.move(task.id, 'queued', 'done')).rejects.toThrow('cannot go from queued to done')
  expect(await tasks.move(task.id, 'running', 'saving')).toBeUndefined()
  const races = await Promise.all(Array.from({ length: 8 }, () => tasks.move(task.id, 'queued', 'starting')))
  expect(races.filter(Boolean)).toHaveLength(1)
})

test('every change has a higher rev than all before it', async () => {
  const heard: Change[] = []
  const stop = tasks.listen((change) => heard.push(change))
  const { task } = await tasks.add(order())
  await walk(task.id, 'starting', 'running')
  await tasks.touch(task.id, ['running'], { progress: 0.5, note: 'half' })
  await tasks.move(task.id, 'running', 'saving')
  await tasks.deliver(task.id, '0', file('f'))
  await tasks.move(task.id, 'saving', 'done')
  await tasks.remove(task.id)
  stop()
  const revs = heard.map(({ rev }) => rev)
  expect(revs).toEqual([...revs].sort((a, b) => a - b))
  expect(new Set(revs).size).toBe(8)
  expect(heard.at(-1)).toMatchObject({ gone: task.id })
  expect(heard.at(-2)).toMatchObject({ task: { status: 'done', progress: 0.5, outputs: [{ id: 'f' }] } })
})

test('what a list did not show comes after its rev, removals included', async () => {
  const { task: old } = await tasks.add(order())
  await walk(old.id, 'cancelled')
  const { rev } = await tasks.list({ limit: 1 })
  expect((await tasks.since(rev)).changes).toEqual([])
  const { task } = await tasks.add(order())
  await tasks.remove(old.id)
  expect((await tasks.since(rev)).changes).toEqual([
    { rev: task.rev, task },
    { rev: task.rev + 1, gone: old.id },
  ])
})

test('a replay in pages of any size loses nothing, where changes and removals meet too', async () => {
  const from = await tasks.rev()
  const ids: string[] = []
  for (let i = 0; i < 7; i++) ids.push((await tasks.add(order())).task.id)
  for (const id of ids.slice(0, 3)) {
    await walk(id, 'cancelled')
    await tasks.remove(id)
  }
  for (let size = 1; size <= 8; size++) {
    const seen: Change[] = []
    for (let after = from, more = true; more; ) {
      const page = await tasks.since(after, size)
      seen.push(...page.changes)
      more = page.more
      after = page.changes.at(-1)?.rev ?? after
    }
    expect(seen.map((change) => ('gone' in change ? change.gone : change.task.id))).toEqual([
      ...ids.slice(3),
      ...ids.slice(0, 3),
    ])
  }
})

test('pages show every task once, newest first, with the filters kept', async () => {
  const made = await tasks.addAll(Array.from({ length: 5 }, (_, i) => order({ storyboardId: 'b1', shotIds: [`${i}`] })))
  await walk(made[1]?.task.id ?? '', 'cancelled')
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await tasks.list({ storyboardId: 'b1', limit: 2, ...(cursor ? { cursor } : {}) })
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(seen).toEqual(made.map(({ task }) => task.id).reverse())
  expect((await tasks.list({ storyboardId: 'b1', status: ['cancelled', 'done'] })).items).toHaveLength(1)
  expect(await tasks.counts({ storyboardId: 'b1' })).toEqual({ queued: 4, cancelled: 1 })
  expect(await code(tasks.list({ cursor: 'x' }))).toBe('invalid')
})

test('the shape is that of what was made, before that of the order, and the table reads it as the Task does', async () => {
  const storyboardId = 'shapes'
  const asked: Input[] = [
    { width: 1280, height: 720 },
    { width: 720, height: 1280 },
    { width: 720, height: 720 },
    { aspectRatio: '21:9' },
    { aspectRatio: '9:16' },
    { aspectRatio: '1:1' },
    { aspectRatio: 'auto' },
    { aspectRatio: '0:0' },
    { width: 1280 },
    { width: 0, height: 0, aspectRatio: '3:4' },
    {},
  ]
  for (const input of asked) await tasks.add(order({ storyboardId, input }))
  // Asked for wide; its sound has no measure, the film is tall.
  const { task } = await tasks.add(order({ storyboardId, input: { width: 1280, height: 720 } }))
  await walk(task.id, 'starting', 'running', 'saving')
  await tasks.deliver(task.id, 'sound', { ...file('sound'), kind: 'audio' })
  await tasks.deliver(task.id, 'film', { ...file('tall'), width: 720, height: 1280 })
  const all = (await tasks.list({ storyboardId })).items
  expect(all.map(shapeOf).reverse()).toEqual(
    'landscape portrait square landscape portrait square - - - portrait - portrait'
      .split(' ')
      .map((shape) => shapes.find((one) => one === shape)),
  )
  for (const shape of shapes) {
    const wanted = all.filter((one) => shapeOf(one) === shape).map(({ id }) => id)
    expect((await tasks.list({ storyboardId, shape })).items.map(({ id }) => id)).toEqual(wanted)
    expect(Object.values(await tasks.counts({ storyboardId, shape })).reduce((sum, count) => sum + count)).toBe(
      wanted.length,
    )
  }
})

test('takes with a star are listed and counted, and no more once it is taken away; pages go both ways', async () => {
  const storyboardId = 'stars'
  const made = await tasks.addAll(Array.from({ length: 7 }, () => order({ storyboardId })))
  const ids = made.map(({ task }) => task.id)
  const starred = ids.filter((_, at) => at % 2 === 0)
  for (const id of starred) await tasks.touch(id, ['queued'], { star: true })
  for (const way of ['newest', 'oldest'] as const) {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await tasks.list({
        storyboardId,
        star: 'only',
        order: way,
        limit: 2,
        ...(cursor ? { cursor } : {}),
      })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual(way === 'oldest' ? starred : starred.toReversed())
  }
  expect(await tasks.counts({ storyboardId, star: 'only' })).toEqual({ queued: 4 })
  for (const id of starred) await tasks.touch(id, ['queued'], { star: null })
  expect((await tasks.list({ storyboardId, star: 'only' })).items).toEqual([])
})

test('a search looks through the prompts and takes its signs literally', async () => {
  const { task } = await tasks.add(
    order({ input: { shots: [{ prompt: 'Ein Kran, 100% rot', duration: 3 }], prompt: 'Hafen' } }),
  )
  const found = async (q: string) => (await tasks.list({ q })).items.map(({ id }) => id)
  expect(await found('KRAN hafen')).toEqual([task.id])
  expect(await found('100%')).toEqual([task.id])
  expect(await found('100_')).toEqual([])
  expect(await found("'; drop table tasks; --")).toEqual([])
})

test('only an ended task can be removed; its id is never used again', async () => {
  const { task } = await tasks.add(order())
  expect(await code(tasks.remove(task.id))).toBe('conflict')
  await walk(task.id, 'cancelled')
  await tasks.remove(task.id)
  expect(await code(tasks.remove(task.id))).toBe('not-found')
  expect(await code(tasks.add(order({ id: task.id })))).toBe('conflict')
})

test('a file goes with the last task that shows or uses it', async () => {
  const [first, second, third] = await tasks.addAll([
    order(),
    order(),
    order({ input: { prompt: 'x', firstFrame: { asset: 'used' } } }),
  ])
  if (!first || !second || !third) throw new Error('not added')
  for (const { task } of [first, second]) {
    await walk(task.id, 'starting', 'running', 'saving')
    await tasks.deliver(task.id, '0', file('both'))
    await tasks.deliver(task.id, '0', file('both'))
  }
  await tasks.deliver(first.task.id, '1', file('used'))
  await tasks.deliver(first.task.id, '2', file('own'))
  for (const { task } of [first, second]) await tasks.move(task.id, 'saving', 'done')
  expect((await tasks.find(first.task.id))?.outputs.map(({ id }) => id)).toEqual(['both', 'used', 'own'])
  expect((await tasks.remove(first.task.id)).orphans).toEqual(['own'])
  expect((await tasks.remove(second.task.id)).orphans).toEqual(['both'])
})

test('waiting tasks are claimed in their order, no more than may run, and only once', async () => {
  const made = await tasks.addAll(Array.from({ length: 4 }, () => order({ provider: 'openai' })))
  const claims = await Promise.all(
    Array.from({ length: 6 }, () => tasks.agenda.claim({ provider: 'openai', limit: 3 }, 60_000)),
  )
  const ids = claims.flatMap((held) => (held ? [held.task.id] : []))
  expect(ids).toEqual(made.slice(0, 3).map(({ task }) => task.id))
  expect(claims[0]?.task.status).toBe('starting')
  expect(await tasks.agenda.lease('openai', 60_000)).toEqual([])
  await tasks.agenda.wakeAll()
  expect((await tasks.agenda.lease('openai', 60_000)).map(({ task }) => task.id)).toEqual(ids)
  expect(await tasks.agenda.lease('openai', 60_000)).toEqual([])
})

test('an order that goes out is held on to in short terms, and no longer once it has moved on', async () => {
  const { task } = await tasks.add(order({ provider: 'kling' }))
  const held = () => tasks.agenda.lease('kling', 60_000)
  await tasks.agenda.claim({ provider: 'kling', limit: 1 }, 0)
  await tasks.agenda.keep(task.id, 60_000)
  expect(await held()).toEqual([])
  await tasks.note(task.id, { dueIn: 0 })
  expect((await held()).map((one) => one.task.id)).toEqual([task.id])
  await tasks.move(task.id, 'starting', 'running', {}, { dueIn: 0 })
  await tasks.agenda.keep(task.id, 60_000)
  expect((await held()).map((one) => one.task.status)).toEqual(['running'])
})

/** Orders of a board; one that continues another waits for its film. */
function onBoard() {
  const storyboardId = randomUUID()
  return (shotIds: string[], before?: Order) => {
    const shot = before?.shotIds?.at(-1)
    const after = before ? { after: { task: before.id ?? '', ...(shot ? { shot } : {}) } } : {}
    return order({ id: randomUUID(), storyboardId, shotIds, ...after })
  }
}
const read = ({ id = '' }: Order) => tasks.get(id)

test('a waiting order takes up the new film of the shot before it; ordered anew itself, it gives way, so that no shot is bought twice', async () => {
  const on = onBoard()
  const first = on(['a'])
  const waits = on(['b'], first)
  await tasks.addAll([first, waits])
  await walk(first.id ?? '', 'failed')

  const alone = on(['a'])
  await tasks.add(alone)
  expect((await read(waits)).after).toEqual({ task: alone.id, shot: 'a' })
  await walk(alone.id ?? '', 'failed')

  const again = on(['a'])
  const anew = on(['b'], again)
  await tasks.addAll([again, anew])
  expect(await read(waits)).toMatchObject({ status: 'cancelled', note: expect.stringContaining('ordered anew') })
  expect((await read(waits)).startedAt).toBeUndefined()
  await walk(again.id ?? '', 'failed')
  const last = on(['a'])
  await tasks.add(last)
  expect([(await read(anew)).after?.task, (await read(waits)).status]).toEqual([last.id, 'cancelled'])
})

test('an order that waits for a film on its way, and one of which only a part is ordered anew, stay', async () => {
  const on = onBoard()
  const first = on(['a'])
  const waits = on(['b', 'c'], first)
  await tasks.addAll([first, waits])
  await tasks.add(on(['b', 'c']))
  expect((await read(waits)).status).toBe('queued')
  await walk(first.id ?? '', 'failed')
  await tasks.add(on(['b']))
  expect((await read(waits)).status).toBe('queued')
})

test('two orders never wait for each other', async () => {
  const on = onBoard()
  const first = on(['a'])
  const waits = on(['b'], first)
  await tasks.addAll([first, waits])
  await walk(first.id ?? '', 'failed')
  // The board was put in another order meanwhile: now the first shot continues the second.
  const turned = on(['a'], waits)
  await tasks.add(turned)
  expect([(await read(waits)).after?.task, (await read(turned)).after?.task]).toEqual([first.id, waits.id])
})
