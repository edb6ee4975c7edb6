import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import type { Storyboard } from '../../lib/storyboard/storyboard'
import type { Task } from '../../lib/tasks/task'
import { story } from '../frame'
import { type Running, startStudio } from '../studio'
import { ask, ended, paths } from './ask'

let studio: Running
test.beforeAll(async () => {
  studio = await startStudio()
})
test.afterAll(() => studio.stop())

const square = { provider: 'local', model: 'animatic' }

async function plain(colour: string): Promise<{ asset: string }> {
  const bytes = await sharp({ create: { width: 720, height: 720, channels: 3, background: colour } })
    .png()
    .toBuffer()
  const { body } = await ask(studio, 'PUT', `/api/media?name=${colour.slice(1)}.png`, new Uint8Array(bytes))
  return { asset: body.id }
}

async function bytesOf(task: Task): Promise<Uint8Array> {
  const answer = await fetch(`${studio.url}${task.outputs[0]?.url}`)
  return new Uint8Array(await answer.arrayBuffer())
}

const film = async (board: Storyboard, more: object = {}) =>
  ask(studio, 'POST', `/api/storyboards/${board.id}/film`, { kind: 'cut', ...more })
const save = async (board: Storyboard) =>
  (await ask(studio, 'PUT', `/api/storyboards/${board.id}`, board)).body as Storyboard
const render = async (board: Storyboard, more: object) =>
  Promise.all(
    (await ask(studio, 'POST', `/api/storyboards/${board.id}/render`, { ...square, ...more })).body.tasks.map(
      ({ id }: Task) => ended(studio, id),
    ),
  ) as Promise<Task[]>

test('one shot of a fused block again: the film uses the new one, and the old take for its neighbours', async () => {
  test.setTimeout(240_000)
  const [red, green, blue, yellow] = await Promise.all(['#c00000', '#00b000', '#0000d0', '#d0d000'].map(plain))
  const { body: made } = await ask(studio, 'POST', '/api/storyboards', {
    title: 'Three colours',
    settings: { ...square, aspectRatio: '1:1' },
    shots: [
      { prompt: '一', duration: 3, firstFrame: red },
      { prompt: '二', duration: 3, referenceImages: [green] },
      { prompt: '三', duration: 2, referenceImages: [blue] },
    ],
  })
  const [one, two, three] = made.shots
  const nothing = await film(made)
  expect(nothing.status).toBe(422)
  expect(paths(nothing)).toEqual(['shots.0', 'shots.1', 'shots.2'])

  const [block] = await render(made, { scope: 'all' })
  expect(block?.shotIds).toEqual([one.id, two.id, three.id])
  const { referenceImages: _, ...rest } = two
  const other = await save({ ...made, shots: [one, { ...rest, firstFrame: yellow }, three] })
  // What the take was made from has changed; what is out of date is ordered, and nothing else.
  const { body: stale } = await ask(studio, 'POST', `/api/storyboards/${made.id}/render`, { ...square, scope: 'stale' })
  expect(stale.tasks.flatMap(({ shotIds }: Task) => shotIds)).toContain(two.id)
  for (const { id } of stale.tasks) {
    await fetch(`${studio.url}/api/tasks/${id}/cancel`, { method: 'POST' })
    await ended(studio, id)
  }
  const [again] = await render(other, { blocks: [{ shotIds: [two.id] }] })
  expect(again).toMatchObject({ status: 'done', shotIds: [two.id] })

  const { body: facts } = await ask(studio, 'GET', `/api/storyboards/${made.id}/film`)
  expect(facts).toMatchObject({ seconds: 8, width: 720, height: 720, fps: 24, missing: [], way: 'copy', why: [] })
  expect(facts.pieces).toEqual([
    { shotId: one.id, seconds: 3, of: 'take', asset: block?.outputs[0]?.id, from: 0 },
    { shotId: two.id, seconds: 3, of: 'take', asset: again?.outputs[0]?.id, from: 0 },
    { shotId: three.id, seconds: 2, of: 'take', asset: block?.outputs[0]?.id, from: 6 },
  ])

  const id = randomUUID()
  const placed = await film(other, { id })
  expect(placed.status).toBe(201)
  expect((await film(other, { id })).status).toBe(200)
  const cut = await ended(studio, id)
  expect(cut).toMatchObject({ kind: 'cut', status: 'done', storyboardId: made.id })
  const [copied] = cut.outputs
  expect(copied).toMatchObject({ name: 'Three colours', mime: 'video/mp4', width: 720, height: 720 })
  expect(copied?.posterUrl).toBeDefined()
  expect(Math.abs((copied?.duration ?? 0) - 8)).toBeLessThanOrEqual(1 / 24)
  const bright = (runs: Awaited<ReturnType<typeof story>>) => runs.filter(({ seen }) => seen !== 'dark')
  // The takes fade in and out at their own ends: a few frames there are dark.
  expect(bright(await story(await bytesOf(cut))).map(({ seen }) => seen)).toEqual(['red', 'red+green', 'blue'])

  const { body: fresh } = await ask(studio, 'POST', `/api/storyboards/${made.id}/render`, { ...square, scope: 'stale' })
  expect(fresh.tasks).toEqual([])

  // Chosen, the old take stands for all three again; nothing of it was lost.
  const back = await save({ ...other, wishes: { ...other.wishes, chosen: { [two.id]: block?.id ?? '' } } })
  expect((await ask(studio, 'GET', `/api/storyboards/${made.id}/film`)).body.pieces[1]).toMatchObject({
    asset: block?.outputs[0]?.id,
    from: 3,
  })

  // A picture of one's own is drawn, so all is coded anew; every shot keeps its seconds to the frame.
  const own = await plain('#b000b0')
  const shown = await save({ ...back, shots: [one, two, { ...three, picture: own }] })
  const { body: anew } = await ask(studio, 'GET', `/api/storyboards/${made.id}/film`)
  expect(anew).toMatchObject({ way: 'encode', why: [expect.stringMatching(/^Shot 3 has no footage/)] })
  const second = await ended(studio, (await film(shown)).body.id)
  expect(Math.abs((second.outputs[0]?.duration ?? 0) - 8)).toBeLessThanOrEqual(1 / 24)
  const told = await story(await bytesOf(second))
  expect(told.reduce((sum, { frames }) => sum + frames, 0)).toBe(8 * 24)
  expect(bright(told)).toEqual([
    { seen: 'red', frames: expect.any(Number) },
    { seen: 'green', frames: 3 * 24 },
    { seen: 'red+blue', frames: 2 * 24 },
  ])
})

test('shots without a take are told before, and slates stand for them when they are allowed', async () => {
  test.setTimeout(180_000)
  const { body: made } = await ask(studio, 'POST', '/api/storyboards', {
    title: 'Sketch',
    settings: { ...square, aspectRatio: '1:1' },
    shots: [
      { prompt: 'A pier', duration: 1.5 },
      { prompt: 'A gull', duration: 2.25 },
    ],
  })
  const { body: facts } = await ask(studio, 'GET', `/api/storyboards/${made.id}/film`)
  expect(facts.missing).toEqual(made.shots.map(({ id }: { id: string }) => id))
  const [cut, animatic] = await Promise.all(
    [{ slates: true }, { kind: 'animatic' }].map(async (more) => ended(studio, (await film(made, more)).body.id)),
  )
  for (const task of [cut, animatic])
    expect(Math.abs((task?.outputs[0]?.duration ?? 0) - 3.75)).toBeLessThanOrEqual(1 / 24)
  expect(animatic).toMatchObject({ kind: 'animatic', outputs: [{ name: 'Sketch', width: 720, height: 720 }] })
  // Neither stands for a shot, so both shots are missing still.
  expect((await ask(studio, 'GET', `/api/storyboards/${made.id}/film`)).body.missing).toHaveLength(2)
  const strange = await ask(studio, 'POST', '/api/tasks', {
    ...{ provider: 'local', model: 'cut', workflow: 'text-to-video' },
    input: { pieces: [] },
  })
  expect(strange.status).toBe(422)
})

test('a star and a remark are kept with the take and told to everybody at once', async () => {
  const { body: task } = await ask(studio, 'POST', '/api/tasks', {
    ...square,
    workflow: 'text-to-video',
    input: { prompt: 'A fox', duration: 3, width: 720, height: 720 },
  })
  const { body: starred } = await ask(studio, 'PUT', `/api/tasks/${task.id}/mark`, { star: true, remark: 'Keep this.' })
  expect(starred).toMatchObject({ star: true, remark: 'Keep this.' })
  expect(starred.rev).toBeGreaterThan(task.rev)
  const done = await ended(studio, task.id)
  expect(done).toMatchObject({ star: true, remark: 'Keep this.' })
  const { body: plainAgain } = await ask(studio, 'PUT', `/api/tasks/${task.id}/mark`, { star: false })
  expect(plainAgain).not.toHaveProperty('star')
  expect(plainAgain.remark).toBe('Keep this.')
  expect((await ask(studio, 'PUT', `/api/tasks/${task.id}/mark`, { remark: null })).body).not.toHaveProperty('remark')
  expect((await ask(studio, 'PUT', `/api/tasks/${randomUUID()}/mark`, { star: true })).status).toBe(404)
})
