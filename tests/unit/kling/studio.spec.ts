// The worker, the library and the fake together: queues in order, pauses with a word, results in our own storage.
import { createServer } from 'node:http'
import { expect, test } from '@playwright/test'
import { isEnd } from '../../../lib/tasks/task'
import { type Fake, startFake } from '../../fakes/kling/server'
import { sent, withKey, words } from './desk'
import { type House, openHouse } from './house'

let fake: Fake
let house: House
async function open(options: Parameters<typeof startFake>[0], env: Record<string, string> = {}) {
  fake = await startFake(options)
  house = await openHouse({ ...withKey(fake), ...env })
}
test.afterEach(async () => {
  await house.close()
  await fake.stop()
})
const film = () => house.order()
/** Kept in no time, where many are made. */
const still = () => house.order({ prompt: 'A boat', resolution: '1k' }, 'kling-v3-image', 'text-to-image')
const many = async (count: number, make = film) => {
  const all = []
  for (let at = 0; at < count; at += 1) all.push(await make())
  return all.map(({ id }) => id)
}

test('thirty orders before an account of five: each is taken once, in order, and the rest are told why they wait', async () => {
  // Thirty of anything take long where everything else runs beside them.
  test.slow()
  await open({ runMs: 'held', parallel: { image: 5 } })
  const ids = await many(30, still)
  const last = await house.until(ids[29] ?? '', ({ note }) => note !== undefined)
  expect(last).toMatchObject({
    status: 'queued',
    note: expect.stringContaining('parallel task over resource pack limit'),
  })
  const finish = setInterval(() => void fake.service.finish(), 300)
  // What is made is fetched beside it, and that takes its time.
  const made = await Promise.all(ids.map((id) => house.until(id, ({ status }) => status === 'saving' || isEnd(status))))
  clearInterval(finish)
  expect(made.flatMap(({ status, error }) => (status === 'saving' || status === 'done' ? [] : [error]))).toEqual([])
  expect(fake.service.taken).toEqual(ids)
  expect(fake.bought()).toBe(30)
  // What is full is not asked again and again: the limit was learnt.
  const full = sent(fake).filter(({ code }) => code === 1303).length
  expect(full).toBeLessThan(15)
})

test('an order whose first send was lost and that finds no room then waits in its old place', async () => {
  await open({ runMs: 'held', parallel: { image: 1 } })
  const [first] = await many(1, still)
  await house.until(first ?? '', ({ status }) => status === 'running')
  fake.fault({ does: 'drop', when: 'before' })
  const rest = await many(2, still)
  const told = ({ status, note }: { status: string; note?: string | undefined }) =>
    status === 'queued' && note !== undefined && note.includes('parallel task over resource pack limit')
  await house.until(rest[0] ?? '', told)
  const finish = setInterval(() => void fake.service.finish(), 300)
  const ends = await Promise.all([first ?? '', ...rest].map((id) => house.ended(id)))
  clearInterval(finish)
  expect(ends.map(({ status }) => status)).toEqual(Array(3).fill('done'))
  expect(fake.service.taken).toEqual([first, ...rest])
})

test('an account that others fill is asked again ever more seldom, and nobody passes the first', async () => {
  await open({ runMs: 50 })
  fake.fault({ does: 'code', code: 1303, times: 3 })
  const ids = await many(3)
  const ends = await Promise.all(ids.map((id) => house.ended(id)))
  expect(ends.map(({ status }) => status)).toEqual(['done', 'done', 'done'])
  expect(fake.service.taken).toEqual(ids)
  const tries = sent(fake).slice(0, 4)
  expect(tries.map(({ body }) => body.external_task_id)).toEqual(Array(4).fill(ids[0]))
  const gaps = tries.slice(1).map(({ at }, before) => at - (tries[before]?.at ?? 0))
  for (const [at, least] of [900, 1_800, 3_500].entries()) expect(gaps[at]).toBeGreaterThan(least)
})

test('pictures do not wait for films: each kind of pack has its own queue', async () => {
  await open({ runMs: 'held', parallel: { video: 1 } })
  const [first, second] = await many(2)
  await house.until(first ?? '', ({ status }) => status === 'running')
  await house.until(second ?? '', ({ note }) => note !== undefined)
  const picture = await still()
  await house.until(picture.id, ({ status }) => status === 'running')
  expect((await house.tasks.get(second ?? '')).status).toBe('queued')
})

test('a pack that is used up pauses Kling and says so; nothing is sent until a person resumes', async () => {
  await open({ runMs: 50 })
  fake.fault({ does: 'code', code: 1102 })
  const ids = await many(3)
  const waiting = await Promise.all(
    ids.map((id) => house.until(id, ({ status, note }) => status === 'queued' && note !== undefined)),
  )
  for (const { note } of waiting) expect(note).toContain('Account balance not enough. Buy or renew a resource pack')
  expect(sent(fake)).toHaveLength(1)
  expect(house.worker().pauses().get('kling')).toContain('resource pack')
  await house.worker().resume('kling')
  expect((await Promise.all(ids.map((id) => house.ended(id)))).map(({ status }) => status)).toEqual([
    'done',
    'done',
    'done',
  ])
  expect(fake.service.taken).toEqual(ids)
})

test('a lost reply, and a studio that stops in the middle: bought once, and the film is ours with its units', async () => {
  await open({ runMs: 400 })
  fake.fault({ does: 'drop', when: 'after' })
  const { id } = await house.order({ ...words, watermark: true })
  await house.until(id, ({ status }) => status === 'running')
  await house.restart()
  const { status, outputs, cost } = await house.ended(id)
  expect([status, outputs.map(({ kind }) => kind)]).toEqual(['done', ['video', 'video']])
  expect(cost).toEqual({ amount: 3, currency: 'units' })
  expect([fake.bought(), fake.service.arrivals.get(id)]).toEqual([1, 1])
})

test('what Kling made is known by Kling’s id, so that it can be made longer without being sent', async () => {
  await open({ runMs: 50 })
  const { id } = await house.order()
  const { outputs } = await house.ended(id)
  const longer = await house.order({ sourceVideo: { asset: outputs[0]?.id ?? '' } }, 'kling-video-extend', 'extend')
  expect((await house.ended(longer.id)).status).toBe('done')
  const made = [...fake.service.orders.values()][0]?.made[0]
  expect(sent(fake).at(-1)?.body).toMatchObject({ video_id: made })
})

test('cancelling says the truth: Kling runs on and may bill', async () => {
  await open({ runMs: 'held' })
  const { id } = await house.order()
  await house.until(id, ({ status }) => status === 'running')
  await house.worker().cancel(id)
  const end = await house.ended(id)
  expect([end.status, end.note]).toEqual(['cancelled', 'Kling cannot cancel; it may still be billed.'])
  expect(fake.service.running('video')).toBe(1)
})

test('a result that has expired fails its task and keeps what it cost', async () => {
  await open({ runMs: 20, keepMs: -1 })
  const { id } = await house.order()
  expect(await house.ended(id)).toMatchObject({
    status: 'failed',
    cost: { amount: 3, currency: 'units' },
    error: { code: 'not-kept' },
  })
})

test('callbacks make the worker look at once, and then it looks seldom', async () => {
  const calls: string[] = []
  const receiver = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://127.0.0.1')
    const id = url.pathname.split('/').at(-1) ?? ''
    house
      .worker()
      .hint(id, url.searchParams.get('token') ?? '')
      .then((heard) => {
        calls.push(`${id} ${heard}`)
        response.writeHead(heard ? 204 : 404).end()
      })
  })
  await new Promise<void>((ready) => receiver.listen(0, '127.0.0.1', ready))
  const address = receiver.address()
  await open({ runMs: 'held' }, { PUBLIC_URL: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}` })
  const { id } = await house.order()
  await house.until(id, ({ status }) => status === 'running')
  await fake.service.finish(id)
  expect((await house.ended(id)).status).toBe('done')
  await expect.poll(() => calls).toContain(`${id} true`)
  receiver.closeAllConnections()
  receiver.close()
})
