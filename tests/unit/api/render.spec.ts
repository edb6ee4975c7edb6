// What a board's orders are made of, in a studio of its own that places nothing.
import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { renderStoryboard } from '../../../lib/api/board.server'
import { place } from '../../../lib/api/place.server'
import { StudioError } from '../../../lib/errors'
import { type Studio, studio } from '../../../lib/runtime.server'
import type { Storyboard } from '../../../lib/storyboard/storyboard'
import { freshFolder } from '../../folder'
import { picture } from '../../media'

test.describe.configure({ mode: 'serial' })

let folder: string
let house: Studio
const before = process.env.DATA_DIR
test.beforeAll(async () => {
  folder = await freshFolder()
  process.env.DATA_DIR = folder
  house = await studio()
  await house.worker.pauseQueue(true)
})
test.afterAll(async () => {
  await house.close()
  // Another file may open a studio in this process.
  Reflect.deleteProperty(globalThis, Symbol.for('reelboard.studio'))
  if (before === undefined) delete process.env.DATA_DIR
  else process.env.DATA_DIR = before
  await rm(folder, { recursive: true, force: true })
})

const local = { provider: 'local', model: 'animatic' } as const
const shots = ['a', 'b', 'c'].map((id) => ({ id, prompt: `Shot ${id}`, duration: 5 }))
type Body = Parameters<typeof renderStoryboard>[0]['body']
const press = ({ id }: Storyboard, more: Partial<Body> = {}) => {
  const body: Body = { ...local, scope: 'all', id: randomUUID(), ...more }
  return renderStoryboard({ params: { id }, query: undefined, body, request: new Request('http://studio/') })
}
const namesOf = ({ tasks }: Awaited<ReturnType<typeof press>>) => tasks.map(({ id }) => id)
const placed = async ({ id }: Storyboard) => (await house.tasks.list({ storyboardId: id })).items.length

test('what somebody else saved meanwhile is not ordered unseen', async () => {
  const board = await house.storyboards.add({ title: 'Two tabs', shots })
  await house.storyboards.save(board.id, 1, {
    title: 'Two tabs',
    shots: shots.map((one) => ({ ...one, prompt: 'Theirs' })),
  })
  const said = await press(board, { version: 1 }).catch((error: unknown) => error)
  expect(said instanceof StudioError && [said.code, said.facts?.current]).toMatchObject(['conflict', { version: 2 }])
  expect(await placed(board)).toBe(0)
  await press(board, { version: 2 })
  expect(await placed(board)).toBe(1)
})

test('a press whose answer was lost is answered with the same orders, although the board would be ordered otherwise by now', async () => {
  const board = await house.storyboards.add({ title: 'Lost', shots })
  const id = randomUUID()
  const heard = await press(board, { id, version: 1 })
  await house.storyboards.save(board.id, 1, { title: 'Lost', shots, wishes: { breaks: { b: 'split', c: 'split' } } })
  expect(namesOf(await press(board, { id, version: 1 }))).toEqual(namesOf(heard))
  expect(await placed(board)).toBe(1)
})

test('what continues a picture of one’s own waits for no film', async () => {
  const { asset } = await keep()
  const own = shots.map((one) => (one.id === 'a' ? { ...one, picture: { asset } } : one))
  const board = await house.storyboards.add({ title: 'Own', shots: own, wishes: { seams: { b: 'continue' } } })
  const { tasks } = await press(board)
  const second = tasks.find(({ shotIds }) => shotIds?.[0] === 'b')
  expect(second?.input.firstFrame).toEqual({ asset })
  expect(second?.after).toBeUndefined()
})

test('everything leaves out what pictures of one’s own stand for whole; named, it is ordered all the same', async () => {
  const picture = await keep()
  const own = shots.map((one) => (one.id === 'c' ? one : { ...one, picture }))
  const title = 'Pictures'
  const board = await house.storyboards.add({ title, shots: own, wishes: { breaks: { b: 'split' } } })
  // The second block has one shot with a picture and one without: it is ordered whole, and says so.
  const { tasks } = await press(board)
  expect(tasks.map(({ shotIds }) => shotIds)).toEqual([['b', 'c']])
  const named = await press(board, { scope: ['a'] })
  expect(named.tasks.map(({ shotIds }) => shotIds)).toEqual([['a']])
  expect((await house.storyboards.find(board.id)).shots[0]?.picture).toEqual(picture)
  const all = await house.storyboards.add({ title, shots: own.slice(0, 2) })
  expect((await press(all)).tasks).toEqual([])
  expect((await press(all, { scope: 'missing' })).tasks).toEqual([])
})

test('a film of a board is ordered by its board alone', async () => {
  for (const model of ['cut', 'board-animatic']) {
    const wish = { provider: 'local', model, workflow: 'text-to-video', input: {} } as const
    const said = await place(house, wish).catch((error: unknown) => error)
    expect(said instanceof StudioError && said.issues?.map(({ path }) => path)).toEqual(['model'])
  }
})

async function keep(): Promise<{ asset: string }> {
  const kept = await house.library.keep([new Uint8Array(await picture(640, 360))], 'own.png')
  return { asset: kept.id }
}
