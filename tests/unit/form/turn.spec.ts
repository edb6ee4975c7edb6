import { expect, test } from '@playwright/test'
import { curl } from '../../../components/compose/curl'
import { since } from '../../../components/compose/since'
import { bestTurn } from '../../../components/compose/turn'
import { account, warning } from '../../../components/compose/turn-words'
import type { Draft } from '../../../components/form/draft'
import { rowOf } from '../../../lib/models/catalog'
import type { Input } from '../../../lib/models/input'
import type { Row, Workflow } from '../../../lib/models/row'

const telling: Workflow = {
  id: 'text-to-video',
  fields: {
    prompt: { limits: { max: 500 } },
    shots: { limits: { max: 6, words: { max: 512 }, seconds: { min: 1, step: 1 } } },
    duration: { limits: { min: 3, max: 15, step: 1 } },
  },
}
const plain: Workflow = {
  id: 'text-to-video',
  fields: { prompt: { limits: { max: 500 } }, duration: { limits: { values: [5, 10] } } },
}
const row = (name: string, workflow: Workflow): Row => ({
  provider: 'runware',
  model: name,
  name,
  family: name,
  tier: '',
  kind: 'video',
  source: { page: 'none', date: '2026' },
  price: 'unknown',
  workflows: [workflow],
})
const input: Input = {
  shots: [
    { prompt: 'One.', duration: 8 },
    { prompt: 'Two.', duration: 7 },
  ],
  duration: 15,
}
const draft: Draft = { provider: 'runware', model: 'rich', workflow: 'text-to-video', input, parked: {} }

test('a model that holds less says before it is chosen what it would drop, and afterwards what it did', () => {
  const turn = bestTurn(draft, row('plain', plain), telling, undefined)
  expect(turn?.draft.input).toEqual({ duration: 10 })
  expect(warning(turn?.changes ?? [], input)).toBe('Drops the 2 shots; 15 s → 10 s')
  expect(account(turn?.changes ?? [], input)).toBe('length 15 s → 10 s, the 2 shots set aside')
})

test('a model that holds as much says nothing', () => {
  const turn = bestTurn(draft, row('as rich', telling), telling, undefined)
  expect(turn?.changes).toEqual([])
  expect(turn?.draft).toMatchObject({ model: 'as rich', input })
})

test('what changed since a take is told in one sentence', () => {
  expect(since(input, input)).toBeUndefined()
  const rewritten = {
    ...input,
    shots: [{ prompt: 'Other.', duration: 8 }, input.shots?.[1] ?? { prompt: '', duration: 1 }],
  }
  expect(since(input, rewritten)).toBe('Shot 1 was rewritten')
  expect(since(input, { ...input, width: 720, height: 720, sound: true })).toBe('The size and “sound” changed')
  expect(since({ prompt: 'A sea.' }, { prompt: 'A lake.' })).toBe('The words changed')
})

test('a call for the shell carries no key, and words with quotes survive it', () => {
  const line = curl(
    'runware',
    { method: 'POST', path: '/v1', body: [{ positivePrompt: "the keeper's lamp" }] },
    'http://here',
  )
  expect(line).toContain('"https://api.runware.ai/v1"')
  expect(line).toContain('Bearer $RUNWARE_API_KEY')
  expect(line).toContain(`the keeper'\\''s lamp`)
})

test('a tier of one provider becomes the mode of another, and stays what a person chose', () => {
  const pro = rowOf('runware', 'klingai:kling-video@3-pro')
  const own = rowOf('kling', 'kling-v3')
  const [from] = pro?.workflows ?? []
  if (!pro || !own || !from) throw new Error('no such rows')
  const draft: Draft = {
    provider: 'runware',
    model: pro.model,
    workflow: from.id,
    input: { prompt: 'A gate', duration: 7, width: 1080, height: 1920 },
    parked: {},
  }
  expect(bestTurn(draft, own, from, pro)?.draft).toMatchObject({
    workflow: 'text-to-video',
    input: { prompt: 'A gate', duration: 7, aspectRatio: '9:16', mode: 'pro' },
  })
  expect(bestTurn({ ...draft, input: { prompt: 'A gate', mode: '4k' } }, own, from, pro)?.draft.input.mode).toBe('4k')
})
