// A model is one row: one that nobody knew until now is checked, stood up, begun, carried to and priced like any other.
import { expect, test } from '@playwright/test'
import { carry } from '../../../lib/models/carry'
import { quote } from '../../../lib/models/price'
import type { Row } from '../../../lib/models/row'
import { inputSchema, issuesOf, refusals } from '../../../lib/models/schema'
import { standing } from '../../../lib/models/standing'
import { startInput } from '../../../lib/models/start'
import { body } from '../../../lib/providers/runware/wire'

const row: Row = {
  provider: 'runware',
  model: 'klingai:kling-video@9',
  name: 'Kling VIDEO 9',
  family: 'Kling VIDEO 9',
  tier: 'Pro',
  kind: 'video',
  source: { page: 'this test', date: '2026-11-20' },
  price: {
    currency: 'USD',
    rates: [
      { when: { sound: true }, per: 'second', amount: 0.2 },
      { per: 'second', amount: 0.1 },
    ],
    source: { page: 'this test', date: '2026-11-20' },
  },
  workflows: [
    {
      id: 'text-to-video',
      fields: {
        prompt: { limits: { min: 2, max: 20 }, required: true },
        duration: { limits: { min: 2, max: 8, step: 2 }, start: 4 },
        sound: { limits: {} },
        resolution: { limits: { options: ['8k'] } },
      },
      rules: [
        { bars: 'resolution', when: { sound: true }, why: 'Sound is made without 8k.' },
        { narrows: 'duration', to: { max: 4 }, when: { sound: true }, why: 'Sound lasts 4 s.' },
      ],
    },
  ],
}
const [workflow] = row.workflows
if (!workflow) throw new Error('no workflow')

test('it begins as its row says', () => expect(startInput(workflow)).toEqual({ duration: 4 }))

test('it refuses by its own limits and sentences, in form and server alike', () => {
  const input = { prompt: 'x'.repeat(21), duration: 6, sound: true, resolution: '8k' }
  const parsed = inputSchema(row, workflow).safeParse(input)
  const told = parsed.success ? [] : issuesOf(parsed.error)
  expect(told).toEqual([
    { path: 'prompt', message: '1 character too many; at most 20 can be used.' },
    { path: 'duration', message: '6 s is outside 2–4 s.', fix: { label: 'Make it 4 s', set: { duration: 4 } } },
    {
      path: 'resolution',
      message: 'Sound is made without 8k.',
      fix: { label: 'Take it out', set: { resolution: undefined } },
    },
  ])
  expect(refusals(row, workflow, input, () => undefined)).toEqual(told.map(({ path, message }) => ({ path, message })))
})

test('its form stands as the input asks', () => {
  const stands = standing(workflow, { sound: true })
  expect(stands.find(({ field }) => field === 'resolution')?.barred).toBe('Sound is made without 8k.')
  expect(stands.find(({ field }) => field === 'duration')?.use.limits).toEqual({ min: 2, max: 4, step: 2 })
})

test('its price is read from what is sent', () => {
  expect(quote(row, { prompt: 'A gate', duration: 4 })).toMatchObject({ amount: 0.4 })
  expect(quote(row, { prompt: 'A gate', duration: 4, sound: true })).toMatchObject({ amount: 0.8 })
  expect(quote(row, { prompt: 'A gate' })).toBe('unknown')
})

test('a draft of another model comes over', () =>
  expect(carry({ prompt: 'A gate', duration: 15 }, row, workflow)).toEqual({
    input: { prompt: 'A gate', duration: 8 },
    changes: [{ field: 'duration', label: 'Length', from: '15 s', to: '8 s' }],
  }))

test('it is sent without a line of its own', () =>
  expect(body({ name: 'n', row, workflow, input: { prompt: 'A gate', sound: true } }, (id) => id)).toMatchObject({
    taskType: 'videoInference',
    model: 'klingai:kling-video@9',
    positivePrompt: 'A gate',
    providerSettings: { klingai: { sound: true } },
  }))
