// Kling VIDEO 3.0 on Runware.
import { megabytes } from '../../../media/limits'
import type { Row } from '../../row'
import type { Rule } from '../../rules'
import { N1080 } from './sizes'

const page = { page: 'Runware, KlingAI provider page', date: '2026' }
const frame = { kind: 'image', side: { min: 300 }, bytes: megabytes(10), ratio: { min: 1 / 2.5, max: 2.5 } } as const

const shared = {
  prompt: { limits: { min: 2, max: 2500 } },
  negativePrompt: { limits: { min: 2, max: 2500 } },
  shots: { limits: { max: 6, words: { min: 1, max: 512 }, seconds: { min: 1, max: 15, step: 1 } } },
  shotType: { limits: { options: ['customize'] } },
  duration: { limits: { min: 3, max: 15, step: 1 }, start: 5 },
  sound: { limits: {} },
} as const
const rules: Rule[] = [
  { atLeastOne: ['prompt', 'shots'], why: 'Words or shots are needed.' },
  { bars: 'prompt', when: { shots: 'set' }, why: 'Shots take the place of the words.', force: 'offering' },
  { needs: 'shots', when: { shotType: 'set' }, why: 'A shot type needs shots.' },
  { sum: 'shots', equals: 'duration', why: 'Shot lengths must add up to the length.' },
]

export const video3: readonly Row[] = [
  {
    provider: 'runware',
    model: 'klingai:kling-video@3-pro',
    name: 'Kling VIDEO 3.0 Pro',
    family: 'Kling VIDEO 3.0',
    tier: 'Pro',
    kind: 'video',
    source: page,
    price: {
      currency: 'USD',
      rates: [
        { when: { sound: true }, per: 'second', amount: 0.168 },
        { per: 'second', amount: 0.112 },
      ],
      source: { page: 'Runware, model page of Kling VIDEO 3.0 Pro', date: '2026' },
    },
    workflows: [
      {
        id: 'text-to-video',
        fields: { ...shared, size: { limits: { sizes: N1080, as: 'pixels' }, start: { width: 1920, height: 1080 } } },
        rules,
      },
      {
        id: 'image-to-video',
        fields: { ...shared, frames: { limits: { of: frame, ends: 'both' }, required: true } },
        barred: { size: 'The size follows the first frame.' },
        rules: [
          {
            needs: 'firstFrame',
            when: { lastFrame: 'set' },
            why: 'A last frame needs a first frame.',
            force: 'placing',
          },
          ...rules,
        ],
      },
    ],
  },
]
