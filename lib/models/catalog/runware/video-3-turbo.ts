// Kling VIDEO 3.0 Turbo on Runware: sound always on, shots written into the prompt itself.
import type { Limits } from '../../limits'
import type { Row } from '../../row'
import { size, sizeFollowsFrame, sumOfShots } from './part'
import { modelPage, video } from './platform'
import { N720, N1080 } from './sizes'

const source = modelPage('Kling VIDEO 3.0 Turbo', '2026-06-17')
/** @param written characters of all shots together, as they are sent. */
const shots = (written: number): { limits: Limits['shots']; note: string } => ({
  limits: { max: 6, words: { min: 1, max: 512 }, seconds: { min: 1, max: 15, step: 1 }, written },
  note: 'Written into the prompt when it is sent.',
})
const told = {
  duration: {
    limits: { min: 3, max: 15, step: 1 },
    start: 5,
    source: {
      page: 'Kling, text-to-video/kling-3.0-turbo (Runware’s own page is known only in part)',
      date: '2026-09-20',
    },
  },
} as const
const rules = [
  { atLeastOne: ['prompt', 'shots'], why: 'Words or shots are needed.' },
  { bars: 'prompt', when: { shots: 'set' }, why: 'Shots are written into the words and take their place.' },
  sumOfShots,
] as const
const sound = 'Sound is always made; it cannot be set.'

export const turbo: Row = {
  provider: 'runware',
  model: 'klingai:kling-video@3.0-turbo',
  name: 'Kling VIDEO 3.0 Turbo',
  family: 'Kling VIDEO 3.0',
  tier: 'Turbo',
  kind: 'video',
  source,
  standing: 'newer',
  dialect: { shots: 'written' },
  price: {
    currency: 'USD',
    rates: [
      { when: [{ resolution: '720p' }, { width: { is: [1280, 960, 720] } }], per: 'second', amount: 0.112 },
      { when: [{ resolution: '1080p' }, { width: { is: [1920, 1440, 1080] } }], per: 'second', amount: 0.14 },
    ],
    source,
  },
  workflows: [
    video({
      id: 'text-to-video',
      fields: {
        ...told,
        shots: shots(3072),
        prompt: { limits: { min: 3, max: 3072 } },
        size: size([...N720, ...N1080]),
      },
      barred: {
        sound,
        resolution: 'The resolution is said only with a frame; here the size says it.',
        negativePrompt: 'What to leave out can be said only with a frame.',
      },
      rules,
    }),
    video({
      id: 'image-to-video',
      fields: {
        ...told,
        shots: shots(2500),
        prompt: { limits: { min: 3, max: 2500 } },
        negativePrompt: { limits: {} },
        frames: { limits: { of: { kind: 'image' }, ends: 'first' }, required: true },
        resolution: { limits: { options: ['720p', '1080p'] } },
      },
      barred: { sound, size: sizeFollowsFrame },
      rules,
    }),
  ],
}
