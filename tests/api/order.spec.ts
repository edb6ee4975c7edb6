import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { startFake } from '../fakes/runware/server'
import { type Running, startStudio } from '../studio'
import { ask, ended, order, paid, paths } from './ask'

let studio: Running
let fake: Awaited<ReturnType<typeof startFake>>
test.beforeAll(async () => {
  fake = await startFake()
  fake.fault({ does: 'never', times: 1_000_000 })
  studio = await startStudio({ env: { RUNWARE_API_KEY: fake.key, RUNWARE_BASE_URL: fake.url } })
})
test.afterAll(async () => {
  await studio.stop()
  await fake.stop()
})

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: width % 255, g: height % 255, b: 90 } } })
    .jpeg()
    .toBuffer()

async function upload(width: number, height: number): Promise<string> {
  const { status, body } = await ask(studio, 'PUT', '/api/media?name=still.jpg', await picture(width, height))
  expect(status).toBe(201)
  return body.id
}

test('three shots and a picture become a film in the library', async () => {
  const firstFrame = { asset: await upload(1500, 1000) }
  const shots = [1, 1, 1].map((duration, at) => ({ prompt: `Shot ${at + 1}`, duration }))
  const wish = order({ prompt: undefined, shots, firstFrame }, { workflow: 'image-to-video', storyboardId: 'b1' })
  const { status, body } = await ask(studio, 'POST', '/api/tasks', wish)
  expect(status).toBe(201)
  expect(body).toMatchObject({ status: 'queued', outputs: [], storyboardId: 'b1', estimate: { amount: 0 } })
  const done = await ended(studio, body.id)
  expect(done.error).toBeUndefined()
  expect(done).toMatchObject({ status: 'done', outputs: [{ kind: 'video', width: 720, height: 720, duration: 3 }] })
  const film = await fetch(`${studio.url}${done.outputs[0]?.url}?download=mine`)
  expect(film.headers.get('content-disposition')).toContain('mine')
  expect((await film.arrayBuffer()).byteLength).toBe(done.outputs[0]?.bytes)

  expect((await ask(studio, 'DELETE', `/api/tasks/${body.id}`)).status).toBe(204)
  expect((await ask(studio, 'GET', `/api/tasks/${body.id}`)).status).toBe(404)
  expect((await fetch(`${studio.url}${done.outputs[0]?.url}`)).status).toBe(404)
  expect((await ask(studio, 'GET', `/api/media/${firstFrame.asset}`)).status).toBe(200)
})

test('what does not fit is refused with its path and nothing is queued', async () => {
  const shots = (...words: string[]) => words.map((prompt) => ({ prompt, duration: 1 }))
  const small = await upload(200, 200)
  const good = await upload(1200, 800)
  const { prompt: _, ...bare } = order().input
  const cases: [string, Record<string, unknown>, string, string[]][] = [
    [
      'shots that do not add up',
      { ...bare, duration: 4, shots: shots('a', 'b', 'c') },
      'text-to-video',
      ['input.duration'],
    ],
    ['seven shots', { ...bare, duration: 7, shots: shots(...'abcdefg') }, 'text-to-video', ['input.shots']],
    ['513 characters', { ...bare, shots: shots('a', 'x'.repeat(513), 'c') }, 'text-to-video', ['input.shots.1.prompt']],
    ['an empty shot', { ...bare, shots: shots('a', '', 'c') }, 'text-to-video', ['input.shots.1.prompt']],
    ['a size not in the list', { ...order().input, width: 1000 }, 'text-to-video', ['input.height', 'input.width']],
    ['a last frame alone', { ...order().input, lastFrame: { asset: good } }, 'image-to-video', ['input.firstFrame']],
    ['an unknown field', { ...order().input, seed: 4 }, 'text-to-video', ['input.seed']],
    [
      'an unknown word in a shot',
      { ...bare, shots: [{ prompt: 'a', duration: 3, lens: 35 }] },
      'text-to-video',
      ['input.shots.0.lens'],
    ],
    ['a small picture', { ...order().input, firstFrame: { asset: small } }, 'image-to-video', ['input.firstFrame']],
    ['no such file', { ...order().input, firstFrame: { asset: 'nothing' } }, 'image-to-video', ['input.firstFrame']],
    ['a length out of range', { ...order().input, duration: 2 }, 'text-to-video', ['input.duration']],
    ['a number as text', { ...order().input, duration: '3' }, 'text-to-video', ['input.duration']],
    ['no words at all', bare, 'text-to-video', ['input.prompt']],
  ]
  const before = (await ask(studio, 'GET', '/api/tasks?limit=1')).body.counts
  for (const [what, input, workflow, expected] of cases) {
    const said = await ask(studio, 'POST', '/api/tasks', { ...order(), workflow, input })
    expect([what, said.status, said.body.code]).toEqual([what, 422, 'invalid'])
    expect([...new Set(paths(said))], what).toEqual(expect.arrayContaining(expected))
    for (const { message } of said.body.issues) expect(message.length).toBeGreaterThan(5)
    const preview = await ask(studio, 'POST', '/api/requests/preview', { ...order(), workflow, input })
    expect([what, preview.status]).toEqual([what, 422])
  }
  expect((await ask(studio, 'GET', '/api/tasks?limit=1')).body.counts).toEqual(before)
})

test('a provider, model, workflow or input that is not there is named', async () => {
  const cases: [Record<string, unknown>, string][] = [
    [{ ...order(), provider: 'nobody' }, 'provider'],
    [{ ...order(), model: 'animatic-2' }, 'model'],
    [{ ...order(), workflow: 'avatar' }, 'workflow'],
    [{ ...order(), input: undefined }, 'input'],
    [{ ...order(), input: [] }, 'input'],
    [{ ...order(), input: 'a fox' }, 'input'],
    [{ ...order(), id: 'mine' }, 'id'],
    [{ ...order(), extra: 1 }, 'extra'],
  ]
  for (const [wish, path] of cases) {
    const said = await ask(studio, 'POST', '/api/tasks', wish)
    expect([said.status, paths(said)]).toEqual([422, [path]])
  }
})

test('a text that calls itself a picture is not kept', async () => {
  const before = (await ask(studio, 'GET', '/api/media')).body.items.length
  expect((await ask(studio, 'PUT', '/api/media?name=fox.png', 'once upon a time')).status).toBe(415)
  expect((await ask(studio, 'GET', '/api/media')).body.items.length).toBe(before)
})

test('the same id and order again is the same task, another order under it is refused', async () => {
  const id = randomUUID()
  const wish = paid('An owl', { id })
  const answers = await Promise.all(Array.from({ length: 8 }, () => ask(studio, 'POST', '/api/tasks', wish)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201])
  expect([...new Set(answers.map(({ body }) => body.id))]).toEqual([id])
  const reordered = { ...wish, input: Object.fromEntries(Object.entries(wish.input).reverse()) }
  expect((await ask(studio, 'POST', '/api/tasks', reordered)).status).toBe(200)
  const other = await ask(studio, 'POST', '/api/tasks', paid('A hawk', { id }))
  expect([other.status, other.body.code]).toEqual([409, 'conflict'])
  const { body } = await ask(studio, 'GET', '/api/tasks?q=owl')
  expect(body.items).toHaveLength(1)
})

test('a running task can be cancelled, and only an ended one removed', async () => {
  const { body } = await ask(studio, 'POST', '/api/tasks', paid('A heron'))
  expect((await ask(studio, 'DELETE', `/api/tasks/${body.id}`)).status).toBe(409)
  const said = await ask(studio, 'POST', `/api/tasks/${body.id}/cancel`)
  expect(said.status).toBe(200)
  expect(['cancelling', 'cancelled']).toContain(said.body.status)
  expect((await ended(studio, body.id)).status).toBe('cancelled')
  expect((await ask(studio, 'DELETE', `/api/tasks/${body.id}`)).status).toBe(204)
})

test('pages show every task that was there once, however many come in between', async () => {
  const made: string[] = []
  const add = async (at: number) => {
    const { body } = await ask(studio, 'POST', '/api/tasks', paid(`Page ${at}`, { storyboardId: 'paged' }))
    made.push(body.id)
  }
  for (let at = 0; at < 25; at++) await add(at)
  const before = [...made]
  const seen: string[] = []
  let cursor: string | null = null
  let rev = 0
  do {
    const query: string = cursor === null ? '' : `&cursor=${cursor}`
    const [{ body }] = await Promise.all([
      ask(studio, 'GET', `/api/tasks?storyboardId=paged&limit=4${query}`),
      add(100),
      add(101),
    ])
    seen.push(...body.items.map((task: { id: string }) => task.id))
    expect(body.items.length).toBeLessThanOrEqual(4)
    expect(body.rev).toBeGreaterThanOrEqual(rev)
    expect(body.counts === undefined).toBe(cursor !== null)
    rev = body.rev
    cursor = body.nextCursor
  } while (cursor !== null)
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.filter((id) => before.includes(id))).toEqual(before.reverse())
})

test('filters leave what they say, and counts count it', async () => {
  const { body } = await ask(studio, 'GET', '/api/tasks?storyboardId=paged&status=queued,running,starting&limit=200')
  const all = Object.values<number>(body.counts).reduce((sum, count) => sum + count, 0)
  expect(body.items.length).toBe(all)
  expect((await ask(studio, 'GET', '/api/tasks?storyboardId=paged&q=17%20page')).body.items).toHaveLength(1)
  expect((await ask(studio, 'GET', '/api/tasks?provider=kling')).body.items).toEqual([])
  expect((await ask(studio, 'GET', '/api/tasks?model=animatic&storyboardId=paged')).body.items).toEqual([])
})

test('star, shape and board narrow a list together, both ways round, and what is no such word is refused', async () => {
  const sizes = [
    { width: 1280, height: 720 },
    { width: 720, height: 1280 },
    { width: 720, height: 720 },
  ]
  const made: string[] = []
  for (const [at, size] of [...sizes, ...sizes].entries()) {
    const shaped = order({ prompt: `Shaped ${at}`, ...size }, { storyboardId: at < 5 ? 'shaped' : 'other' })
    const { body } = await ask(studio, 'POST', '/api/tasks', shaped)
    made.push(body.id)
    // Nothing need be made of it: the shape of the order counts until then.
    await ask(studio, 'POST', `/api/tasks/${body.id}/cancel`)
  }
  for (const at of [0, 1, 3, 5])
    expect((await ask(studio, 'PUT', `/api/tasks/${made[at]}/mark`, { star: true })).status).toBe(200)
  const found = async (query: string) => {
    const { body } = await ask(studio, 'GET', `/api/tasks?q=shaped&${query}`)
    const counted = Object.values<number>(body.counts).reduce((sum, count) => sum + count, 0)
    expect(counted, query).toBe(body.items.length)
    return body.items.map(({ id }: { id: string }) => made.indexOf(id))
  }
  expect(await found('star=only')).toEqual([5, 3, 1, 0])
  expect(await found('star=only&order=oldest')).toEqual([0, 1, 3, 5])
  expect(await found('shape=square')).toEqual([5, 2])
  expect(await found('shape=landscape&star=only&order=oldest')).toEqual([0, 3])
  expect(await found('shape=square&star=only&storyboardId=shaped')).toEqual([])
  expect(await found('shape=portrait&star=only&storyboardId=shaped&provider=local&model=animatic')).toEqual([1])
  const first = await ask(studio, 'GET', '/api/tasks?q=shaped&star=only&order=oldest&limit=3')
  const rest = await ask(studio, 'GET', `/api/tasks?q=shaped&star=only&order=oldest&cursor=${first.body.nextCursor}`)
  expect(rest.body.items.map(({ id }: { id: string }) => made.indexOf(id))).toEqual([5])
  for (const query of ['star=yes', 'shape=round'])
    expect((await ask(studio, 'GET', `/api/tasks?${query}`)).status, query).toBe(422)
})
