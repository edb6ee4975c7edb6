// Kling's own 3.0 Turbo, which lives in the new generation of the API alone: sound always on, shots in the words.

import { megabytes } from '../../../media/limits'
import type { Limits } from '../../limits'
import type { Row, Use } from '../../row'
import { shapes } from '../../size'
import { newPage } from './page'
import { picture, shapeFollowsFrame, threeToFifteen, way } from './part'
import { inUnits } from './price'

/** @param written characters of all shots together, as they are sent. */
const shots = (written: number): { limits: Limits['shots']; note: string } => ({
  limits: { max: 6, words: { min: 1, max: 512 }, seconds: { min: 1, max: 15, step: 1 }, written },
  note: 'Written into the prompt when it is sent.',
})
const resolution: Use<'resolution'> = { limits: { options: ['720p', '1080p'] }, start: '720p' }
const rules = [
  { atLeastOne: ['prompt', 'shots'], why: 'Words or shots are needed.' },
  { bars: 'prompt', when: { shots: 'set' }, why: 'Shots are written into the words and take their place.' },
  { sum: 'shots', equals: 'duration', why: 'Shot lengths must add up to the length.' },
] as const
const barred = {
  sound: 'Sound is always made; it cannot be set.',
  negativePrompt: 'This model has no word for what to leave out; say it in the words.',
  mode: 'The resolution says it here.',
} as const

export const turbo3: Row = {
  provider: 'kling',
  model: 'kling-3.0-turbo',
  name: 'Kling VIDEO 3.0 Turbo',
  family: 'Kling VIDEO 3.0',
  tier: 'Turbo',
  kind: 'video',
  source: newPage,
  dialect: { api: 'turbo', shots: 'written' },
  price: inUnits(
    { when: { resolution: '1080p' }, per: 'second', amount: 1, otherwise: 5 },
    { when: [{ resolution: '720p' }, { resolution: 'unset' }], per: 'second', amount: 0.8, otherwise: 5 },
  ),
  workflows: [
    way(
      'text-to-video',
      {
        prompt: { limits: { min: 1, max: 3072 } },
        shots: shots(3072),
        duration: threeToFifteen,
        resolution,
        size: { limits: { sizes: shapes('16:9', '9:16', '1:1'), as: 'shape' }, start: '16:9' },
      },
      { rules, barred },
    ),
    way(
      'image-to-video',
      {
        prompt: { limits: { min: 1, max: 2500 } },
        shots: shots(2500),
        frames: { limits: { of: { ...picture, bytes: megabytes(50) }, ends: 'first', placed: true }, required: true },
        duration: threeToFifteen,
        resolution,
      },
      { rules, barred: { ...barred, size: shapeFollowsFrame } },
    ),
  ],
}
