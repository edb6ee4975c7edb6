import { execFile } from 'node:child_process'
import { mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { local } from '../../../lib/providers/local'
import { runOf } from '../../../lib/providers/local/render-process'
import type { Io } from '../../../lib/providers/provider'
import { childrenOf, type Desk, look, openDesk, order, processesIn, watch } from './desk'

const run = promisify(execFile)
let desk: Desk
test.beforeEach(async () => {
  desk = await openDesk()
})
test.afterEach(() => desk.close())

const long = { prompt: 'A long walk along the quay.', duration: 15, width: 1920, height: 1080 }
const scratch = () => readdir(path.join(desk.io.scratch, 'animatic')).catch(() => [])
const underWay = ({ share = 0 }) => share > 0

test('a stopped film leaves no process and no files, at once', async () => {
  const ticket = await local.start(order(long), desk.io)
  await watch(ticket, desk.io, underWay)
  expect(await processesIn(desk.folder)).not.toEqual([])
  await local.cancel?.(ticket, desk.io)
  expect(await scratch()).toEqual([])
  // They are killed by then; on a busy computer the system takes a moment to clear them away.
  await expect.poll(() => processesIn(desk.folder)).toEqual([])
  expect(await look(ticket, desk.io)).toMatchObject({ state: 'failed', error: { code: 'cancelled', billed: false } })
})

test('a renderer that is killed fails its own film with a reason, and the next one is made', async () => {
  const placed = order(long)
  const ticket = await local.start(placed, desk.io)
  await watch(ticket, desk.io, underWay)
  process.kill(runOf(placed.name)?.child?.pid ?? 0, 'SIGKILL')
  const { last } = await watch(ticket, desk.io)
  expect(last).toMatchObject({ state: 'failed', error: { code: 'renderer', retryable: true, billed: false } })
  expect(last.error?.message).toBe('The renderer stopped: It was ended by SIGKILL.')
  await expect.poll(() => processesIn(desk.folder)).toEqual([])

  const next = await local.start(order({ prompt: 'Rain.', duration: 3 }), desk.io)
  expect((await watch(next, desk.io)).last.state).toBe('done')
})

test('an encoder that breaks off is passed on in its last words, without the paths of this computer', async () => {
  const placed = order(long)
  const ticket = await local.start(placed, desk.io)
  await watch(ticket, desk.io, underWay)
  const [encoder = 0] = await childrenOf(runOf(placed.name)?.child?.pid ?? 0)
  process.kill(encoder, 'SIGTERM')
  const { last } = await watch(ticket, desk.io)
  expect(last.error?.message).toMatch(/^The renderer stopped: ./)
  expect(last.error?.message).not.toContain(desk.folder)
})

test('a picture that cannot be read fails the film with words about it', async () => {
  const firstFrame = await desk.text('broken.png', 'These are words and not a picture at all.')
  const ticket = await local.start(order({ prompt: 'Rain.', duration: 3, firstFrame }), desk.io)
  const { last } = await watch(ticket, desk.io)
  expect(last.error?.message).toContain('unsupported image format')
  expect(last.error?.message).not.toContain(desk.folder)
})

test('a picture that is gone is refused at its place before anything starts', async () => {
  const placed = order({ prompt: 'Rain.', firstFrame: { asset: 'gone' } })
  await expect(local.start(placed, desk.io)).rejects.toMatchObject({
    outcome: 'refused',
    issues: [{ path: 'input.firstFrame' }],
  })
  expect(await scratch()).toEqual([])
  expect(await local.recall?.(placed, desk.io)).toBe('never seen')
})

test('an address inside the house is not fetched from', async () => {
  const placed = order({ prompt: 'Rain.', firstFrame: { url: 'http://127.0.0.1:9/a.png' } })
  await expect(local.start(placed, desk.io)).rejects.toMatchObject({ outcome: 'refused', code: 'forbidden' })
})

test('the renderer and its encoder end with the studio that started them', async () => {
  const studio = `
    import { randomUUID } from 'node:crypto'
    import { spawn } from 'node:child_process'
    import { mkdirSync } from 'node:fs'
    const [script, ffmpeg, folder] = process.argv.slice(1)
    mkdirSync(folder)
    const child = spawn(process.execPath, [script], { detached: true, stdio: ['pipe', 'pipe', 'inherit'] })
    const shots = [{ prompt: 'Rain.', frames: 360, pictures: [] }]
    child.stdin.write(JSON.stringify({ folder, ffmpeg, seed: 'a', width: 1920, height: 1080, fps: 24, shots }) + '\\n')
    child.stdout.once('data', () => process.kill(process.pid, 'SIGKILL'))
    setInterval(() => {}, 1000)
  `
  const { findEncoder, renderer } = await import('../../../lib/providers/local/encoder')
  const folder = path.join(desk.folder, 'orphan')
  const given = [
    '--input-type=module',
    '-e',
    studio,
    renderer('render') ?? '',
    (await findEncoder(desk.io.env)) ?? '',
    folder,
  ]
  await run(process.execPath, given).catch(({ signal }) => expect(signal).toBe('SIGKILL'))
  await expect.poll(() => processesIn(desk.folder)).toEqual([])
  await expect.poll(() => readdir(desk.folder)).not.toContain('orphan')
})

test('after a restart an order is begun again, and leftovers of the dead studio are swept away', async () => {
  const noSuchProcess = 2 ** 22 + 1
  await mkdir(path.join(desk.io.scratch, 'animatic', `left.${noSuchProcess}`), { recursive: true })
  const placed = order({ prompt: 'Rain.', duration: 3, width: 720, height: 720 })
  const ticket = await local.start(placed, desk.io)
  // A studio that starts anew remembers nothing; only the ticket was kept.
  await local.release?.(placed.name)
  expect(await local.recall?.(placed, desk.io)).toBe('never seen')
  const { last } = await watch(JSON.parse(JSON.stringify(ticket)), desk.io)
  expect(last.state).toBe('done')
  await local.release?.(placed.name)
  expect(await scratch()).toEqual([])
})

test('what another studio draws is not drawn here, until that studio is gone', async () => {
  const there = new Set([1, 2])
  const studio = (mark: number): Io => ({ ...desk.io, house: { mark, stands: async (other) => there.has(other) } })
  const placed = order({ prompt: 'Rain.', duration: 3, width: 720, height: 720 })
  const ticket = await local.start(placed, studio(1))
  // The other one remembers nothing of it.
  await local.release?.(placed.name)
  expect(await look(ticket, studio(2))).toEqual({ state: 'running' })
  expect(runOf(placed.name)).toBeUndefined()
  there.delete(1)
  const taken = await look(ticket, studio(2))
  expect(taken).toMatchObject({ state: 'running', ticket: { at: 2 } })
  expect(runOf(placed.name)).toBeDefined()
  there.add(1)
  expect(await look(taken.ticket ?? {}, studio(2))).toMatchObject({ share: expect.any(Number) })
  await local.release?.(placed.name)
  expect(await scratch()).toEqual([])
})

test('starting one name twice draws one film', async () => {
  const placed = order(long)
  const first = await local.start(placed, desk.io)
  await watch(first, desk.io, underWay)
  const child = runOf(placed.name)?.child?.pid
  expect(await local.start(placed, desk.io)).toEqual(first)
  expect(await local.recall?.(placed, desk.io)).toEqual(first)
  expect(runOf(placed.name)?.child?.pid).toBe(child)
  await local.cancel?.(first, desk.io)
})

test('says why it is not ready', async () => {
  expect(local.ready(desk.io.env)).toBe(true)
  const other = await openDesk({ FFMPEG_PATH: '/nowhere/ffmpeg' })
  expect(local.ready(other.io.env)).toBe('FFMPEG_PATH does not name a program that can be run.')
  await expect(local.start(order({ prompt: 'Rain.' }), other.io)).rejects.toMatchObject({ code: 'not-ready' })
  await other.close()
})
