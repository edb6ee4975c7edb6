// Kling VIDEO 2.6 on Runware: sound, voices and motion control in the Pro tier.
import { megabytes } from '../../../media/limits'
import type { Fields, Row } from '../../row'
import type { Rule } from '../../rules'
import {
  fiveOrTen,
  frameOrSize,
  freeSize,
  guidance,
  lastNeedsFirst,
  needsReferenceFilm,
  oldPicture,
  size,
  sizeFollowsFrame,
  unknownWays,
  words,
} from './part'
import { modelPage, providerPage, video } from './platform'
import { N1080 } from './sizes'

const comfy = { page: 'Runware’s nodes for ComfyUI', date: '2026-07-01' }

const shared = {
  prompt: { ...words, required: true },
  negativePrompt: words,
  guidance,
  sound: { limits: {} },
  voices: {
    limits: {
      of: { kind: 'audio', formats: ['mp3', 'wav', 'mp4', 'mov'], seconds: { min: 5, max: 30 } },
    },
    note: 'One speaker, no noise.',
  },
} satisfies Fields
const withoutFilm = {
  referenceVideos: 'A reference film makes it motion control.',
  keepOriginalSound: needsReferenceFilm,
  characterOrientation: needsReferenceFilm,
}
const spoken: readonly Rule[] = [
  { markers: 'voice', of: 'voices', why: 'There is no voice of that number.', force: 'placing' },
  { wants: 'sound', is: true, when: { voices: 'set' }, why: 'Voices are heard only with sound.', force: 'offering' },
]
const frames = { limits: { of: oldPicture, ends: 'both' } } as const

export const video26: readonly Row[] = [
  {
    provider: 'runware',
    model: 'klingai:kling-video@2.6-pro',
    name: 'Kling VIDEO 2.6 Pro',
    family: 'Kling VIDEO 2.6',
    tier: 'Pro',
    kind: 'video',
    source: providerPage,
    price: 'unknown',
    workflows: [
      video({
        id: 'text-to-video',
        fields: { ...shared, duration: fiveOrTen, size: size(N1080) },
        barred: withoutFilm,
        rules: spoken,
      }),
      video({
        id: 'image-to-video',
        fields: { ...shared, duration: fiveOrTen, frames: { ...frames, required: true } },
        barred: { ...withoutFilm, size: sizeFollowsFrame },
        rules: [lastNeedsFirst, ...spoken],
      }),
      video({
        id: 'motion-control',
        fields: {
          ...shared,
          frames,
          referenceVideos: {
            limits: {
              of: {
                kind: 'video',
                seconds: { min: 3, max: 30 },
                bytes: megabytes(100),
                shortEdge: { min: 340 },
                longEdge: { max: 3850 },
              },
              max: 1,
            },
            required: true,
          },
          duration: { limits: { values: [5, 10] }, note: 'The motion follows the film; said only when chosen.' },
          size: freeSize(N1080),
          keepOriginalSound: { limits: {} },
          characterOrientation: { limits: { options: ['image', 'video'] } },
        },
        rules: [
          lastNeedsFirst,
          frameOrSize,
          {
            bars: ['width', 'height'],
            when: {},
            why: 'Runware’s page names no size for motion control.',
            force: 'offering',
          },
          {
            needs: 'firstFrame',
            when: { characterOrientation: 'image' },
            why: 'Facing as in the picture wants a picture: add a first frame.',
            force: 'offering',
          },
          {
            narrows: 'referenceVideos',
            to: { of: { seconds: { min: 3, max: 10 } } },
            when: { characterOrientation: 'image' },
            why: 'Facing as in the picture, the film may last 10 s.',
            force: 'placing',
            source: comfy,
          },
          ...spoken,
        ],
      }),
    ],
  },
  {
    provider: 'runware',
    model: 'klingai:kling-video@2.6-standard',
    name: 'Kling VIDEO 2.6 Standard',
    family: 'Kling VIDEO 2.6',
    tier: 'Standard',
    kind: 'video',
    source: modelPage('Kling VIDEO 2.6 Standard', '2026-07-22'),
    standing: 'newer',
    partly: true,
    note: 'Its lengths, sizes and limits are not known here, so only words and a picture are offered; Runware judges the rest.',
    price: 'unknown',
    workflows: unknownWays,
  },
]
