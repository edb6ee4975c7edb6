import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import type { Task } from '../../lib/tasks/task'
import { bareEnv, freePort, type Running, startStudio } from '../studio'
import { send } from './ask'

test.describe.configure({ mode: 'serial' })
test.setTimeout(180_000)

let folder: string
let studio: Running
test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'reelboard-'))
  studio = await startStudio({ folder })
})
test.afterAll(async () => {
  await studio?.stop()
  await rm(folder, { recursive: true, force: true })
})

const film = {
  provider: 'local',
  model: 'animatic',
  workflow: 'text-to-video',
  input: {
    shots: [
      { prompt: 'A harbour at dawn', duration: 5 },
      { prompt: 'A crane turns', duration: 5 },
    ],
    duration: 10,
    width: 1280,
    height: 720,
    fps: 24,
  },
}
async function order(): Promise<string> {
  const body = JSON.stringify({ id: randomUUID(), ...film })
  const said = await send(studio, 'POST', '/api/tasks', { body, headers: { 'content-type': 'application/json' } })
  expect(said.status).toBe(201)
  return said.body.id
}
const read = async (id: string): Promise<Task> => (await send(studio, 'GET', `/api/tasks/${id}`)).body

test('killed in the middle of a render, it finishes the film after the next start, once', async () => {
  const [first, second] = [await order(), await order()]
  await expect.poll(async () => (await read(first)).progress ?? 0, { timeout: 60_000 }).toBeGreaterThan(0)
  await studio.kill()
  studio = await startStudio({ folder })
  for (const id of [first, second]) {
    await expect.poll(async () => (await read(id)).status, { timeout: 90_000 }).toBe('done')
    const { outputs } = await read(id)
    expect(outputs).toMatchObject([{ kind: 'video', width: 1280, height: 720, duration: 10 }])
  }
  const { items } = (await send(studio, 'GET', '/api/tasks')).body
  expect(items.map(({ id }: Task) => id).sort()).toEqual([first, second].sort())
})

test('a second studio on the same folder ends with one sentence, and the first goes on', async () => {
  const next = path.resolve(import.meta.dirname, '../../node_modules/next/dist/bin/next')
  const second = spawn(process.execPath, [next, 'start', '-H', '127.0.0.1', '-p', String(await freePort())], {
    env: { ...bareEnv, DATA_DIR: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  second.stderr.on('data', (chunk) => {
    said += chunk
  })
  const code = await new Promise((done) => second.once('close', done))
  expect(code).toBe(1)
  expect(said.trim()).toBe(
    'Another studio is already open on this data folder; close it, or set DATA_DIR to another folder.',
  )
  expect((await send(studio, 'GET', '/api/health')).status).toBe(200)
})

test('asked to end with an event stream open and a render under way, it ends by itself; the film is finished later', async () => {
  const id = await order()
  // Looked at often: it does not run for long, and on a busy computer a look may come late.
  await expect
    .poll(async () => (await read(id)).status, { timeout: 60_000, intervals: [50] })
    .toMatch(/running|saving|done/)
  const stream = await fetch(`${studio.url}/api/tasks/stream`)
  const ended = new Promise<NodeJS.Signals | null>((done) => studio.process.once('exit', (_, signal) => done(signal)))
  studio.process.kill('SIGTERM')
  expect(await ended).toBeNull()
  await stream.text().catch(() => undefined)
  studio = await startStudio({ folder })
  await expect.poll(async () => (await read(id)).status, { timeout: 90_000 }).toBe('done')
})
