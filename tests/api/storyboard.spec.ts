import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { type Running, startStudio } from '../studio'

let studio: Running
test.beforeAll(async () => {
  studio = await startStudio()
})
test.afterAll(() => studio.stop())

async function ask(method: string, path: string, body?: unknown) {
  const answer = await fetch(`${studio.url}/api/storyboards${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: answer.status === 204 ? undefined : await answer.json() }
}
const board = {
  title: 'The Last Keeper',
  look: 'Soft grain.',
  shots: [4, 3, 4, 3, 5, 4, 4, 3, 4, 4, 6, 4].map((duration, at) => ({ prompt: `Shot ${at + 1}`, duration })),
}
const animatic = { provider: 'local', model: 'animatic' }

test('a board is kept, listed, saved over the version that was seen, and removed', async () => {
  const { status, body: made } = await ask('POST', '', board)
  expect(status).toBe(201)
  expect(made).toMatchObject({ version: 1, title: board.title })
  expect(new Set(made.shots.map(({ id }: { id: string }) => id)).size).toBe(12)
  expect((await ask('GET', `/${made.id}`)).body).toEqual(made)
  const { body: saved } = await ask('PUT', `/${made.id}`, { ...made, title: 'Keeper' })
  expect(saved).toMatchObject({ version: 2, title: 'Keeper' })
  const stale = await ask('PUT', `/${made.id}`, { ...made, title: 'Lost?' })
  expect(stale.status).toBe(409)
  expect(stale.body).toMatchObject({ code: 'conflict', current: saved })
  expect((await ask('GET', '')).body.items.map(({ id }: { id: string }) => id)).toContain(made.id)
  expect((await ask('DELETE', `/${made.id}`)).status).toBe(204)
  expect((await ask('GET', `/${made.id}`)).status).toBe(404)
})

test('an unknown word on a board is refused by its path, and nothing is kept', async () => {
  const { status, body } = await ask('POST', '', { ...board, shots: [{ prompt: 'a', duration: 4, lens: 35 }] })
  expect(status).toBe(422)
  expect(body.issues[0].path).toBe('shots.0.lens')
})

test('twelve shots of 48 s are planned into four orders for one model and refused with choices for another', async () => {
  const { body: made } = await ask('POST', '', board)
  const { body: plan } = await ask('POST', `/${made.id}/plan`, {
    provider: 'runware',
    model: 'klingai:kling-video@3-pro',
  })
  expect(plan.issues).toEqual([])
  expect(plan.blocks.length).toBeLessThanOrEqual(4)
  expect(
    plan.blocks.flatMap(({ input }: { input: { shots: { duration: number }[] } }) =>
      input.shots.map(({ duration }) => duration),
    ),
  ).toEqual(board.shots.map(({ duration }) => duration))
  const { body: other } = await ask('POST', `/${made.id}/plan`, { provider: 'runware', model: 'klingai:3@1' })
  expect(other.issues.length).toBe(11)
  expect(other.issues[0].choices).toEqual([{ label: 'Order 5 s', seconds: 5 }])
  const refused = await ask('POST', `/${made.id}/render`, { provider: 'runware', model: 'klingai:3@1' })
  expect(refused.status).toBe(422)
  expect(refused.body.issues[0].path).toBe('shots.0')
})

test('a render places all blocks once, however often the button is pressed', async () => {
  const { body: made } = await ask('POST', '', { ...board, shots: board.shots.slice(0, 5) })
  const order = { ...animatic, id: randomUUID() }
  const [first, second] = await Promise.all([
    ask('POST', `/${made.id}/render`, order),
    ask('POST', `/${made.id}/render`, order),
  ])
  const ids = (answer: typeof first) => answer.body.tasks.map(({ id }: { id: string }) => id)
  expect(ids(first)).toEqual(ids(second))
  expect(first.body.tasks.flatMap(({ shotIds }: { shotIds: string[] }) => shotIds)).toEqual(
    made.shots.map(({ id }: { id: string }) => id),
  )
  expect(ids(await ask('POST', `/${made.id}/render`, order))).toEqual(ids(first))
  // Who says neither what nor under which name orders nothing a second time.
  for (const scope of ['missing', undefined])
    expect((await ask('POST', `/${made.id}/render`, { ...animatic, scope })).body.tasks).toEqual([])
  const one = await ask('POST', `/${made.id}/render`, { ...animatic, scope: [made.shots[4].id] })
  expect(one.body.tasks).toHaveLength(1)
  for (const id of [...ids(first), ...ids(one)]) await fetch(`${studio.url}/api/tasks/${id}/cancel`, { method: 'POST' })
})
