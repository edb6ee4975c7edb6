import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { inArray, sql } from 'drizzle-orm'
import { type Database, openDatabase } from '../../../lib/db/client.server'
import { tasks as table } from '../../../lib/db/schema'
import { readEnv } from '../../../lib/env.server'
import { openLibrary } from '../../../lib/media/library.server'
import { animatic } from '../../../lib/models/catalog/local/animatic'
import { openTasks } from '../../../lib/tasks/store.server'
import type { Change } from '../../../lib/tasks/task'
import { openWorker } from '../../../lib/worker/worker'
import { order, reach } from '../worker/house'
import { plainProvider } from '../worker/plain-provider'
import { postgresBin, startPostgres } from './postgres'

const bin = postgresBin()
test.skip(!bin, 'This computer has no Postgres server (initdb, postgres); set POSTGRES_BIN to its folder to try one.')
test.describe.configure({ mode: 'serial' })
test.setTimeout(120_000)

let server: Awaited<ReturnType<typeof startPostgres>>
let folder: string
test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'reelboard-'))
  server = await startPostgres(bin ?? '')
})
test.afterAll(async () => {
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})
const open = () => openDatabase({ DATA_DIR: folder, DATABASE_URL: server.url })

test('four studios that open a fresh server at once make one set of tables', async () => {
  const all = await Promise.all([open(), open(), open(), open()])
  expect(all.map(({ kind }) => kind)).toEqual(['postgres', 'postgres', 'postgres', 'postgres'])
  await Promise.all(all.map((database) => database.close()))
})

test('a server that is not there is said in one sentence', async () => {
  const nowhere = openDatabase({ DATA_DIR: folder, DATABASE_URL: 'postgres://studio@127.0.0.1:1/none' })
  await expect(nowhere).rejects.toMatchObject({ code: 'setting' })
})

test('a connection for notices that is lost is taken again, and one at a time however often it fails', async () => {
  const { port: behind } = new URL(server.url)
  let takes = 0
  let refuses = 0
  const through = new Set<Socket>()
  const door = createServer((from) => {
    takes++
    if (refuses-- > 0) return void from.destroy()
    const to = connect(Number(behind), '127.0.0.1')
    through.add(from)
    from.pipe(to).pipe(from)
    for (const end of [from, to]) end.on('error', () => undefined)
  })
  await new Promise<void>((ready) => door.listen(0, '127.0.0.1', ready))
  const { port } = door.address() as AddressInfo
  const database = await openDatabase({ DATA_DIR: folder, DATABASE_URL: server.url.replace(`:${behind}`, `:${port}`) })
  const heard: string[] = []
  const stop = await database.listen('a_word', (payload) => heard.push(payload))
  takes = 0
  refuses = 3
  for (const socket of through) socket.destroy()
  await expect.poll(() => heard, { timeout: 60_000 }).toEqual([''])
  // Three that failed, each followed by one other.
  expect(takes).toBe(4)
  await database.db.execute(sql`select pg_notify('a_word', 'hello')`)
  await expect.poll(() => heard).toEqual(['', 'hello'])
  await stop()
  await database.close()
  door.close()
})

test.describe('two studios on one server', () => {
  let a: Database
  let b: Database
  test.beforeAll(async () => {
    ;[a, b] = await Promise.all([open(), open()])
  })
  test.afterAll(() => Promise.all([a?.close(), b?.close()]))

  test('hear of each other’s changes, removals included, and give one task for one id', async () => {
    const [here, there] = [await openTasks(a), await openTasks(b)]
    const heard: Change[] = []
    const stop = there.listen((change) => heard.push(change))
    const id = randomUUID()
    const added = await Promise.all([here, there, here, there].map((tasks) => tasks.add(order({ id }))))
    expect(added.filter(({ created }) => created)).toHaveLength(1)
    await here.move(id, 'queued', 'cancelled')
    await here.remove(id)
    await expect.poll(() => heard.some((change) => 'gone' in change && change.gone === id)).toBe(true)
    stop()
    await here.close()
    await there.close()
  })

  test('know of each other who is there', async () => {
    await expect.poll(() => a.stands(b.mark)).toBe(false)
    const leave = await b.listen('somewhere', () => undefined)
    expect([await a.stands(b.mark), await b.stands(b.mark), await b.stands(a.mark)]).toEqual([true, true, false])
    await leave()
    await expect.poll(() => a.stands(b.mark)).toBe(false)
  })

  test('share the work: every order is placed once, no more run than may, all films arrive', async () => {
    const env = readEnv({ DATA_DIR: folder, DATABASE_URL: server.url })
    const names: string[] = []
    const open: number[] = []
    const fake = plainProvider(folder, {
      limit: () => 3,
      start: async (given) => {
        names.push(given.name)
        open.push(await a.db.$count(table, inArray(table.status, ['starting', 'running', 'cancelling'])))
        return fake.place(given)
      },
      check: async (tickets) => {
        for (const { name } of tickets) fake.finish(String(name))
        return tickets.map(fake.answer)
      },
    })
    const studios = await Promise.all(
      [a, b].map(async (database) => {
        const tasks = await openTasks(database)
        const library = await openLibrary({ db: database.db, env })
        const worker = await openWorker({
          env,
          database,
          tasks,
          library,
          providers: [fake.provider],
          rowOf: () => animatic,
        })
        return { tasks, worker }
      }),
    )
    const [one, two] = studios
    if (!one || !two) throw new Error('not open')
    const ids = (await one.tasks.addAll(Array.from({ length: 9 }, () => order()))).map(({ task }) => task.id)
    await Promise.all(ids.map((id) => reach(two.tasks, id, 'done')))
    expect(names.sort()).toEqual([...ids].sort())
    expect(Math.max(...open)).toBeLessThanOrEqual(3)
    for (const { worker, tasks } of studios) {
      await worker.close()
      await tasks.close()
    }
  })
})
