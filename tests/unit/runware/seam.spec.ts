// Orders that continue a film: against the fake, with films that can be told apart and pictures compared as pictures.
import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import type { Order } from '../../../lib/tasks/row.server'
import type { Task } from '../../../lib/tasks/task'
import { type Fake, startFake } from '../../fakes/runware/server'
import { bag } from '../../fakes/runware/verdict'
import { made } from '../../media'
import { pro } from './desk'
import { type House, openHouse } from './house'

test.describe.configure({ mode: 'serial' })

let fake: Fake
let house: House
test.beforeAll(async () => {
  fake = await startFake({ runMs: 'held', distinct: { share: 1 / 2 } })
  house = await openHouse(fake)
})
test.afterAll(async () => {
  await house.close()
  await fake.stop()
})
test.afterEach(() => fake.service.faults.clear())

const board = 'board'
const first = (shot: string): Order => ({
  id: randomUUID(),
  provider: 'runware',
  model: pro,
  workflow: 'text-to-video',
  input: { prompt: `Shot ${shot}`, duration: 5, width: 1920, height: 1080 },
  storyboardId: board,
  shotIds: [shot],
})
/** It starts from the film of another order, which ends with that shot. */
const next = (shot: string, before: Order, at?: number): Order => ({
  id: randomUUID(),
  provider: 'runware',
  model: pro,
  workflow: 'image-to-video',
  input: { prompt: `Shot ${shot}`, duration: 5 },
  after: { task: before.id ?? '', shot: before.shotIds?.[0] ?? '', ...(at === undefined ? {} : { at }) },
  storyboardId: board,
  shotIds: [shot],
})
const id = (order: Order) => order.id ?? ''
const until = (order: Order, holds: (task: Task) => boolean) => house.until(id(order), holds)
const running = (order: Order) => until(order, ({ status }) => status === 'running')
const done = (order: Order) => until(order, ({ status }) => status === 'done')
async function finish(order: Order): Promise<Task> {
  await running(order)
  await fake.service.finish(id(order))
  return done(order)
}
const bought = (order: Order) => fake.service.orders.has(id(order))
/** The picture that went out as the first frame of an order. */
function sentFrame(order: Order): Buffer {
  const [frame] = bag(bag(fake.service.orders.get(id(order))?.task).inputs).frameImages as { image: string }[]
  const upload = fake.service.uploads.find(({ ref }) => ref === frame?.image)
  if (!upload) throw new Error('no frame was sent')
  return upload.content
}
/** A frame of a film of ours, by another program. */
async function frameOf({ outputs: [film] }: Task, frame: number): Promise<Buffer> {
  const from = await house.library.path(film?.id ?? '')
  const fine = 'scale=flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp,format=rgb24'
  return made('png', ['-i', from, '-vf', `select=eq(n\\,${frame}),${fine}`, '-frames:v', '1'])
}
/** The mean difference of two pictures, 0..255; of other sizes they are not compared. */
async function apart(a: Buffer, b: Buffer): Promise<number> {
  const [one, two] = await Promise.all([a, b].map((file) => sharp(file).removeAlpha().raw().toBuffer()))
  if (!one || !two || one.length !== two.length) throw new Error('of other sizes')
  return one.reduce((sum, value, at) => sum + Math.abs(value - (two[at] ?? 0)), 0) / one.length
}

test('it waits unplaced, then goes out with exactly the last frame of the film before it', async () => {
  const [a, b, other] = [first('a'), first('b'), first('c')]
  const after = next('d', a)
  await house.tasks.addAll([a, b, after, other])
  await Promise.all([running(a), running(b), running(other)])
  const waits = await until(after, ({ note }) => note !== undefined)
  expect(waits).toMatchObject({ status: 'queued', after: { task: id(a) } })
  expect(bought(after)).toBe(false)
  const ended = await finish(a)
  await running(after)
  expect([...fake.service.orders.keys()].indexOf(id(after))).toBe(3)
  expect(await apart(sentFrame(after), await frameOf(ended, 119))).toBeLessThan(1)
  expect(await apart(sentFrame(after), await frameOf(ended, 60))).toBeGreaterThan(2)
  expect(await apart(sentFrame(after), await frameOf(await finish(b), 119))).toBeGreaterThan(20)
  await finish(other)
  const film = await finish(after)
  expect(film.input.firstFrame).toEqual({ asset: expect.any(String) })
  expect(await house.tasks.uses((film.input.firstFrame as { asset: string }).asset)).toBe(true)
})

test('a frame that was picked is the one that is sent', async () => {
  const a = first('a')
  const after = next('b', a, 2.52)
  await house.tasks.addAll([a, after])
  const ended = await finish(a)
  await running(after)
  expect(await apart(sentFrame(after), await frameOf(ended, 60))).toBeLessThan(1)
  await finish(after)
})

test('a film that fails leaves those that continue it waiting and unpaid; rendered again alone, they go on', async () => {
  fake.fault({ does: 'fail', code: 'providerError', message: 'No luck.' })
  const a = first('a')
  const [after, last] = [next('b', a), first('z')]
  const later = next('c', after)
  await house.tasks.addAll([a])
  await running(a)
  await house.tasks.addAll([after, later, last])
  await fake.service.finish(id(a))
  await until(a, ({ status }) => status === 'failed')
  const told = await until(after, ({ note }) => note?.includes('failed') === true)
  expect(told.status).toBe('queued')
  await finish(last)
  expect([bought(after), bought(later)]).toEqual([false, false])
  const again = first('a')
  await house.tasks.add(again)
  await until(after, (task) => task.after?.task === id(again))
  const ended = await finish(again)
  await running(after)
  expect(await apart(sentFrame(after), await frameOf(ended, 119))).toBeLessThan(1)
  await finish(after)
  await finish(later)
})

test('a restart in between loses nothing and buys nothing twice', async () => {
  const a = first('a')
  const after = next('b', a)
  await house.tasks.addAll([a, after])
  await running(a)
  await house.restart()
  await fake.service.finish(id(a))
  await done(a)
  await running(after)
  await house.restart()
  await finish(after)
  expect([a, after].map((order) => fake.service.arrivals.get(id(order)))).toEqual([1, 1])
})

test('cancelled while it waits it is never placed; without its film it says so', async () => {
  const a = first('a')
  const [after, later] = [next('b', a), next('c', a)]
  await house.tasks.addAll([a, after, later])
  await running(a)
  expect(await house.worker().cancel(id(after))).toMatchObject({ status: 'cancelled' })
  await house.worker().cancel(id(a))
  await until(a, ({ status }) => status === 'cancelled')
  await until(later, ({ note }) => note?.includes('cancelled') === true)
  await house.worker().remove(id(a))
  await until(later, ({ note }) => note?.includes('removed') === true)
  await house.worker().cancel(id(later))
  expect([bought(after), bought(later)]).toEqual([false, false])
})

test('a frame that the model does not take is refused with its measure, and nothing is paid', async () => {
  fake.service.options.distinct = { share: 1 / 8 }
  const a = first('a')
  const after = next('b', a)
  await house.tasks.addAll([a, after])
  await finish(a)
  const refused = await until(after, ({ status }) => status === 'failed')
  expect(refused.error).toMatchObject({ billed: false, issues: [{ path: 'input.firstFrame' }] })
  expect(refused.error?.message).toContain('300 px')
  expect(bought(after)).toBe(false)
})
