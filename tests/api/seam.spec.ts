// Boards whose blocks continue each other, through the whole studio: the fake Runware makes films that can be told apart.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import type { Plan } from '../../lib/storyboard/plan'
import type { Wishes } from '../../lib/storyboard/storyboard'
import type { Task } from '../../lib/tasks/task'
import { type Fake, startFake } from '../fakes/runware/server'
import { bag } from '../fakes/runware/verdict'
import { made, picture } from '../media'
import { type Running, startStudio } from '../studio'
import { ask, ended } from './ask'

test.describe.configure({ mode: 'serial' })
test.setTimeout(180_000)

let fake: Fake
let folder: string
let studio: Running
const start = () =>
  startStudio({ folder, env: { RUNWARE_API_KEY: fake.key, RUNWARE_BASE_URL: fake.url } }).then((running) => {
    studio = running
  })
test.beforeAll(async () => {
  fake = await startFake({ runMs: 'held', distinct: { share: 1 / 2 } })
  folder = await mkdtemp(path.join(tmpdir(), 'reelboard-'))
  await start()
})
test.afterAll(async () => {
  await studio?.stop()
  await fake?.stop()
  await rm(folder, { recursive: true, force: true })
})
test.afterEach(() => fake.service.faults.clear())

const pro = { provider: 'runware', model: 'klingai:kling-video@3-pro' }
const shot = (id: string, more: object = {}) => ({ id, prompt: `Shot ${id}`, duration: 5, ...more })
const four = ['a', 'b', 'c', 'd'].map((id) => shot(id))
/** a and b share an order, c continues it, d stands alone after a cut. */
const continued: Wishes = { seams: { c: 'continue' }, breaks: { d: 'split' } }

async function board(wishes: Wishes, shots: object[] = four): Promise<string> {
  const { status, body } = await ask(studio, 'POST', '/api/storyboards', { title: 'Keeper', shots, wishes })
  expect(status, JSON.stringify(body)).toBe(201)
  return body.id
}
const plan = async (id: string, model: object = pro): Promise<Plan> =>
  (await ask(studio, 'POST', `/api/storyboards/${id}/plan`, model)).body
async function render(id: string, more: object = {}): Promise<Task[]> {
  const said = await ask(studio, 'POST', `/api/storyboards/${id}/render`, { ...pro, id: randomUUID(), ...more })
  expect(said.status, JSON.stringify(said.body)).toBe(200)
  return said.body.tasks
}
const read = async ({ id }: Task): Promise<Task> => (await ask(studio, 'GET', `/api/tasks/${id}`)).body
const reached = (task: Task, status: Task['status']) =>
  expect.poll(async () => (await read(task)).status, { timeout: 60_000 }).toBe(status)
const bought = (task: Task) => fake.service.orders.has(task.id)
async function finish(task: Task): Promise<Task> {
  await reached(task, 'running')
  await fake.service.finish(task.id)
  return ended(studio, task.id)
}
const bytes = async (asset: string) =>
  Buffer.from(await (await fetch(`${studio.url}/api/media/${asset}`)).arrayBuffer())

/** The picture that went out as the first frame of an order. */
function sentFrame(task: Task): Buffer {
  const [frame] = bag(bag(fake.service.orders.get(task.id)?.task).inputs).frameImages as { image: string }[]
  const upload = fake.service.uploads.find(({ ref }) => ref === frame?.image)
  if (!upload) throw new Error('no frame was sent')
  return upload.content
}
/** A frame of a film, by another program. */
async function frameOf(film: Buffer, frame: number): Promise<Buffer> {
  const file = path.join(folder, `${randomUUID()}.mp4`)
  await writeFile(file, film)
  const fine = 'scale=flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp,format=rgb24'
  return made('png', ['-i', file, '-vf', `select=eq(n\\,${frame}),${fine}`, '-frames:v', '1'])
}
/** The mean difference of two pictures, 0..255. */
async function apart(a: Buffer, b: Buffer): Promise<number> {
  const [one, two] = await Promise.all([a, b].map((file) => sharp(file).removeAlpha().raw().toBuffer()))
  if (!one || !two || one.length !== two.length) throw new Error('of other sizes')
  return one.reduce((sum, value, at) => sum + Math.abs(value - (two[at] ?? 0)), 0) / one.length
}

test('a block that continues another waits for its film and starts from its last frame, over a restart', async () => {
  const id = await board(continued)
  const before = await plan(id)
  expect(before.issues).toEqual([])
  expect(before.blocks.map(({ shotIds }) => shotIds.join(''))).toEqual(['ab', 'c', 'd'])
  expect(before.blocks[1]).toMatchObject({
    seam: 'continue',
    workflow: 'image-to-video',
    waitsFor: 'A',
    continues: { shotId: 'b' },
  })
  expect(before.blocks[1]?.input.firstFrame).toBeUndefined()
  expect(before.blocks[1]?.why.join(' ')).toContain('waits for the film of shot 02')
  const key = randomUUID()
  const [a, b, c] = (await render(id, { id: key, scope: 'all' })) as [Task, Task, Task]
  expect(b).toMatchObject({ status: 'queued', after: { task: a.id, shot: 'b' } })
  expect(b.estimate?.amount).toBe(before.blocks[1]?.price?.amount)
  await Promise.all([reached(a, 'running'), reached(c, 'running')])
  expect(bought(b)).toBe(false)
  await studio.kill()
  await start()
  expect((await render(id, { id: key, scope: 'all' })).map((task) => task.id)).toEqual([a.id, b.id, c.id])
  const film = (await finish(a)).outputs[0]
  await reached(b, 'running')
  expect([...fake.service.orders.keys()].slice(-1)).toEqual([b.id])
  expect(await apart(sentFrame(b), await frameOf(await bytes(film?.id ?? ''), 239))).toBeLessThan(1)
  const other = (await finish(c)).outputs[0]
  expect(await apart(sentFrame(b), await frameOf(await bytes(other?.id ?? ''), 119))).toBeGreaterThan(5)
  await finish(b)
  expect([a, b, c].map((task) => fake.service.arrivals.get(task.id))).toEqual([1, 1, 1])

  const after = await plan(id)
  expect(after.blocks[1]).toMatchObject({ continues: { shotId: 'b', task: a.id } })
  expect(after.blocks[1]?.waitsFor).toBeUndefined()
  const frame = after.blocks[1]?.input.firstFrame as { asset: string }
  expect(await apart(await bytes(frame.asset), sentFrame(b))).toBe(0)
  const preview = await ask(studio, 'POST', '/api/requests/preview', {
    ...pro,
    workflow: after.blocks[1]?.workflow,
    input: after.blocks[1]?.input,
  })
  expect(preview.body.notes).toEqual([])
})

test('a block that fails leaves the others; rendered again alone, what continues it goes on', async () => {
  const id = await board(continued)
  fake.fault({ does: 'fail', code: 'providerError', message: 'No luck.' })
  const [a] = (await render(id, { scope: ['a'] })) as [Task]
  await reached(a, 'running')
  const [b, c] = (await render(id, { scope: ['c', 'd'] })) as [Task, Task]
  expect(b.after).toMatchObject({ task: a.id })
  await fake.service.finish(a.id)
  await reached(a, 'failed')
  await finish(c)
  await expect.poll(async () => (await read(b)).note).toContain('failed')
  expect([(await read(b)).status, bought(b)]).toEqual(['queued', false])
  const [again] = (await render(id, { scope: ['b'] })) as [Task]
  await expect.poll(async () => (await read(b)).after?.task).toBe(again.id)
  await finish(again)
  expect((await finish(b)).status).toBe('done')
})

test('what waits counts under the cap, and nothing is placed when all of it does not fit', async () => {
  const id = await board(continued)
  const { blocks } = await plan(id)
  const sum = blocks.reduce((total, { price }) => total + (price?.amount ?? 0), 0)
  const { body: spent } = await ask(studio, 'GET', '/api/spend')
  const used = spent.day.billed + spent.day.inFlight
  const cap = (day: number | null) => ask(studio, 'PUT', '/api/spend/caps', { day, month: null, unpriced: false })
  await cap(Math.round((used + sum - 0.01) * 100) / 100)
  const refused = await ask(studio, 'POST', `/api/storyboards/${id}/render`, { ...pro, scope: 'all' })
  expect([refused.status, refused.body.code]).toEqual([402, 'over-cap'])
  await cap(null)
  expect((await ask(studio, 'GET', `/api/tasks?storyboardId=${id}`)).body.items).toEqual([])
})

test('what continues a film that is neither there nor ordered is refused with the way out', async () => {
  const id = await board(continued)
  const refused = await ask(studio, 'POST', `/api/storyboards/${id}/render`, { ...pro, scope: ['c'] })
  expect(refused.status).toBe(422)
  expect(refused.body.detail).toContain('order both, or cut between them')
})

test('a shared picture ends one block and begins the next; a model without last frames says so, with other ways', async () => {
  const put = await fetch(`${studio.url}/api/media?name=shared.png`, {
    method: 'PUT',
    body: new Uint8Array(await picture(640, 360)),
  })
  const { id: asset } = await put.json()
  const shots = [shot('a', { firstFrame: { asset } }), ...four.slice(1)]
  const id = await board({ seams: { c: 'keyframe' }, keyframes: { c: { asset } } }, shots)
  const { blocks, issues } = await plan(id)
  expect(issues).toEqual([])
  expect(blocks[0]?.input).toMatchObject({ firstFrame: { asset }, lastFrame: { asset } })
  expect(blocks[1]?.input.firstFrame).toEqual({ asset })
  const turbo = await plan(id, { provider: 'runware', model: 'klingai:kling-video@3.0-turbo' })
  const [issue] = turbo.issues.filter(({ seams }) => seams)
  expect(issue?.seams?.map(({ label }) => label)).toEqual(['Cut here', 'Continue instead'])
  const empty = await board({ seams: { c: 'keyframe' } })
  expect((await plan(empty)).issues[0]?.message).toContain('none is chosen')
})

test('an order by itself can start from another one’s film', async () => {
  const first = {
    ...pro,
    workflow: 'text-to-video',
    input: { prompt: 'A pier', duration: 5, width: 1920, height: 1080 },
  }
  const { body: a } = await ask(studio, 'POST', '/api/tasks', first)
  const next = { id: randomUUID(), ...pro, workflow: 'image-to-video', input: { prompt: 'On', duration: 5 } }
  const waits = { ...next, after: { task: a.id } }
  const { status, body: b } = await ask(studio, 'POST', '/api/tasks', waits)
  expect([status, b.status]).toEqual([201, 'queued'])
  await finish(a)
  expect((await finish(b)).input.firstFrame).toEqual({ asset: expect.any(String) })
  expect((await ask(studio, 'POST', '/api/tasks', waits)).status).toBe(200)
  const nobody = await ask(studio, 'POST', '/api/tasks', { ...next, id: randomUUID(), after: { task: randomUUID() } })
  expect(nobody.body.issues[0].path).toBe('after.task')
})

test('on this computer a board that continues itself is rendered for free', async () => {
  const shots = ['a', 'b'].map((id) => ({ ...shot(id), duration: 3 }))
  const id = await board({ seams: { b: 'continue' } }, shots)
  const local = { provider: 'local', model: 'animatic' }
  const [a, b] = (await render(id, { ...local, scope: 'all' })) as [Task, Task]
  const [before, after] = [await ended(studio, a.id), await ended(studio, b.id)]
  const frame = after.input.firstFrame as { asset: string }
  const film = await bytes(before.outputs[0]?.id ?? '')
  expect(after.status).toBe('done')
  expect(await apart(await bytes(frame.asset), await frameOf(film, 71))).toBeLessThan(1)
})
