import { expect, test } from '@playwright/test'
import { lint } from '../../../lib/storyboard/lint'
import type { BoardShot } from '../../../lib/storyboard/storyboard'

const shot = (id: string, prompt: string, more: Partial<BoardShot> = {}): BoardShot => ({
  id,
  prompt,
  duration: 4,
  ...more,
})
const codes = (shots: BoardShot[], look?: string, limit?: number) =>
  lint(
    { shots, ...(look ? { look } : {}) },
    { names: ['keeper', 'boat'], ...(limit ? { limit: () => limit } : {}) },
  ).map(({ shotId, code }) => `${shotId} ${code}`)

test('says what is named but not referenced, and the other way round', () => {
  expect(
    codes([shot('1', '@keeper waits'), shot('2', 'Nobody', { elements: ['boat'] }), shot('3', '@keepers wait')]),
  ).toEqual(['1 unreferenced', '2 unnamed'])
})

test('says when a look is sent twice and when words come near their limit', () => {
  expect(codes([shot('1', 'Dawn, soft grain')], 'soft grain')).toEqual(['1 look-twice'])
  expect(codes([shot('1', 'x'.repeat(95)), shot('2', 'x'.repeat(80))], undefined, 100)).toEqual(['1 near-limit'])
})

test('says when three framings in a row are the same', () => {
  expect(codes(['1', '2', '3', '4'].map((id) => shot(id, 'a', { framing: id === '4' ? 'wide' : 'close' })))).toEqual([
    '3 same-framing',
  ])
})

test('says when dialogue is longer than its seconds or has no sound', () => {
  const long = 'MARA\nIt was lit when I left and nobody but me has ever had the key to it.'
  expect(codes([shot('1', 'a', { dialogue: long })])).toEqual(['1 fast-talk', '1 silent-talk'])
  expect(
    lint({ shots: [shot('1', 'a', { dialogue: 'It was lit.' })], settings: { sound: true } }, { names: [] }),
  ).toEqual([])
})

test('says which reference picture the words do not call, where the model counts them', () => {
  const shots = [
    shot('1', 'As in @image_1', { referenceImages: [{ url: 'https://a.b/1.png' }, { url: 'https://a.b/2.png' }] }),
  ]
  expect(lint({ shots }, { names: [], numbersPictures: true }).map(({ code, name }) => `${code} ${name}`)).toEqual([
    'unnamed-picture image_2',
  ])
  expect(lint({ shots }, { names: [] })).toEqual([])
})

test('says when the model makes no sound for dialogue, whatever the board wants', () => {
  const talk = { shots: [shot('1', 'a', { dialogue: 'It was lit.' })], settings: { sound: true } }
  expect(lint(talk, { names: [], silent: true })[0]?.message).toBe('There is dialogue, but this model makes no sound.')
})
