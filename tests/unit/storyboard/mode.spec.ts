// One board for several providers: another model is chosen, and nothing else; its tier goes along as the mode.
import { expect, test } from '@playwright/test'
import { rowOf } from '../../../lib/models/catalog'
import { refusals } from '../../../lib/models/schema'
import { modeOf } from '../../../lib/storyboard/mode'
import { plan } from '../../../lib/storyboard/plan'
import type { Board } from '../../../lib/storyboard/storyboard'
import { retarget } from '../../../lib/storyboard/wish'

const row = (provider: string, model: string) => {
  const found = rowOf(provider, model)
  if (!found) throw new Error(`no ${model}`)
  return found
}
const board = (settings: Board['settings']): Board => ({
  shots: Array.from({ length: 12 }, (_, at) => ({
    id: `00000000-0000-4000-8000-0000000000${String(at + 10)}`,
    prompt: `Shot ${at + 1} of the harbour.`,
    duration: 3 + (at % 3),
    ...(at === 4 ? { firstFrame: { url: 'https://files.example/a.png' } } : {}),
  })),
  settings,
})

test('twelve shots for Runware’s 3.0 Pro go to Kling’s own 3.0 in pro mode, in as many lawful orders', () => {
  const told = board({ provider: 'runware', model: 'klingai:kling-video@3-pro', aspectRatio: '9:16', sound: true })
  const before = plan(told, row('runware', 'klingai:kling-video@3-pro'))
  const kling = row('kling', 'kling-v3')
  const turned = retarget(told, { provider: 'kling', model: 'kling-v3' })
  expect(turned.settings).toMatchObject({ mode: 'pro', aspectRatio: '9:16', sound: true })
  for (const after of [plan(told, kling), plan(turned, kling)]) {
    expect(after.issues).toEqual([])
    expect(after.blocks.map(({ shotIds }) => shotIds)).toEqual(before.blocks.map(({ shotIds }) => shotIds))
    for (const { input, workflow } of after.blocks) {
      expect(input).toMatchObject({ mode: 'pro', sound: true })
      const way = kling.workflows.find(({ id }) => id === workflow)
      if (way) expect(refusals(kling, way, input, () => undefined)).toEqual([])
      if (workflow === 'text-to-video') expect(input.aspectRatio).toBe('9:16')
    }
  }
  expect(plan(turned, kling).total?.amount).toBeCloseTo(before.total?.amount ?? 0, 6)
})

test('a mode of one’s own stays; a model without it begins as it does; who makes no sound stays silent', () => {
  const own = board({ provider: 'kling', model: 'kling-v3', mode: '4k' })
  expect(modeOf(retarget(own, { provider: 'kling', model: 'kling-v3-omni' }))).toBe('4k')
  expect(plan(own, row('kling', 'kling-v3')).blocks[0]?.input.mode).toBe('4k')
  expect(plan(own, row('kling', 'kling-v2-6')).blocks[0]?.input.mode).toBe('std')
  const loud = board({ provider: 'kling', model: 'kling-v2-5-turbo', sound: true })
  expect(plan(loud, row('kling', 'kling-v2-5-turbo')).blocks[0]?.input).not.toHaveProperty('sound')
})
