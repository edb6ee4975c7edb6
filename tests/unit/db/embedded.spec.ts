import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { openDatabase } from '../../../lib/db/client.server'
import { settings } from '../../../lib/db/schema'
import { openTasks } from '../../../lib/tasks/store.server'

test.describe.configure({ mode: 'serial' })
test.setTimeout(180_000)

let folder: string
const children: ChildProcess[] = []
test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'reelboard-'))
})
test.afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

/** Its lines as they come, and its end. */
function child(what: 'hold' | 'write') {
  const script = path.join(import.meta.dirname, 'child.ts')
  const process_ = spawn(process.execPath, ['--import', 'tsx', script, folder, what], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.push(process_)
  const lines: string[] = []
  const waiting = new Set<() => void>()
  let rest = ''
  process_.stdout.on('data', (chunk) => {
    const parts = `${rest}${chunk}`.split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
    for (const look of waiting) look()
  })
  const ended = new Promise<void>((done) => process_.once('close', () => done()))
  void ended.then(() => {
    for (const look of waiting) look()
  })
  const said = (count: number) =>
    new Promise<void>((done) => {
      const look = () => {
        if (lines.length < count && process_.exitCode === null && process_.signalCode === null) return
        waiting.delete(look)
        done()
      }
      waiting.add(look)
      look()
    })
  return { process: process_, lines, ended, said }
}

test('a database is made once, lasts, and asks the disk to keep what was written', async () => {
  const first = await openDatabase({ DATA_DIR: folder })
  await first.db.insert(settings).values({ key: 'k', value: { a: 1 } })
  await first.close()
  const again = await openDatabase({ DATA_DIR: folder })
  expect(await again.db.select().from(settings)).toEqual([{ key: 'k', value: { a: 1 } }])
  const asked = await again.db
    .select({ name: sql<string>`name`, setting: sql<string>`setting` })
    .from(sql`pg_settings`)
    .where(sql`name in ('fsync', 'wal_sync_method', 'synchronous_commit')`)
    .orderBy(sql`name`)
  expect(asked.map(({ setting }) => setting)).toEqual(['on', 'on', 'fsync'])
  await again.close()
})

test('a query that goes round its transaction fails at once instead of waiting for ever', async () => {
  const database = await openDatabase({ DATA_DIR: folder })
  const round = database.transaction(async (tx) => {
    await tx.insert(settings).values({ key: 'lost', value: 1 })
    await database.db.select().from(settings)
  })
  await expect(round).rejects.toThrow()
  const nested = database.transaction(() => database.transaction(async () => {}))
  await expect(nested).rejects.toThrow('went round the transaction')
  expect(await database.db.$count(settings, sql`key = 'lost'`)).toBe(0)
  await database.close()
})

test('a second studio on the folder stops with one sentence; after a kill the folder is free again', async () => {
  const first = child('hold')
  await first.said(1)
  expect(first.lines).toEqual(['open'])
  const second = child('hold')
  await second.ended
  expect(second.process.exitCode).toBe(1)
  expect(second.lines).toEqual([
    'Another studio is already open on this data folder; close it, or set DATA_DIR to another folder.',
  ])
  await expect(openDatabase({ DATA_DIR: folder })).rejects.toMatchObject({ code: 'locked' })
  first.process.kill('SIGKILL')
  // All see the same dead holder at the same time.
  const crowd = [child('hold'), child('hold'), child('hold')]
  await Promise.all(crowd.map((one) => one.said(1)))
  expect(crowd.filter(({ lines }) => lines[0] === 'open')).toHaveLength(1)
  for (const one of crowd) one.process.stdin.end()
  await Promise.all(crowd.map((one) => one.ended))
})

test('a killed studio whose end nobody asks for does not keep the folder', async () => {
  test.skip(process.platform !== 'linux', 'Only there such a process keeps its line.')
  const script = path.join(import.meta.dirname, 'child.ts')
  // The shell becomes a program that never looks after its children.
  const line = `"${process.execPath}" --import tsx "${script}" "${folder}" hold < /dev/zero & echo $!; exec sleep 600`
  const parent = spawn('sh', ['-c', line], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(parent)
  let said = ''
  await new Promise<void>((done) => {
    parent.stdout.on('data', (chunk) => {
      said += chunk
      if (said.includes('open')) done()
    })
  })
  const pid = Number.parseInt(said, 10)
  process.kill(pid, 'SIGKILL')
  await expect.poll(() => readFileSync(`/proc/${pid}/stat`, 'utf8')).toContain(') Z ')
  const database = await openDatabase({ DATA_DIR: folder })
  await database.close()
  parent.kill('SIGKILL')
})

test('a data folder that is none is said in one sentence', async () => {
  const file = path.join(folder, 'file')
  await writeFile(file, 'x')
  for (const wrong of [file, path.join(file, 'within')])
    await expect(openDatabase({ DATA_DIR: wrong })).rejects.toMatchObject({ code: 'setting' })
})

test('killed in mid-write, nothing that was acknowledged is lost', async () => {
  const told: string[] = []
  for (const count of [5, 40, 90]) {
    const writer = child('write')
    await writer.said(1 + count)
    writer.process.kill('SIGKILL')
    await writer.ended
    expect(writer.lines[0]).toBe('open')
    told.push(...writer.lines.slice(1))
  }
  const database = await openDatabase({ DATA_DIR: folder })
  const tasks = await openTasks(database)
  const found = await Promise.all(told.map((id) => tasks.find(id)))
  expect(told.length).toBeGreaterThanOrEqual(135)
  expect(found.filter((task) => task?.status === 'starting')).toHaveLength(told.length)
  await database.close()
})
