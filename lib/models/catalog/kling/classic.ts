// Kling's own 1.x video models: camera control, motion brush, several pictures, and edits of a selection.
import type { Fields, Row } from '../../row'
import type { Rule } from '../../rules'
import { mapPage } from './page'
import {
  film,
  fiveOrTen,
  guidance,
  lasting,
  lastNeedsFirst,
  marks,
  mode,
  needed,
  oneShot,
  oneShotOnly,
  only,
  picture,
  shape,
  shapeFollowsFrame,
  silent,
  silentSound,
  way,
  words,
} from './part'

const common = {
  provider: 'kling',
  kind: 'video',
  tier: 'Standard, Pro',
  source: mapPage,
  dialect: { api: 'video', mode: 'std' },
  price: 'unknown',
} as const
const frames = { limits: { of: picture, ends: 'both' }, required: true } as const
const told = {
  prompt: needed,
  negativePrompt: words,
  sound: silentSound,
  shotType: oneShot,
  guidance,
  duration: fiveOrTen,
} satisfies Fields
const rules: readonly Rule[] = [...silent, oneShotOnly]
const endInPro = only(['pro'], { lastFrame: 'set' }, 'With an end frame the mode must be pro.')
const both = mode(['std', 'pro'])
const both720 = mode(['std', 'pro'], 'std', { std: 'Standard', pro: 'Pro' })

const six = ['simple', 'down_back', 'forward_up', 'right_turn_forward', 'left_turn_forward'] as const
const camera = (types: readonly string[]) => ({ limits: { types, most: 10 } })
const brush = { limits: { of: picture, max: 6, points: { min: 2, max: 77 } } } as const
const brushed = [{ staticMask: 'set' }, { dynamicMasks: 'set' }] as const
const oneGroup = 'End frame, motion brush and camera exclude each other: use one of them.'
const brushNeedsFrame: Rule = {
  needs: 'firstFrame',
  when: brushed,
  why: 'The motion brush paints on the first frame: add it.',
}
const brushRules: readonly Rule[] = [
  { bars: ['staticMask', 'dynamicMasks'], when: { lastFrame: 'set' }, why: oneGroup },
  brushNeedsFrame,
  lasting([5], brushed, 'With the motion brush the film lasts 5 s.'),
]
const cameraRules: readonly Rule[] = [
  { bars: 'camera', when: { lastFrame: 'set' }, why: oneGroup },
  { bars: 'camera', when: brushed, why: oneGroup },
  { bars: ['staticMask', 'dynamicMasks'], when: { camera: 'set' }, why: oneGroup },
  lasting([5], { camera: 'set' }, 'With camera control the film lasts 5 s.'),
]

export const video16: Row = {
  ...common,
  model: 'kling-v1-6',
  name: 'Kling 1.6',
  family: 'Kling 1.6',
  workflows: [
    way('text-to-video', { ...told, mode: both, size: shape }, { rules, fps: 24 }),
    way(
      'image-to-video',
      { ...told, frames, mode: both },
      {
        fps: 30,
        rules: [...endInPro, ...rules],
        barred: { size: shapeFollowsFrame },
      },
    ),
    way('reference-to-video', {
      referenceImages: { limits: { of: picture, min: 1, max: 4 }, required: true, note: 'Cut them yourself before.' },
      prompt: needed,
      negativePrompt: words,
      mode: both,
      duration: fiveOrTen,
      size: shape,
    }),
    way(
      'video-edit',
      {
        selection: {
          limits: {
            of: { ...film, seconds: { min: 2, max: 10 }, side: { min: 720, max: 2160 }, fps: { min: 24, max: 60 } },
            frames: 10,
            points: 10,
          },
          required: true,
          note: 'Films of 2–5 s or 7–10 s, at 24, 30 or 60 frames per second.',
        },
        editMode: {
          limits: { options: ['addition', 'swap', 'removal'] },
          required: true,
        },
        referenceImages: { limits: { of: picture, max: 2 } },
        prompt: needed,
        negativePrompt: words,
        mode: both,
        duration: fiveOrTen,
      },
      {
        rules: [
          {
            bars: 'referenceImages',
            when: { editMode: 'removal' },
            why: 'To take something away no picture is used.',
          },
          {
            needs: 'referenceImages',
            when: { editMode: { is: ['addition', 'swap'] } },
            why: 'A picture of what is to come in is needed.',
          },
          {
            narrows: 'referenceImages',
            to: { max: 1 },
            when: { editMode: 'swap' },
            why: 'To swap, one picture is used.',
          },
          marks('image', 'referenceImages'),
        ],
      },
    ),
  ],
}

export const video15: Row = {
  ...common,
  model: 'kling-v1-5',
  name: 'Kling 1.5',
  family: 'Kling 1.5',
  workflows: [
    way(
      'image-to-video',
      { ...told, frames, mode: both, camera: camera(['simple']), brush },
      {
        fps: 30,
        rules: [
          ...endInPro,
          ...brushRules,
          ...only(['pro'], brushed, 'With the motion brush the mode must be pro.'),
          ...cameraRules,
          ...only(['pro'], { camera: 'set' }, 'With camera control the mode must be pro.'),
          ...rules,
        ],
        barred: { size: shapeFollowsFrame },
      },
    ),
  ],
}

export const video1: Row = {
  ...common,
  model: 'kling-v1',
  name: 'Kling 1.0',
  family: 'Kling 1.0',
  standing: 'retired',
  note: 'Kling has ended kling-v1; it answers no order any more.',
  workflows: [
    way(
      'text-to-video',
      { ...told, mode: both720, size: shape, camera: camera(six) },
      {
        fps: 30,
        rules: [
          lasting([5], { camera: 'set' }, 'With camera control the film lasts 5 s.'),
          {
            narrows: 'mode',
            to: { options: ['std'] },
            when: { camera: 'set' },
            why: 'With camera control the mode must be std.',
          },
          ...rules,
        ],
      },
    ),
    way(
      'image-to-video',
      { ...told, frames, mode: both720, brush },
      {
        fps: 30,
        rules: [
          lastNeedsFirst,
          lasting([5], { lastFrame: 'set' }, 'With an end frame the film lasts 5 s.'),
          ...brushRules,
          ...rules,
        ],
        barred: { size: shapeFollowsFrame },
      },
    ),
  ],
}
