import { expect, test } from '@playwright/test'
import type { Input } from '../../../lib/models/input'
import { planOf } from '../../../lib/providers/local/plan'
import { order } from './desk'

const asset = (id: string) => ({ asset: id })
const shots = (...seconds: number[]) => seconds.map((duration) => ({ prompt: 'A lamp.', duration }))
const dealt = (input: Input) =>
  planOf(order(input)).shots.map(({ stills }) =>
    stills.map(({ medium }) => ('asset' in medium ? medium.asset : '')).join(' '),
  )

test('is 1280×720 at 24 frames a second for 5 s unless told', () => {
  expect(planOf({ ...order({ prompt: 'Rain.' }), part: true }).bare, 'a part of a longer film does not fade').toBe(true)
  expect(planOf(order({ prompt: 'Rain.' }))).toEqual({
    width: 1280,
    height: 720,
    fps: 24,
    shots: [{ prompt: 'Rain.', frames: 120, stills: [] }],
  })
})

test('gives every shot its seconds in frames, and takes their sum for the length', () => {
  const plan = planOf(order({ shots: shots(3, 4, 3), fps: 30 }))
  expect(plan.shots.map(({ frames }) => frames)).toEqual([90, 120, 90])
})

test('reads a size in pixels and in words alike', () => {
  const size = (input: Input) => {
    const { width, height } = planOf(order({ prompt: 'Rain.', ...input }))
    return [width, height]
  }
  expect(size({ width: 1080, height: 1920 })).toEqual([1080, 1920])
  expect(size({ aspectRatio: '9:16', resolution: '1080p' })).toEqual([1080, 1920])
  expect(size({ aspectRatio: '1:1' })).toEqual([720, 720])
  expect(size({ resolution: '1080p' })).toEqual([1920, 1080])
})

test('opens with the first frame, ends with the last, and deals references to the shots between', () => {
  const ends = { firstFrame: asset('first'), lastFrame: asset('last') }
  const references = [asset('a'), asset('b'), asset('c')]
  expect(dealt({ shots: shots(1, 1, 1, 1), ...ends, referenceImages: references.slice(0, 2) })).toEqual([
    'first',
    'a',
    'b',
    'last',
  ])
  expect(dealt({ shots: shots(1, 1, 1, 1), ...ends, referenceImages: references })).toEqual([
    'first',
    'a',
    'b c',
    'last',
  ])
  expect(
    dealt({ shots: shots(1, 1, 1, 1), firstFrame: asset('first'), referenceImages: references.slice(0, 1) }),
  ).toEqual(['first', 'a', '', ''])
  expect(dealt({ shots: shots(1, 1, 1), referenceImages: references })).toEqual(['a', 'b', 'c'])
})

test('shows every picture even when there are more of them than shots', () => {
  const references = [asset('a'), asset('b')]
  expect(
    dealt({ prompt: 'Rain.', firstFrame: asset('first'), lastFrame: asset('last'), referenceImages: references }),
  ).toEqual(['first a b last'])
  expect(
    dealt({ shots: shots(2, 2), firstFrame: asset('first'), lastFrame: asset('last'), referenceImages: references }),
  ).toEqual(['first a', 'b last'])
})
