// Estimates from the very input that is sent; unknown is unknown, never zero.
import { expect, test } from '@playwright/test'
import type { Asset } from '../../../lib/media/asset'
import { rowOf } from '../../../lib/models/catalog'
import type { Input } from '../../../lib/models/input'
import { quote } from '../../../lib/models/price'

const lasting = (duration: number) => (): Asset => ({
  id: 'a1',
  kind: 'video',
  mime: 'video/mp4',
  bytes: 1,
  name: 'a',
  duration,
  sha256: '',
  url: '',
  createdAt: '',
})
function price(model: string, input: Input, file?: () => Asset): number | string {
  const row = rowOf('runware', model)
  if (!row) throw new Error('no row')
  const found = quote(row, input, file)
  return typeof found === 'object' ? found.amount : found
}

const known: [string, Input, number | string][] = [
  ['klingai:kling-video@3-pro', { duration: 10 }, 1.12],
  ['klingai:kling-video@3-pro', { duration: 10, sound: true }, 1.68],
  [
    'klingai:kling-video@3-pro',
    {
      shots: [
        { prompt: 'x', duration: 4 },
        { prompt: 'y', duration: 5 },
      ],
    },
    1.008,
  ],
  ['klingai:kling-video@3-pro', {}, 0.56],
  ['klingai:kling-video@3-pro', { duration: 5, numberResults: 3 }, 1.68],
  ['klingai:kling-video@3-standard', { duration: 5, sound: true }, 0.63],
  ['klingai:kling-video@3-4k', { duration: 5, sound: true }, 2.1],
  ['klingai:kling-video@o3-pro', { duration: 5, referenceVideos: [{ ref: 'f' }] }, 0.84],
  ['klingai:kling-video@o3-standard', { duration: 5, sound: true }, 0.56],
  ['klingai:kling@o1-standard', { duration: 5, referenceImages: [{ ref: 'p' }] }, 0.63],
  ['klingai:kling@o1-standard', { sourceVideo: { ref: 'f' } }, 'unknown'],
  ['klingai:kling@o1', { duration: 5 }, 'unknown'],
  ['klingai:3@1', { duration: 5 }, 0.185],
  ['klingai:3@1', {}, 'unknown'],
  ['klingai:kling-video@3.0-turbo', { duration: 3, width: 1280, height: 720 }, 0.336],
  ['klingai:kling-video@3.0-turbo', { duration: 3, resolution: '1080p' }, 0.42],
  ['klingai:kling-image@o3', { width: 4096, height: 4096 }, 0.056],
  ['klingai:kling-image@o3', { width: 3104, height: 1312 }, 0.028],
  ['klingai:kling-image@o1', { numberResults: 4 }, 0.112],
]
for (const [model, input, amount] of known)
  test(`${model} ${JSON.stringify(input)} → ${amount}`, () => expect(price(model, input)).toBe(amount))

test('prices that follow a file follow ours, and are unknown for one that nobody here can measure', () => {
  const edit: Input = { sourceVideo: { asset: 'a1' } }
  expect(price('klingai:kling-video@o3-pro', edit, lasting(10))).toBe(1.68)
  expect(price('klingai:kling-video@o3-pro', { sourceVideo: { ref: 'x' } })).toBe('unknown')
  const lips: Input = { ...edit, audio: { ref: 'x' } }
  expect(price('klingai:7@1', lips, lasting(4))).toBe(0.0462)
  expect(price('klingai:7@1', lips, lasting(10))).toBe(0.0924)
  expect(price('klingai:7@1', lips, lasting(12.5))).toBe(0.12)
  expect(price('klingai:avatar@2.0-pro', { image: { ref: 'p' }, audio: { asset: 'a1' } }, lasting(60))).toBe(5.22)
})

test('Kling’s own prices are units at list price, told with both; what its list leaves out is unknown', () => {
  const at = (model: string, input: Input, file?: () => Asset) => {
    const row = rowOf('kling', model)
    if (!row) throw new Error('no row')
    return quote(row, input, file)
  }
  expect(at('kling-v3', { duration: 10, mode: 'pro', sound: true })).toEqual({
    amount: 1.68,
    currency: 'USD',
    basis: '10 s × 1.2 units = 12 units × $0.14',
  })
  const known: [string, Input, number | 'unknown'][] = [
    ['kling-v3', {}, 0.42],
    ['kling-v3', { duration: 5, mode: 'std', sound: false }, 0.42],
    ['kling-v3', { duration: 4, mode: '4k' }, 1.68],
    ['kling-v3', { duration: 4, mode: '4k', sound: true }, 'unknown'],
    ['kling-v3', { characterOrientation: 'image', mode: 'pro', referenceVideos: [{ ref: 'f' }] }, 'unknown'],
    ['kling-v3-omni', { duration: 5 }, 0.56],
    ['kling-v3-omni', { duration: 5, mode: 'std', referenceVideos: [{ ref: 'f' }] }, 0.63],
    ['kling-v3-omni', { duration: 5, mode: '4k', referenceVideos: [{ ref: 'f' }] }, 'unknown'],
    ['kling-video-o1', { duration: 5 }, 'unknown'],
    ['kling-v2-6', { duration: 10, mode: 'std' }, 0.42],
    ['kling-v2-6', { duration: 5, mode: 'pro', sound: true, voices: [{ ref: '1' }] }, 0.84],
    ['kling-v2-5-turbo', { duration: 10, mode: 'pro' }, 0.7],
    ['kling-3.0-turbo', { duration: 3, resolution: '1080p' }, 0.42],
    ['kling-tts', { prompt: 'hello' }, 0.007],
    ['kling-v1-6', { duration: 5 }, 'unknown'],
  ]
  for (const [model, input, amount] of known) {
    const found = at(model, input)
    expect(typeof found === 'object' ? found.amount : found, `${model} ${JSON.stringify(input)}`).toBe(amount)
  }
  const film = { sourceVideo: { asset: 'a1' }, mode: 'std' } satisfies Input
  expect(at('kling-v3-omni', film, lasting(7.4))).toMatchObject({ amount: 0.882 })
  expect(at('kling-avatar', { audio: { asset: 'a1' }, mode: 'pro' }, lasting(10))).toMatchObject({ amount: 1.12 })
})
