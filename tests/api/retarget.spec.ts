// One board and three providers: another model is chosen, and nothing else.
import { expect, test } from '@playwright/test'
import type { Block } from '../../lib/storyboard/plan'
import type { Task } from '../../lib/tasks/task'
import * as kling from '../fakes/kling/server'
import * as gateway from '../fakes/openai/server'
import * as runware from '../fakes/runware/server'
import { type Running, startStudio } from '../studio'
import { ask, ended } from './ask'

let studio: Running
let fakes: { runware: runware.Fake; kling: kling.Fake; gateway: gateway.Fake }
test.beforeAll(async () => {
  fakes = {
    runware: await runware.startFake({ runMs: 100 }),
    kling: await kling.startFake({ runMs: 100 }),
    gateway: await gateway.startFake({ runMs: 100 }),
  }
  studio = await startStudio({
    env: {
      RUNWARE_API_KEY: fakes.runware.key,
      RUNWARE_BASE_URL: fakes.runware.url,
      KLING_API_KEY: fakes.kling.apiKey,
      KLING_BASE_URL: fakes.kling.url,
      OPENAI_VIDEOS_API_KEY: fakes.gateway.key,
      OPENAI_VIDEOS_BASE_URL: fakes.gateway.url,
    },
  })
})
test.afterAll(async () => {
  await studio?.stop()
  for (const fake of Object.values(fakes)) await fake.stop()
})

const seconds = [4, 3, 4, 3, 5, 4, 4, 3, 4, 4, 6, 4]
const board = {
  title: 'The Last Keeper',
  look: 'Soft grain.',
  shots: seconds.map((duration, at) => ({ prompt: `Shot ${at + 1}`, duration })),
}
const targets = [
  { provider: 'runware', model: 'klingai:kling-video@3-pro', taken: () => fakes.runware.bought() },
  { provider: 'kling', model: 'kling-v3', taken: () => fakes.kling.bought() },
  { provider: 'openai', model: 'Kling-3.0-Omni', taken: () => fakes.gateway.taken.length },
]

test('one board of twelve shots is rendered at three providers by choosing another model and nothing else', async () => {
  test.setTimeout(300_000)
  const { body: made } = await ask(studio, 'POST', '/api/storyboards', board)
  for (const { taken, ...target } of targets) {
    const { body: plan } = await ask(studio, 'POST', `/api/storyboards/${made.id}/plan`, target)
    expect(plan.issues, target.provider).toEqual([])
    expect(plan.blocks.length, target.provider).toBeLessThanOrEqual(4)
    const told = plan.blocks.flatMap(({ input }: Block) => input.shots ?? [])
    expect(
      told.map(({ duration }: { duration: number }) => duration),
      target.provider,
    ).toEqual(seconds)
    expect(told.map(({ prompt }: { prompt: string }) => prompt)).toEqual(
      board.shots.map(({ prompt }) => `Soft grain. ${prompt}`),
    )
    const render = await ask(studio, 'POST', `/api/storyboards/${made.id}/render`, { ...target, scope: 'all' })
    expect(render.status, JSON.stringify(render.body)).toBe(200)
    expect(render.body.tasks.map(({ input }: Task) => input)).toEqual(plan.blocks.map(({ input }: Block) => input))
    for (const { id } of render.body.tasks as Task[]) {
      const task = await ended(studio, id)
      expect(task.status, `${target.provider}: ${task.error?.message}`).toBe('done')
      expect(task.outputs).toHaveLength(1)
    }
    expect(taken(), target.provider).toBe(plan.blocks.length)
  }
  const { body: after } = await ask(studio, 'GET', `/api/storyboards/${made.id}`)
  expect(after).toEqual(made)
})
