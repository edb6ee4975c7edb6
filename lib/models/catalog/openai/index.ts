// Kling's models as gateways offer them behind OpenAI's /v1/videos. One row holds both tiers: the resolution decides.
import type { Row, Workflow } from '../../row'
import type { Rule } from '../../rules'
import {
  bare,
  complete,
  duration,
  elements,
  film,
  frames,
  fromUpstream,
  lastNeedsFirst,
  listedOnly,
  needed,
  page,
  picture,
  prompt,
  resolution,
  shape,
  shapeFollows,
  shots,
  sound,
  told,
  wordsNeeded,
} from './part'

type Model = { max: 10 | 15; omni: boolean; moves: boolean }

const onlyOmni = 'Tencent’s guide gives this to 3.0 Omni alone.'

const fromWords = ({ max, omni }: Model): Workflow => ({
  id: 'text-to-video',
  fields: complete({ prompt, ...(omni ? { ...shots, elements } : {}), duration: duration(max), size: shape, sound }),
  ...(omni ? {} : { barred: { shots: onlyOmni } }),
  rules: [wordsNeeded(omni), listedOnly(max), ...(omni ? told : [])],
})

const sharpEnds: readonly Rule[] = [
  {
    needs: 'resolution',
    when: { lastFrame: 'set' },
    why: 'With a last frame this model works at 1080P only: choose it.',
    force: 'offering',
  },
  {
    narrows: 'resolution',
    to: { options: ['1080P'] },
    when: { lastFrame: 'set' },
    why: 'With a last frame this model works at 1080P only; another resolution may be refused.',
    force: 'offering',
  },
]

const fromPicture = ({ max, omni }: Model): Workflow => ({
  id: 'image-to-video',
  fields: complete({
    prompt,
    ...(omni ? { ...shots, elements } : {}),
    frames,
    duration: duration(max),
    size: shape,
    sound,
    ...(omni ? {} : { resolution: { ...resolution, ...fromUpstream('With a last frame it names 1080P only.') } }),
  }),
  ...(omni ? {} : { barred: { shots: onlyOmni } }),
  rules: [
    needed('firstFrame', 'A first frame is needed.'),
    lastNeedsFirst,
    shapeFollows,
    ...(omni ? [] : sharpEnds),
    listedOnly(max),
    ...(omni ? told : []),
  ],
})

const beside = 'Beside a reference film'
const fromReferences = ({ max }: Model): Workflow => ({
  id: 'reference-to-video',
  fields: complete({
    prompt,
    ...shots,
    elements,
    referenceImages: { limits: { of: picture, max: 7 }, ...fromUpstream('Write @image_1 for the first one.') },
    referenceVideos: { limits: { of: film, max: 1 } },
    duration: duration(max),
    size: shape,
    sound,
  }),
  rules: [
    wordsNeeded(true),
    {
      atLeastOne: ['referenceImages', 'referenceVideos'],
      when: { extra: 'unset' },
      why: 'A reference picture or film is needed.',
    },
    { markers: 'image', of: 'referenceImages', why: 'There is no reference picture of that number.', force: 'placing' },
    listedOnly(max),
    {
      narrows: 'duration',
      to: { values: [5, 10] },
      when: { referenceVideos: 'set' },
      why: `${beside} the model makes up to 10 s; a longer one may be refused.`,
      force: 'offering',
    },
    {
      narrows: 'referenceImages',
      to: { max: 4 },
      when: { referenceVideos: 'set' },
      why: `${beside} four pictures can be used; more may be refused.`,
      force: 'offering',
    },
    {
      count: ['referenceImages', 'elements'],
      max: 7,
      why: 'At most 7 pictures and elements together; more may be refused.',
      force: 'offering',
    },
    {
      bars: ['shots', 'shotType'],
      when: { referenceVideos: 'set' },
      why: `${beside} shots may be refused.`,
      force: 'offering',
    },
    ...told,
  ],
})

const motion = ({ max, moves }: Model): Workflow => ({
  id: 'motion-control',
  fields: complete(
    {
      prompt,
      referenceImages: { limits: { of: picture, max: 1 }, label: 'Character' },
      referenceVideos: {
        limits: { of: film, max: 1 },
        label: 'Film to follow',
        ...(moves ? {} : fromUpstream('It names motion control for 2.6 and 3.0 only.')),
      },
      motionLevel: {
        limits: { options: ['std', 'pro'], labels: { std: 'Standard', pro: 'Pro' } },
        note: 'Decides the price.',
      },
      characterOrientation: {
        limits: { options: ['image', 'video'], labels: { image: 'the picture', video: 'the film' } },
        ...fromUpstream(),
      },
      keepOriginalSound: { limits: {}, ...fromUpstream() },
      duration: { limits: { min: 5, max, step: 1 }, note: 'The motion follows the film; said only when chosen.' },
    },
    'motion_control',
  ),
  rules: [
    needed('referenceImages', 'Motion control needs a picture of who is to move.'),
    needed('referenceVideos', 'Motion control needs a film to follow.'),
    listedOnly(max),
    {
      narrows: 'referenceVideos',
      to: { of: { seconds: { max: 10 } } },
      when: { characterOrientation: 'image' },
      why: 'Facing as in the picture, the film may last 10 s.',
      force: 'placing',
    },
    {
      narrows: 'referenceVideos',
      to: { of: { seconds: { max: 30 } } },
      when: { characterOrientation: 'video' },
      why: 'Facing as in the film, the film may last 30 s.',
      force: 'placing',
    },
  ],
})

const avatar = ({ max }: Model): Workflow => ({
  id: 'avatar',
  fields: complete(
    {
      image: { limits: { of: picture } },
      audio: {
        limits: {
          of: {
            kind: 'audio',
            formats: ['mp3', 'wav', 'm4a', 'aac'],
            bytes: 5 * 1024 * 1024,
            seconds: { min: 2, max: 300 },
          },
        },
        ...fromUpstream(),
      },
      prompt,
      duration: { limits: { min: 5, max, step: 1 }, note: 'The film follows the sound; said only when chosen.' },
      sound,
    },
    'avatar_i2v',
  ),
  // The page names the scene alone, and one client sends no more than words with it.
  rules: [
    { atLeastOne: ['image', 'prompt', 'audio'], when: bare, why: 'An avatar needs a portrait.' },
    { needs: 'image', when: bare, why: 'An avatar needs a portrait.', force: 'placing' },
    { needs: 'audio', when: bare, why: 'An avatar needs a sound.', force: 'placing' },
    listedOnly(max),
  ],
})

const ways = (model: Model): readonly Workflow[] => [
  fromWords(model),
  fromPicture(model),
  ...(model.omni ? [fromReferences(model)] : []),
  motion(model),
  avatar(model),
]
const common = { provider: 'openai', kind: 'video', tier: 'Standard, Pro', price: 'unknown', source: page } as const

export const openai: readonly Row[] = [
  {
    ...common,
    model: 'Kling-3.0-Omni',
    name: 'Kling VIDEO 3.0 Omni',
    family: 'Kling VIDEO O3',
    workflows: ways({ max: 15, omni: true, moves: false }),
  },
  {
    ...common,
    model: 'Kling-2.6',
    name: 'Kling VIDEO 2.6',
    family: 'Kling VIDEO 2.6',
    workflows: ways({ max: 10, omni: false, moves: true }),
  },
  {
    ...common,
    model: 'Kling-2.5',
    name: 'Kling 2.5',
    family: 'Kling 2.5 Turbo',
    workflows: ways({ max: 10, omni: false, moves: false }),
  },
]
