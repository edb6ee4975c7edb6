// Kling's own omni models: pictures, elements and films in one order, counted together, and films that are changed.
import { type MediaLimits, megabytes } from '../../../media/limits'
import type { Fields, Row, Use, Workflow } from '../../row'
import type { Rule } from '../../rules'
import { changeLog, mapPage } from './page'
import {
  cast,
  film,
  guidance,
  guidanceUnstated,
  lastNeedsFirst,
  marks,
  mode,
  needed,
  oneShot,
  oneShotOnly,
  only,
  picture,
  shape,
  shots,
  shotType,
  threeToFifteen,
  threeToTen,
  told,
  way,
  words,
} from './part'
import { inUnits, perSecond } from './price'

const framesUse = { limits: { of: picture, ends: 'both', placed: true } } as const
const shapeFollows = 'The shape follows the first frame, so none can be given.'
const soundless = 'Beside a film no sound is made.'
const noFilm = 'There is no film here whose sound could be kept.'

/** Newer table of the change log of 2026-04-01: what may be used together. */
const withoutFilm = { alone: 7, filmed: 3, beside: 4 } as const
const withFilm = { alone: 4, filmed: 1, beside: 0 } as const
type Counts = { alone: number; filmed: number; beside: number }

const counted = (references: Counts, filmed: number, why: string): readonly Rule[] => {
  const own = { ...references, filmed: Math.min(references.filmed, filmed) }
  return [
    { references: own, why },
    // Whether frames count as pictures is not settled by the pages.
    { references: { ...own, frames: true }, why: `${why} Frames count as pictures.`, force: 'placing' },
  ]
}
const alone = (filmed: number) =>
  counted(
    withoutFilm,
    filmed,
    filmed
      ? 'At most 7 pictures and elements; with elements made from a film, at most 3 of those and 4 others.'
      : 'At most 7 pictures and elements, and no element made from a film.',
  )
const besideFilm = (filmed: number) =>
  counted(
    withFilm,
    filmed,
    filmed
      ? 'Beside a film at most 4 pictures and elements, or one element made from a film and nothing else.'
      : 'Beside a film at most 4 pictures and elements, and none made from a film.',
  )

type Kind = {
  /** How many elements that were made from a film can be used. */
  filmed: 0 | 3
  length: Use<'duration'>
  of: MediaLimits
  modes: Use<'mode'>
  /** Shots and sound, where the model has them. */
  telling: Fields
  rules: readonly Rule[]
  barred: NonNullable<Workflow['barred']>
  /** Where only words, or a first frame alone, are given. */
  plain: readonly Rule[]
}

const frameMarks: Rule = marks('image', 'referenceImages', { after: ['firstFrame', 'lastFrame'] })

function ways(kind: Kind): readonly Workflow[] {
  const { filmed, length, of, modes, telling, rules, barred, plain } = kind
  const prompt = 'shots' in telling ? words : needed
  const elements = cast(7, filmed > 0)
  const both: readonly Rule[] = [frameMarks, marks('element', 'elements')]
  const o1 = filmed === 0
  return [
    way(
      'text-to-video',
      { ...telling, prompt, mode: modes, size: { ...shape, required: true }, duration: length },
      { rules: [...rules, ...plain], barred: { ...barred } },
    ),
    way(
      'image-to-video',
      {
        ...telling,
        prompt,
        frames: { ...framesUse, required: true },
        referenceImages: { limits: { of: picture, max: 7 } },
        elements,
        mode: modes,
        duration: length,
      },
      {
        rules: [
          ...rules,
          ...plain,
          lastNeedsFirst,
          ...(o1
            ? ([
                {
                  bars: ['elements', 'referenceImages'],
                  when: { lastFrame: 'set' },
                  why: 'O1 takes neither elements nor reference pictures beside first and end frame.',
                },
              ] satisfies Rule[])
            : only(['std', 'pro'], { lastFrame: 'set' }, 'With an end frame there is no 4K.')),
          { count: ['elements'], max: 3, why: 'Beside a first frame at most 3 elements can be used.' },
          ...alone(filmed),
          ...both,
        ],
        barred: { ...barred, size: shapeFollows },
      },
    ),
    way(
      'reference-to-video',
      {
        ...telling,
        prompt,
        referenceImages: { limits: { of: picture, max: 7 } },
        referenceVideos: { limits: { of, max: 1 } },
        elements,
        frames: { limits: { of: picture, ends: o1 ? 'first' : 'both', placed: true } },
        keepOriginalSound: { limits: {} },
        mode: modes,
        size: shape,
        duration: length,
      },
      {
        rules: [
          ...rules,
          {
            atLeastOne: ['referenceImages', 'elements', 'referenceVideos'],
            why: 'A reference picture, an element or a reference film is needed.',
          },
          ...(o1 ? [] : [lastNeedsFirst]),
          {
            bars: ['firstFrame', 'lastFrame'],
            when: { referenceVideos: 'unset' },
            why: 'Without a reference film, work from a picture: references can stand beside it.',
          },
          { bars: 'aspectRatio', when: { firstFrame: 'set' }, why: shapeFollows },
          { needs: 'aspectRatio', when: { firstFrame: 'unset' }, why: 'Without a first frame a shape is needed.' },
          { bars: 'keepOriginalSound', when: { referenceVideos: 'unset' }, why: noFilm },
          { wants: 'sound', is: false, when: { referenceVideos: 'set', sound: true }, why: soundless },
          ...('shots' in telling
            ? ([
                {
                  bars: 'shots',
                  when: { referenceVideos: 'set' },
                  why: 'Beside a reference film the words tell the shots: let the model cut.',
                },
              ] satisfies Rule[])
            : []),
          { count: ['elements'], max: 3, when: { firstFrame: 'set' }, why: 'Beside a first frame at most 3 elements.' },
          ...alone(filmed).map((rule) => ({ ...rule, when: { referenceVideos: 'unset' } }) as Rule),
          ...besideFilm(filmed).map((rule) => ({ ...rule, when: { referenceVideos: 'set' } }) as Rule),
          ...both,
          marks('video', 'referenceVideos'),
        ],
        barred,
      },
    ),
    way(
      'video-edit',
      {
        prompt: needed,
        sourceVideo: { limits: { of }, required: true },
        referenceImages: { limits: { of: picture, max: 4 } },
        elements: cast(4, filmed > 0),
        ...('sound' in telling ? { sound: { limits: {} } } : {}),
        keepOriginalSound: { limits: {}, start: true },
        shotType: oneShot,
        guidance,
        mode: modes,
        duration: length.start === undefined ? length : { limits: length.limits },
      },
      {
        fps: 24,
        rules: [
          ...('sound' in telling
            ? ([
                { bars: 'sound', when: {}, why: soundless, force: 'offering' },
                { wants: 'sound', is: false, when: { sound: true }, why: soundless },
              ] satisfies Rule[])
            : []),
          { bars: 'duration', when: {}, why: 'The length follows the film.', force: 'offering' },
          { ...oneShotOnly, why: 'A film to change takes no shots.' },
          guidanceUnstated,
          ...besideFilm(filmed),
          marks('image', 'referenceImages'),
          marks('element', 'elements'),
          marks('video', 'sourceVideo'),
        ],
        barred: {
          ...barred,
          frames: 'A film to change takes no frames.',
          shots: 'A film to change takes no shots.',
          size: 'The shape follows the film.',
        },
      },
    ),
  ]
}

const common = { provider: 'kling', kind: 'video' } as const
const dialect = { api: 'omni', mode: 'pro' } as const
// A film in 4K has no price on the pages.
const filmless = { sourceVideo: 'unset', referenceVideos: 'unset' } as const
const usual = 'pro'
const price = inUnits(
  ...perSecond(0.9, 1.2, { usual, when: { sourceVideo: 'set' }, of: 'sourceVideo', round: true }),
  ...perSecond(0.9, 1.2, { usual, when: { referenceVideos: 'set' } }),
  ...perSecond(0.8, 1, { usual, when: { sound: true } }),
  ...perSecond(0.6, 0.8, { usual }),
  {
    when: [
      { mode: '4k', sound: 'unset', ...filmless },
      { mode: '4k', sound: false, ...filmless },
    ],
    per: 'second',
    amount: 3,
    otherwise: 5,
  },
)

export const omni3: Row = {
  ...common,
  model: 'kling-v3-omni',
  name: 'Kling VIDEO 3.0 Omni',
  family: 'Kling VIDEO O3',
  tier: 'Standard, Pro, 4K',
  source: changeLog('2026-06-17'),
  dialect,
  price,
  workflows: ways({
    filmed: 3,
    length: threeToFifteen,
    of: {
      ...film,
      bytes: megabytes(200),
      seconds: { min: 3, max: 15.5 },
      side: { min: 700, max: 4553 },
      area: { max: 8_294_400 },
      fps: { min: 24, max: 60 },
      ratio: { min: 0.4, max: 2 },
    },
    modes: mode(['std', 'pro', '4k'], 'pro'),
    telling: { shots, shotType, sound: { limits: {} }, guidance },
    rules: [...told, guidanceUnstated],
    plain: [],
    barred: { voices: 'Omni takes no voices of its own; bind the voice to the element.' },
  }),
}

const noSound = 'O1 makes no sound.'
export const omni1: Row = {
  ...common,
  model: 'kling-video-o1',
  name: 'Kling VIDEO O1',
  family: 'Kling VIDEO O1',
  tier: 'Standard, Pro',
  source: mapPage,
  dialect,
  price: 'unknown',
  workflows: ways({
    filmed: 0,
    length: threeToTen,
    of: {
      ...film,
      bytes: megabytes(200),
      seconds: { min: 3, max: 10 },
      side: { min: 700, max: 2160 },
      fps: { min: 24, max: 60 },
    },
    modes: mode(['std', 'pro'], 'pro'),
    telling: { sound: { limits: {} }, shotType: oneShot, guidance },
    rules: [
      { bars: 'sound', when: {}, why: noSound, force: 'offering' },
      { wants: 'sound', is: false, when: { sound: true }, why: `${noSound} Only off can be said.` },
      oneShotOnly,
      guidanceUnstated,
    ],
    // The map says 5 and 10, the page's own samples and questions 3 to 10.
    plain: [
      {
        narrows: 'duration',
        to: { values: [5, 10] },
        when: { lastFrame: 'unset', referenceImages: 'unset', elements: 'unset' },
        why: 'Kling’s map names 5 and 10 s for words or a first frame alone.',
        force: 'offering',
      },
    ],
    barred: {},
  }),
}
