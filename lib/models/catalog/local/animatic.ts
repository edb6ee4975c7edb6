// The studio's own moving storyboard: free, on this computer. Limits are what our renderer does.
import { megabytes } from '../../../media/limits'
import type { Size } from '../../limits'
import type { Fields, Row } from '../../row'
import type { Rule } from '../../rules'

const sizes: Size[] = [
  { width: 1280, height: 720, aspectRatio: '16:9', resolution: '720p' },
  { width: 720, height: 1280, aspectRatio: '9:16', resolution: '720p' },
  { width: 720, height: 720, aspectRatio: '1:1', resolution: '720p' },
  { width: 1920, height: 1080, aspectRatio: '16:9', resolution: '1080p' },
  { width: 1080, height: 1920, aspectRatio: '9:16', resolution: '1080p' },
  { width: 1080, height: 1080, aspectRatio: '1:1', resolution: '1080p' },
]
const picture = { kind: 'image', bytes: megabytes(20), side: { min: 300 }, ratio: { min: 1 / 2.5, max: 2.5 } } as const

const fields = {
  prompt: { limits: { max: 2500 } },
  shots: { limits: { max: 6, words: { min: 1, max: 512 }, seconds: { min: 1, max: 15, step: 1 } } },
  duration: { limits: { min: 3, max: 15, step: 1 }, start: 5 },
  size: { limits: { sizes, as: 'either' }, start: { width: 1280, height: 720 } },
  fps: { limits: { options: [24, 30] }, start: 24 },
} satisfies Fields

const rules: Rule[] = [
  { atLeastOne: ['prompt', 'shots'], why: 'Write what is seen, or add shots.' },
  { bars: 'prompt', when: { shots: 'set' }, why: 'Shots take the place of the words.', force: 'offering' },
  { sum: 'shots', equals: 'duration', why: 'Shot lengths must add up to the length.' },
]

export const animatic: Row = {
  provider: 'local',
  model: 'animatic',
  name: 'Animatic',
  family: 'animatic',
  tier: '',
  kind: 'video',
  source: { page: 'this studio’s own renderer', date: '2026-11-20' },
  price: 'free',
  workflows: [
    { id: 'text-to-video', fields, rules },
    {
      id: 'image-to-video',
      fields: {
        ...fields,
        size: { ...fields.size, note: 'A picture of another shape is cut to it, around its middle.' },
        frames: { limits: { of: picture, ends: 'both' } },
        referenceImages: {
          limits: { of: picture, max: 6 },
          note: 'In order, one for each shot that has no picture yet.',
        },
      },
      rules: [
        { atLeastOne: ['firstFrame', 'referenceImages'], why: 'A first frame or a reference picture is needed.' },
        { needs: 'firstFrame', when: { lastFrame: 'set' }, why: 'A last frame needs a first frame.' },
        ...rules,
      ],
    },
  ],
}
