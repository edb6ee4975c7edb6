// What becomes of results: kept as they come, asked for again, told with what they cost, and removed.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { expect, test } from '@playwright/test'
import type { Worker } from '../../../lib/worker/worker'
import { type House, openHouse, wordsIn } from './house'

test.describe.configure({ mode: 'serial' })

let house: House
let worker: Worker | undefined
test.beforeAll(async () => {
  house = await openHouse()
})
test.afterEach(async () => {
  await worker?.close()
  worker = undefined
  const { items } = await house.tasks.list({
    status: ['queued', 'starting', 'running', 'saving', 'cancelling'],
    limit: 200,
  })
  expect(items.map(({ status, id }) => [id, status])).toEqual([])
})
test.afterAll(() => house.close())

const { plain, add, one, until } = wordsIn(() => house)

test('several results arrive as they are made, each once', async () => {
  let ready = 1
  const fake = plain(
    {
      check: async (tickets) =>
        tickets.map(({ name }) => ({
          state: ready < 3 ? ('running' as const) : ('done' as const),
          results: fake.filesOf(String(name)).slice(0, ready),
        })),
    },
    3,
  )
  worker = await house.work(fake.provider)
  const id = await one()
  await until(id, 'running', ({ outputs }) => outputs.length === 1)
  ready = 2
  await until(id, 'running', ({ outputs }) => outputs.length === 2)
  ready = 3
  const { outputs } = await until(id, 'done')
  expect(new Set(outputs.map(({ sha256 }) => sha256)).size).toBe(3)
})

test('one result that is gone does not cost the others', async () => {
  const fake = plain(
    {
      check: async (tickets) =>
        tickets.map(({ name }) => ({
          state: 'done' as const,
          cost: { amount: 0.5, currency: 'USD' },
          results: [...fake.filesOf(String(name)), { key: 'gone', path: '/nowhere/film.mp4' }],
        })),
    },
    2,
  )
  worker = await house.work(fake.provider)
  const done = await until(await one(), 'done')
  expect(done.outputs).toHaveLength(2)
  expect(done).toMatchObject({ cost: { amount: 0.5, currency: 'USD' } })
  expect(done.note).toContain('1 of 3 results could not be kept')
})

/** An address that has its file only from the `from`th time on that it is asked for it. */
async function slowAddress(file: string, from: number, status: number) {
  let asked = 0
  const server = createServer((_, response) => {
    asked += 1
    if (asked < from) response.writeHead(status).end()
    else response.end(readFileSync(file))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  return { url, asked: () => asked, stop: () => server.close() }
}

test('a film that is not everywhere yet is asked for again before it is given up', async () => {
  const fake = plain()
  const [file] = fake.filesOf('late')
  const late = await slowAddress(file?.path ?? '', 3, 404)
  fake.provider.origins = () => [late.url]
  fake.provider.check = async (tickets) =>
    tickets.map(() => ({ state: 'done', results: [{ key: 'a', url: late.url }] }))
  worker = await house.work(fake.provider)
  const waiting = await one()
  await until(waiting, 'saving', ({ note }) => note?.includes('404') === true)
  const done = await until(waiting, 'done')
  expect([done.outputs.length, done.note, late.asked()]).toEqual([1, undefined, 3])
  late.stop()
})

test('the results of an order that failed in part are not lost to one broken fetch', async () => {
  const fake = plain()
  const [file] = fake.filesOf('part')
  const late = await slowAddress(file?.path ?? '', 2, 503)
  fake.provider.origins = () => [late.url]
  const error = { code: 'inferenceError', message: 'It broke.', retryable: true }
  fake.provider.check = async (tickets) =>
    tickets.map(() => ({ state: 'failed', results: [{ key: 'a', url: late.url }], error }))
  worker = await house.work(fake.provider)
  const failed = await until(await one(), 'failed')
  expect([failed.outputs.length, failed.error?.code]).toEqual([1, 'inferenceError'])
  late.stop()
})

test('progress only grows, and is written at most four times a second', async () => {
  const shares = [0.2, 0.1, 0.5, 0.4, 0.9]
  const fake = plain({
    rhythm: () => 1,
    check: async (tickets) =>
      tickets.map((ticket) => {
        const share = shares.shift()
        return share === undefined
          ? { state: 'done', results: fake.filesOf(String(ticket.name)) }
          : { state: 'running', share }
      }),
  })
  const heard: { at: number; share: number }[] = []
  const stop = house.tasks.listen((change) => {
    if ('task' in change && change.task.status === 'running' && change.task.progress !== undefined)
      heard.push({ at: Date.parse(change.task.updatedAt), share: change.task.progress })
  })
  worker = await house.work(fake.provider)
  await until(await one(), 'done')
  stop()
  expect(heard.map(({ share }) => share)).toEqual([0.2, 0.5, 0.9])
  for (const [i, { at }] of heard.entries()) if (i > 0) expect(at - (heard[i - 1]?.at ?? 0)).toBeGreaterThanOrEqual(250)
})

test('a failure of the provider ends the task with its words and what it cost', async () => {
  const fake = plain({
    check: async (tickets) =>
      tickets.map(() => ({
        state: 'failed' as const,
        cost: { amount: 0.1, currency: 'USD' },
        error: { code: 'nsfw', message: 'It was blocked.', retryable: false, billed: true },
      })),
  })
  worker = await house.work(fake.provider)
  expect(await until(await one(), 'failed')).toMatchObject({
    error: { code: 'nsfw', billed: true },
    cost: { amount: 0.1 },
  })
})

test('a callback makes the worker look at once, and only with the token of its task', async () => {
  const urls: string[] = []
  const fake = plain({
    rhythm: () => 600_000,
    start: async (given) => {
      urls.push(given.webhookUrl ?? '')
      return fake.place(given)
    },
  })
  worker = await house.work(fake.provider, 'https://studio.example/under/')
  const id = await one()
  await until(id, 'running')
  fake.finish(id)
  const url = new URL(urls[0] ?? '')
  expect(url.href).toContain(`https://studio.example/under/api/webhooks/runware/${id}?token=`)
  expect(await worker.hint(id, 'forged')).toBe(false)
  expect(await worker.hint(id, url.searchParams.get('token') ?? '')).toBe(true)
  await until(id, 'done')
})

test('a call that comes while a look is being written down is not lost', async () => {
  const urls: string[] = []
  const fake = plain({
    rhythm: () => 600_000,
    start: async (given) => {
      urls.push(given.webhookUrl ?? '')
      return fake.place(given)
    },
  })
  const call = (id: string) => worker?.hint(id, new URL(urls[0] ?? '').searchParams.get('token') ?? '')
  let looked = false
  const tasks: typeof house.tasks = {
    ...house.tasks,
    async note(id, patch) {
      // The look found it running; before that stands, it is done over there and says so.
      if (!looked && patch.dueIn) {
        looked = true
        fake.finish(id)
        await call(id)
      }
      return house.tasks.note(id, patch)
    },
  }
  worker = await house.work(fake.provider, 'https://studio.example/', tasks)
  const id = await one()
  await until(id, 'running')
  expect(await call(id)).toBe(true)
  await until(id, 'done')
  expect(looked).toBe(true)
})

test('removing a task takes its files, unless something still shows them', async () => {
  const fake = plain({ limit: () => 8 })
  worker = await house.work(fake.provider)
  const ids = await add(3)
  const films: string[] = []
  for (const id of ids) {
    await until(id, 'running')
    fake.finish(id)
    films.push((await until(id, 'done')).outputs[0]?.id ?? '')
  }
  const [alone = '', shown = '', onBoard = ''] = films
  house.boards.add(onBoard)
  const user = await one({ input: { prompt: 'x', firstFrame: { asset: shown } }, provider: 'kling' })
  for (const id of ids) await worker.remove(id)
  const left = await house.library.findMany(films)
  expect([...left.keys()].sort()).toEqual([shown, onBoard].sort())
  await expect(house.library.path(alone)).rejects.toMatchObject({ code: 'not-found' })
  await worker.cancel(user)
})
