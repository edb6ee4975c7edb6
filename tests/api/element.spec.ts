import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { type Running, startStudio } from '../studio'
import { ask, paths } from './ask'

let studio: Running
test.beforeAll(async () => {
  studio = await startStudio()
})
test.afterAll(() => studio.stop())

const samples = path.resolve(import.meta.dirname, '../../public/samples')
async function still(name: string): Promise<{ asset: string }> {
  const said = await ask(
    studio,
    'PUT',
    `/api/media?name=${name}.jpg`,
    await readFile(path.join(samples, `${name}.jpg`)),
  )
  return { asset: said.body.id }
}

test('an element is kept, listed, saved over the version that was seen, and removed', async () => {
  const front = await still('lighthouse')
  const added = await ask(studio, 'POST', '/api/elements', {
    name: 'keeper',
    description: 'A man of sixty in a wool cap',
    frontalImage: front,
    tags: ['Character'],
  })
  expect(added.status).toBe(201)
  const made = added.body
  expect(made).toMatchObject({ name: 'keeper', version: 1, frontalImage: front })
  expect((await ask(studio, 'GET', `/api/elements/${made.id}`)).body).toEqual(made)
  expect((await ask(studio, 'GET', '/api/elements?q=wool')).body.items).toEqual([made])
  expect((await ask(studio, 'GET', '/api/elements?tag=Animal')).body.items).toEqual([])
  const { body: saved } = await ask(studio, 'PUT', `/api/elements/${made.id}`, { ...made, description: 'Older' })
  expect(saved).toMatchObject({ version: 2, description: 'Older' })
  const stale = await ask(studio, 'PUT', `/api/elements/${made.id}`, { ...made, description: 'Lost?' })
  expect(stale.status).toBe(409)
  expect(stale.body).toMatchObject({ code: 'conflict', current: saved })
  const twin = await ask(studio, 'POST', '/api/elements', { name: 'Keeper' })
  expect([twin.status, paths(twin)]).toEqual([409, ['name']])
  expect((await ask(studio, 'DELETE', `/api/elements/${made.id}`)).status).toBe(204)
  expect((await ask(studio, 'GET', `/api/elements/${made.id}`)).status).toBe(404)
  expect((await ask(studio, 'DELETE', `/api/elements/${made.id}`)).status).toBe(404)
})

test('what an element may not hold is refused by its path, and nothing is kept', async () => {
  const front = await still('lens')
  const cases: [object, string[]][] = [
    [{ name: 'two words', images: [front] }, ['frontalImage', 'name']],
    [{ name: 'a', frontalImage: front, videos: [front] }, ['videos']],
    [{ name: 'a', voices: [{ url: 'https://example.com/a.mp3' }] }, ['voices']],
    [{ name: 'a', tags: ['Villain'] }, ['tags.0']],
    [{ name: 'a', lens: 35 }, ['lens']],
    [{ name: 'a', videos: [front] }, ['videos.0']],
    [{ name: 'a', frontalImage: { asset: 'nobody' } }, ['frontalImage']],
  ]
  for (const [body, wanted] of cases) {
    const said = await ask(studio, 'POST', '/api/elements', body)
    expect([said.status, paths(said)], JSON.stringify(body)).toEqual([422, wanted])
  }
  expect((await ask(studio, 'GET', '/api/elements?q=a')).body.items).toEqual([])
})

test('a board’s shots are cast from the library; a name that nobody bears is refused at its shot', async () => {
  const [front, frame] = [await still('stair'), await still('adrift')]
  await ask(studio, 'POST', '/api/elements', { name: 'boat', frontalImage: front })
  const shots = [
    { prompt: '@boat drifts', duration: 4, firstFrame: frame, elements: ['boat'] },
    { prompt: 'Fog', duration: 4 },
  ]
  const { body: board } = await ask(studio, 'POST', '/api/storyboards', { title: 'Adrift', shots })
  const pro = { provider: 'runware', model: 'klingai:kling-video@3-pro' }
  const { body: plan } = await ask(studio, 'POST', `/api/storyboards/${board.id}/plan`, pro)
  expect(plan.issues).toEqual([])
  expect(plan.blocks[0].input.elements).toEqual([{ id: 'boat', frontalImage: front }])
  const { body: changed } = await ask(studio, 'PUT', `/api/storyboards/${board.id}`, {
    ...board,
    shots: [board.shots[0], { ...board.shots[1], elements: ['ghost'] }],
  })
  const { body: refused } = await ask(studio, 'POST', `/api/storyboards/${board.id}/plan`, pro)
  expect(refused.issues[0]).toMatchObject({ shotId: changed.shots[1].id, path: 'shots.1.elements.0' })
  const render = await ask(studio, 'POST', `/api/storyboards/${board.id}/render`, pro)
  expect(render.status).toBe(422)
  expect(paths(render)).toContain('shots.1.elements.0')
})

test('elements in an order are numbered by their place, whichever way the words name them', async () => {
  const [front, frame] = [await still('lighthouse'), await still('adrift')]
  const order = (ids: string[]) => ({
    provider: 'runware',
    model: 'klingai:kling-video@3-pro',
    workflow: 'image-to-video',
    input: {
      prompt: '@keeper steers @boat',
      duration: 5,
      firstFrame: frame,
      elements: ids.map((id) => ({ id, frontalImage: front })),
    },
  })
  const prompt = async (ids: string[]) =>
    (await ask(studio, 'POST', '/api/requests/preview', order(ids))).body.calls[0].body[0].positivePrompt
  expect(await prompt(['keeper', 'boat'])).toBe('<<<element_1>>> steers <<<element_2>>>')
  expect(await prompt(['boat', 'keeper'])).toBe('<<<element_2>>> steers <<<element_1>>>')
})
