// Orders of several results: kept as they come, billed once, and one may fail without the others.
import { expect, test } from '@playwright/test'
import type { Progress, Ticket } from '../../../lib/providers/provider'
import { runware } from '../../../lib/providers/runware'
import { type Fake, startFake } from '../../fakes/runware/server'
import { type Desk, desk, order, words } from './desk'

let fake: Fake
let io: Desk
async function fresh(options: Parameters<typeof startFake>[0]) {
  await fake?.stop()
  fake = await startFake(options)
  io = await desk(fake)
}
test.beforeEach(() => fresh({ runMs: 10 }))
test.afterEach(() => fake.stop())

const recalled = async (one = order()) => runware.recall?.(one, io)
const only = async (ticket: Ticket): Promise<Progress> => {
  const [one] = await runware.check([ticket], io)
  if (!one) throw new Error('no answer')
  return one
}

test('several results come as they are made, and their cost is summed', async () => {
  await fresh({ runMs: 'held' })
  const ticket = await runware.start(order({ ...words, numberResults: 3 }), io)
  const { uuid } = ticket as { uuid: string }
  await fake.service.finish(uuid, 1)
  const first = await only(ticket)
  expect([first.state, first.results?.length, first.cost?.amount]).toEqual(['running', 1, 0.42])
  await fake.service.finish(uuid)
  const all = await only(ticket)
  expect([all.state, all.results?.length, all.cost?.amount]).toEqual(['done', 3, 1.26])
  expect(all.results?.[0]).toEqual(first.results?.[0])
})

test('a result that was found on recalling and is said again is billed once', async () => {
  await fresh({ runMs: 'held' })
  const one = order({ ...words, numberResults: 2 })
  await runware.start(one, io)
  await fake.service.finish(one.name, 1)
  const found = (await recalled(one)) as Ticket
  expect(found.items).toHaveLength(1)
  await fake.service.finish(one.name)
  const end = await only(found)
  expect([end.state, end.results?.length, end.cost?.amount]).toEqual(['done', 2, 0.84])
})

test('a number of results that an import carried along counts too', async () => {
  const one = order({ ...words, extra: { numberResults: 2 } })
  expect(await runware.start(one, io)).toMatchObject({ results: 2 })
})

test('one of three results fails: the others are kept', async () => {
  await fresh({ runMs: 'held' })
  fake.fault({ does: 'fail', only: 1, code: 'inferenceError', message: 'It broke.' })
  const ticket = await runware.start(order({ ...words, numberResults: 3 }), io)
  const { uuid } = ticket as { uuid: string }
  await fake.service.finish(uuid, 2)
  expect(await only(ticket)).toMatchObject({ state: 'running', results: [{}] })
  await fake.service.finish(uuid)
  const end = await only(ticket)
  expect(end).toMatchObject({ state: 'failed', error: { code: 'inferenceError', retryable: true } })
  expect(end.results).toHaveLength(2)
  expect(end.error?.message).toContain('2 of 3 results arrived')
})
