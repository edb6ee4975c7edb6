// Kling's own 2.x and 3.0 video models: words, pictures, shots, sound, voices and motion control.
import { megabytes } from '../../../media/limits'
import type { Fields, Row, Workflow } from '../../row'
import type { Rule } from '../../rules'
import { changeLog, mapPage } from './page'
import {
  cast,
  film,
  fiveOrTen,
  guidance,
  guidanceUnstated,
  lastNeedsFirst,
  marks,
  mode,
  needed,
  noGuidance,
  oneShot,
  oneShotOnly,
  only,
  picture,
  shape,
  shapeFollowsFrame,
  shots,
  shotType,
  silent,
  silentSound,
  threeToFifteen,
  told,
  voicesElsewhere,
  way,
  words,
} from './part'
import { inUnits, perSecond } from './price'

const common = { provider: 'kling', kind: 'video' } as const
const api = { api: 'video', mode: 'std' } as const
const frames = { limits: { of: picture, ends: 'both' }, required: true } as const
const firstOnly = { limits: { of: picture, ends: 'first' }, required: true } as const
const shared = { guidance: noGuidance } as const

const motion = (casts: boolean): Workflow =>
  way(
    'motion-control',
    {
      frames: {
        limits: { of: { ...picture, side: { min: 300, max: 65536 } }, ends: 'first' },
        required: true,
        note: 'Who is to move.',
      },
      referenceVideos: {
        limits: {
          of: { ...film, bytes: megabytes(100), side: { min: 340, max: 3850 }, seconds: { min: 3, max: 30 } },
          max: 1,
        },
        required: true,
        note: 'One person, in one take.',
      },
      characterOrientation: { limits: { options: ['image', 'video'] }, required: true },
      mode: { ...mode(['std', 'pro']), required: true },
      keepOriginalSound: { limits: {}, start: true },
      prompt: words,
      ...(casts ? { elements: cast(1) } : {}),
    },
    {
      barred: {
        size: 'The shape follows the film.',
        duration: 'The length follows the film; it can come out shorter, and is paid in full.',
      },
      rules: [
        {
          narrows: 'referenceVideos',
          to: { of: { seconds: { min: 3, max: 10 } } },
          when: { characterOrientation: 'image' },
          why: 'Facing as in the picture, the film may last 10 s.',
        },
        ...(casts
          ? ([
              {
                bars: 'elements',
                when: { characterOrientation: 'image' },
                why: 'An element can be used only facing as in the film.',
              },
              marks('element', 'elements'),
            ] satisfies Rule[])
          : []),
      ],
    },
  )

/** Words and a picture, five or ten seconds, as all of 2.x has them. */
const classic = { prompt: needed, negativePrompt: words, sound: silentSound, shotType: oneShot } as const
const endInPro = only(['pro'], { lastFrame: 'set' }, 'With an end frame the mode must be pro.')

export const turbo25: Row = {
  ...common,
  model: 'kling-v2-5-turbo',
  name: 'Kling 2.5 Turbo',
  family: 'Kling 2.5 Turbo',
  tier: 'Standard, Pro',
  source: mapPage,
  dialect: api,
  price: inUnits(...perSecond(0.3, 0.5)),
  workflows: [
    way(
      'text-to-video',
      { ...classic, mode: mode(['std', 'pro']), size: shape, duration: fiveOrTen },
      { rules: [...silent, oneShotOnly], barred: shared, fps: 24 },
    ),
    way(
      'image-to-video',
      { ...classic, frames, mode: mode(['std', 'pro']), duration: fiveOrTen },
      {
        fps: 24,
        rules: [lastNeedsFirst, ...endInPro, ...silent, oneShotOnly],
        barred: { ...shared, size: shapeFollowsFrame },
      },
    ),
  ],
}

const aloud = only(['pro'], { sound: true }, 'With sound the mode must be pro.')
export const video26: Row = {
  ...common,
  model: 'kling-v2-6',
  name: 'Kling VIDEO 2.6',
  family: 'Kling VIDEO 2.6',
  tier: 'Standard, Pro',
  source: mapPage,
  dialect: api,
  price: inUnits(
    ...perSecond(0.5, 0.8, { when: { characterOrientation: 'set' }, of: 'referenceVideos' }),
    { when: { mode: 'pro', voices: 'set' }, per: 'second', amount: 1.2, otherwise: 5 },
    { when: { mode: 'pro', sound: true }, per: 'second', amount: 1, otherwise: 5 },
    ...perSecond(0.3, 0.5),
  ),
  workflows: [
    way(
      'text-to-video',
      { ...classic, sound: { limits: {} }, mode: mode(['std', 'pro']), size: shape, duration: fiveOrTen },
      { rules: [...aloud, oneShotOnly], barred: shared },
    ),
    way(
      'image-to-video',
      {
        ...classic,
        frames,
        sound: { limits: {} },
        voices: {
          limits: {
            of: { kind: 'audio', formats: ['mp3', 'wav', 'mp4', 'mov'], seconds: { min: 5, max: 30 } },
            max: 2,
          },
          note: 'Voices that Kling knows, its own or yours; not those of speech or lip sync.',
        },
        mode: mode(['std', 'pro']),
        duration: fiveOrTen,
      },
      {
        rules: [
          lastNeedsFirst,
          ...endInPro,
          {
            wants: 'sound',
            is: false,
            when: { lastFrame: 'set', sound: true },
            why: 'With an end frame 2.6 is silent: only off can be said.',
          },
          ...aloud,
          ...only(['pro'], { voices: 'set' }, 'With voices the mode must be pro.'),
          { wants: 'sound', is: true, when: { voices: 'set' }, why: 'Voices need sound: on.' },
          marks('voice', 'voices'),
          oneShotOnly,
        ],
        barred: { ...shared, size: shapeFollowsFrame },
      },
    ),
    motion(false),
  ],
}

const told3 = {
  prompt: words,
  negativePrompt: words,
  shots,
  shotType,
  sound: { limits: {} },
  guidance,
  duration: threeToFifteen,
} satisfies Fields
const silentIn4k = [
  { mode: '4k', sound: 'unset' },
  { mode: '4k', sound: false },
] as const
const three = mode(['std', 'pro', '4k'])

export const video3: Row = {
  ...common,
  model: 'kling-v3',
  name: 'Kling VIDEO 3.0',
  family: 'Kling VIDEO 3.0',
  tier: 'Standard, Pro, 4K',
  source: changeLog('2026-09-15'),
  dialect: api,
  price: inUnits(
    ...perSecond(0.9, 1.2, { when: { characterOrientation: 'set' }, of: 'referenceVideos' }),
    ...perSecond(0.9, 1.2, { when: { sound: true } }),
    ...perSecond(0.6, 0.8),
    { when: silentIn4k, per: 'second', amount: 3, otherwise: 5 },
  ),
  workflows: [
    way(
      'text-to-video',
      { ...told3, mode: three, size: shape },
      {
        rules: [...told, guidanceUnstated],
        barred: {
          elements: 'Elements need a picture to start from.',
          voices: voicesElsewhere,
        },
      },
    ),
    way(
      'image-to-video',
      { ...told3, frames, mode: three, elements: cast(3) },
      {
        rules: [
          lastNeedsFirst,
          ...only(['std', 'pro'], { lastFrame: 'set' }, 'With an end frame there is no 4K.'),
          ...told,
          guidanceUnstated,
          marks('element', 'elements'),
        ],
        barred: { voices: voicesElsewhere, size: shapeFollowsFrame },
      },
    ),
    motion(true),
  ],
}

const perhapsMaster = mode(['std', 'pro'], 'std', { std: 'Standard', pro: 'Pro' })
const master = (
  model: string,
  name: string,
  family: string,
  modes: Fields,
  dialect: Row['dialect'],
  note: string,
): Row => ({
  ...common,
  model,
  name,
  family,
  tier: 'Master',
  source: mapPage,
  dialect: { api: 'video', ...dialect },
  note,
  price: 'unknown',
  workflows: [
    way(
      'text-to-video',
      { ...classic, ...modes, size: shape, duration: fiveOrTen },
      { rules: [...silent, oneShotOnly], barred: { ...shared, ...barMode(modes) }, fps: 24 },
    ),
    way(
      'image-to-video',
      { ...classic, ...modes, frames: firstOnly, duration: fiveOrTen },
      {
        fps: 24,
        rules: [...silent, oneShotOnly],
        barred: { ...shared, size: shapeFollowsFrame, ...barMode(modes) },
      },
    ),
  ],
})
const barMode = ({ mode: has }: Fields): Workflow['barred'] => (has ? {} : { mode: 'This model takes no mode.' })

export const master21 = master(
  'kling-v2-1-master',
  'Kling 2.1 Master',
  'Kling 2.1',
  { mode: perhapsMaster },
  { mode: 'std' },
  'Makes 1080p whichever mode is said.',
)
export const master2 = master('kling-v2-master', 'Kling 2.0 Master', 'Kling 2.0', {}, {}, 'Makes 720p; takes no mode.')

export const video21: Row = {
  ...common,
  model: 'kling-v2-1',
  name: 'Kling 2.1',
  family: 'Kling 2.1',
  tier: 'Standard, Pro',
  source: mapPage,
  dialect: api,
  price: 'unknown',
  workflows: [
    way(
      'image-to-video',
      { ...classic, frames, mode: mode(['std', 'pro']), duration: fiveOrTen },
      {
        fps: 24,
        rules: [lastNeedsFirst, ...endInPro, ...silent, oneShotOnly],
        barred: { ...shared, size: shapeFollowsFrame },
      },
    ),
  ],
}
