import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { type Database, openDatabase } from '../../../lib/db/client.server'
import { StudioError } from '../../../lib/errors'
import { priceOfFaces } from '../../../lib/models/asking'
import { type Ledger, openLedger } from '../../../lib/tasks/ledger.server'
import { used } from '../../../lib/tasks/room'
import type { Order } from '../../../lib/tasks/row.server'
import { openTasks, type TaskStore } from '../../../lib/tasks/store.server'
import { freshFolder } from '../../folder'

test.describe.configure({ mode: 'serial' })

let folder: string
let database: Database
let tasks: TaskStore
let ledger: Ledger
test.beforeAll(async () => {
  folder = await freshFolder()
  database = await openDatabase({ DATA_DIR: folder })
  tasks = await openTasks(database)
  ledger = openLedger(database)
})
test.afterAll(async () => {
  await tasks.close()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const order = (amount?: number, more: Partial<Order> = {}): Order => ({
  provider: 'runware',
  model: 'klingai:kling-video@3-pro',
  workflow: 'text-to-video',
  input: { prompt: 'A harbour at dawn', duration: 5 },
  ...(amount === undefined ? {} : { estimate: { amount, currency: 'USD' } }),
  ...more,
})
const told = (promise: Promise<unknown>) =>
  promise.then(
    () => 'placed',
    (error: { code: string }) => error.code,
  )

test('what is on its way counts at its estimate, what was billed at its bill, what was never billed at nothing', async () => {
  const { task: billed } = await tasks.add(order(1))
  await tasks.move(billed.id, 'queued', 'starting')
  await tasks.move(billed.id, 'starting', 'running')
  await tasks.move(billed.id, 'running', 'saving', { cost: { amount: 1.25, currency: 'USD' } })
  await tasks.move(billed.id, 'saving', 'done')
  await tasks.add(order(2))
  const { task: stopped } = await tasks.add(order(4))
  await tasks.move(stopped.id, 'queued', 'cancelled')
  const { task: refused } = await tasks.add(order(8))
  await tasks.move(refused.id, 'queued', 'starting')
  await tasks.move(refused.id, 'starting', 'failed', {
    error: { code: 'invalid', message: 'no', retryable: false, billed: false },
  })
  await tasks.add(order(undefined))
  await tasks.add(order(0, { provider: 'local', model: 'animatic' }))
  expect((await ledger.spent()).day).toEqual({ billed: 1.25, inFlight: 2, units: 0, worth: 0, unknown: 1 })
})

test('of many orders at once, only as many are placed as fit under the cap', async () => {
  await ledger.setCaps({ day: 6.25, month: null, unpriced: false })
  const answers = await Promise.all(Array.from({ length: 6 }, () => told(tasks.add(order(1)))))
  expect(answers.filter((one) => one === 'placed')).toHaveLength(3)
  expect(answers.filter((one) => one === 'over-cap')).toHaveLength(3)
  expect((await ledger.spent()).day.inFlight).toBe(5)
})

test('an order whose film is not coming holds nothing of the caps, until a new film of the shot wakes it', async () => {
  const storyboardId = randomUUID()
  const spent = async () => (await ledger.spent()).day.inFlight
  const before = await spent()
  const first = order(1, { id: randomUUID(), storyboardId, shotIds: ['a'] })
  const waits = order(2, { storyboardId, shotIds: ['b'], after: { task: first.id ?? '', shot: 'a' } })
  await ledger.setCaps({ day: null, month: null, unpriced: false })
  const [, added] = await tasks.addAll([first, waits])
  await tasks.move(first.id ?? '', 'queued', 'cancelled')
  expect(await spent()).toBe(before + 2)
  const id = added?.task.id ?? ''
  await tasks.outlook({ id, before: first.id ?? '', lost: true, note: 'gone' })
  expect(await spent()).toBe(before)
  // Woken, it costs again: both must fit.
  const anew = () => order(1, { storyboardId, shotIds: ['a'] })
  await ledger.setCaps({ day: used((await ledger.spent()).day) + 2, month: null, unpriced: false })
  expect(await told(tasks.add(anew()))).toBe('over-cap')
  expect((await tasks.get(id)).after).toMatchObject({ task: first.id, lost: true })
  await ledger.setCaps({ day: used((await ledger.spent()).day) + 3, month: null, unpriced: false })
  const { task } = await tasks.add(anew())
  expect((await tasks.get(id)).after).toEqual({ task: task.id, shot: 'a' })
  expect(await spent()).toBe(before + 3)
  for (const one of [id, task.id]) await tasks.move(one, 'queued', 'cancelled')
  for (const one of [id, task.id, first.id ?? '']) await tasks.remove(one)
})

test('several orders together are placed all or none', async () => {
  await ledger.setCaps({ day: 8.25, month: null, unpriced: false })
  const { items: before } = await tasks.list({ limit: 100 })
  expect(await told(tasks.addAll([order(1), order(1), order(1)]))).toBe('over-cap')
  expect((await tasks.list({ limit: 100 })).items).toHaveLength(before.length)
  expect(await told(tasks.addAll([order(1), order(1)]))).toBe('placed')
})

test('an order that stands already is answered also when the cap is reached since', async () => {
  await ledger.setCaps({ day: null, month: null, unpriced: false })
  const id = '0b8e1d6a-2f0c-4c56-9d3e-7a1f4d2b6c90'
  expect(await told(tasks.add(order(1, { id })))).toBe('placed')
  await ledger.setCaps({ day: 0, month: 0, unpriced: false })
  expect(await told(tasks.add(order(1, { id })))).toBe('placed')
  expect(await told(tasks.add(order(1)))).toBe('over-cap')
  expect(await told(tasks.add(order(0, { provider: 'local', model: 'animatic' })))).toBe('placed')
})

test('a film that is removed was paid all the same; what was never billed leaves nothing', async () => {
  await ledger.setCaps({ day: null, month: null, unpriced: false })
  const since = new Date(Date.now() - 86_400_000).toISOString()
  const before = [await ledger.spent(), await ledger.lines('model', since), await ledger.lines('day', since)]
  const { items } = await tasks.list({ limit: 100, status: ['done', 'failed', 'cancelled'] })
  expect(items.map(({ status }) => status).sort()).toEqual(['cancelled', 'done', 'failed'])
  for (const { id } of items) await tasks.remove(id)
  expect([await ledger.spent(), await ledger.lines('model', since), await ledger.lines('day', since)]).toEqual(before)
})

test('the ledger adds up by day, model and storyboard', async () => {
  const since = new Date(Date.now() - 86_400_000).toISOString()
  const [day, ...more] = await ledger.lines('day', since)
  expect(more).toEqual([])
  expect(day).toMatchObject({ billed: 1.25, unknown: 1 })
  const [model] = await ledger.lines('model', since)
  expect(model).toMatchObject({ key: 'runware klingai:kling-video@3-pro', billed: 1.25, orders: day?.orders })
  expect((await ledger.lines('storyboard', since)).map(({ key }) => key)).toEqual([''])
})

test('units of a pack are told as units; a cap in dollars counts what they were estimated at', async () => {
  await ledger.setCaps({ day: null, month: null, unpriced: false })
  const before = (await ledger.spent()).day
  const { task } = await tasks.add(order(0.42, { provider: 'kling', model: 'kling-v3' }))
  await tasks.move(task.id, 'queued', 'starting')
  await tasks.move(task.id, 'starting', 'running')
  await tasks.move(task.id, 'running', 'saving', { cost: { amount: 3, currency: 'units' } })
  await tasks.move(task.id, 'saving', 'done')
  const { day } = await ledger.spent()
  expect([day.billed, day.inFlight, day.unknown]).toEqual([before.billed, before.inFlight, before.unknown])
  expect([day.units, day.worth]).toEqual([3, 0.42])
  const room = day.billed + day.inFlight + day.worth + 0.5
  await ledger.setCaps({ day: room, month: null, unpriced: false })
  expect(await told(tasks.add(order(0.6)))).toBe('over-cap')
  expect(await told(tasks.add(order(0.4)))).toBe('placed')
})

test('a question that costs something is in the ledger whatever comes of it, counts under the caps before it is asked, and not at all when it was never sent', async () => {
  await ledger.setCaps({ day: null, month: null, unpriced: false })
  const price = { model: 'kling-lip-sync', amount: 0.05, currency: 'units', worth: 0.007 }
  const units = async () => (await ledger.spent()).day.units
  const before = await units()
  expect(await ledger.charge('kling', price, async () => 'seen')).toBe('seen')
  const failing = (code: 'provider' | 'invalid') =>
    told(ledger.charge('kling', price, () => Promise.reject(new StudioError(code, 'No.'))))
  expect(await failing('provider')).toBe('provider')
  expect(await units()).toBeCloseTo(before + 0.1, 6)
  expect(await failing('invalid')).toBe('invalid')
  expect(await units()).toBeCloseTo(before + 0.1, 6)
  const since = new Date(Date.now() - 86_400_000).toISOString()
  const [line] = (await ledger.lines('model', since)).filter(({ key }) => key === 'kling kling-lip-sync')
  expect(line).toMatchObject({ orders: 2, worth: 0.014 })
  await ledger.setCaps({ day: used((await ledger.spent()).day), month: null, unpriced: false })
  let asked = false
  const said = await told(
    ledger.charge('kling', price, async () => {
      asked = true
    }),
  )
  expect([said, asked]).toEqual(['over-cap', false])
  expect(await units()).toBeCloseTo(before + 0.1, 6)
  expect(priceOfFaces('kling')).toEqual(price)
  expect(priceOfFaces('runware')).toBeUndefined()
})
