// Kling VIDEO 3.0 on Runware: shots, sound, elements and motion control.
import type { Size } from '../../limits'
import type { Fields, Price, Row, Workflow } from '../../row'
import type { Rule } from '../../rules'
import type { Source } from '../../source'
import {
  frameOrSize,
  lastNeedsFirst,
  needsReferenceFilm,
  newPicture,
  size,
  sizeFollowsFrame,
  sumOfShots,
  threeToFifteen,
  words,
} from './part'
import { modelPage, providerPage, video } from './platform'
import { N4K, N720, N1080 } from './sizes'

const parameterPage: Source = { page: 'Runware, parameter page of Kling VIDEO 3.0 Pro', date: '2026' }
const tags = ['Hottest', 'Character', 'Animal', 'Item', 'Costume', 'Scene', 'Effect', 'Others']

const prompted = {
  prompt: words,
  negativePrompt: words,
  duration: threeToFifteen,
  sound: { limits: {} },
  referenceImages: { limits: { of: newPicture, max: 1 }, source: parameterPage },
  elements: {
    limits: {
      max: 3,
      pictures: 3,
      of: newPicture,
      film: { kind: 'video' },
      voice: { kind: 'audio' },
      tags,
    },
    source: parameterPage,
  },
} satisfies Fields
const shots = {
  shots: { limits: { max: 6, words: { min: 1, max: 512 }, seconds: { min: 1, max: 15, step: 1 } } },
  shotType: { limits: { options: ['customize'] } },
} satisfies Fields
const frames = { limits: { of: newPicture, ends: 'both' } } as const

const marks: Rule = { markers: 'element', of: 'elements', why: 'There is no element of that number.', force: 'placing' }
const elementsNeedFrame: Rule = {
  needs: 'firstFrame',
  when: { elements: 'set' },
  why: 'Elements need a first frame; without one they are paid and ignored.',
  force: 'placing',
}
const sizeNeeded: Rule = {
  needs: ['width', 'height'],
  when: { firstFrame: 'unset', lastFrame: 'unset' },
  why: 'A size is needed where no frame gives one.',
  force: 'placing',
}
const wordsOrShots: Rule = { atLeastOne: ['prompt', 'shots'], why: 'Words or shots are needed.' }
const told: readonly Rule[] = [
  { bars: 'prompt', when: { shots: 'set' }, why: 'Shots take the place of the words.', force: 'offering' },
  { bars: 'shotType', when: { shots: 'unset' }, why: 'A shot type needs shots.' },
  sumOfShots,
]
const withoutFilm = {
  referenceVideos: 'A reference film makes it motion control.',
  keepOriginalSound: needsReferenceFilm,
  characterOrientation: needsReferenceFilm,
}

const fromWords = (sizes: readonly Size[], barred: Workflow['barred']): Workflow =>
  video({
    id: 'text-to-video',
    fields: { ...prompted, ...shots, size: size(sizes) },
    barred,
    rules: [
      wordsOrShots,
      ...told,
      marks,
      sizeNeeded,
      { bars: 'elements', when: {}, why: 'Elements need a first frame: work from a picture.', force: 'placing' },
    ],
  })

const fromPicture = (barred: Workflow['barred']): Workflow =>
  video({
    id: 'image-to-video',
    fields: { ...prompted, ...shots, frames: { ...frames, required: true } },
    barred: { ...barred, size: sizeFollowsFrame },
    // The parameter page itself prints frames without a word beside them.
    rules: [lastNeedsFirst, { ...wordsOrShots, force: 'placing', source: parameterPage }, ...told, marks],
  })

const motion = (sizes: readonly Size[]): Workflow =>
  video({
    id: 'motion-control',
    fields: {
      ...prompted,
      prompt: { ...words, required: true },
      frames,
      size: size(sizes),
      referenceVideos: { limits: { of: { kind: 'video' }, max: 1 }, required: true, source: parameterPage },
      keepOriginalSound: { limits: {}, source: parameterPage },
      characterOrientation: { limits: { options: ['image', 'video'] }, source: parameterPage },
    },
    rules: [
      lastNeedsFirst,
      frameOrSize,
      sizeNeeded,
      elementsNeedFrame,
      marks,
      {
        needs: 'referenceImages',
        when: {},
        why: 'Motion control wants a picture of who is to move.',
        force: 'offering',
      },
      {
        narrows: 'referenceVideos',
        to: { of: { seconds: { max: 10 } } },
        when: { characterOrientation: 'image' },
        why: 'Facing as in the picture, the film may last 10 s.',
        force: 'placing',
        source: { page: 'Runware’s nodes for ComfyUI', date: '2026-07-01' },
      },
      {
        narrows: 'referenceVideos',
        to: { of: { seconds: { max: 30 } } },
        when: { characterOrientation: 'video' },
        why: 'Facing as in the film, the film may last 30 s.',
        force: 'placing',
        source: { page: 'Runware’s nodes for ComfyUI', date: '2026-07-01' },
      },
    ],
  })

const soundOrSilent = (silent: number, sounding: number, name: string): Price => ({
  currency: 'USD',
  rates: [
    { when: { sound: true }, per: 'second', amount: sounding, otherwise: 5 },
    { per: 'second', amount: silent, otherwise: 5 },
  ],
  source: modelPage(name),
})
const common = { provider: 'runware', kind: 'video', family: 'Kling VIDEO 3.0' } as const

export const video3: readonly Row[] = [
  {
    ...common,
    model: 'klingai:kling-video@3-pro',
    name: 'Kling VIDEO 3.0 Pro',
    tier: 'Pro',
    source: providerPage,
    price: soundOrSilent(0.112, 0.168, 'Kling VIDEO 3.0 Pro'),
    workflows: [fromWords(N1080, withoutFilm), fromPicture(withoutFilm), motion(N1080)],
  },
  {
    ...common,
    model: 'klingai:kling-video@3-standard',
    name: 'Kling VIDEO 3.0 Standard',
    tier: 'Standard',
    source: providerPage,
    price: soundOrSilent(0.084, 0.126, 'Kling VIDEO 3.0 Standard'),
    workflows: [fromWords(N720, withoutFilm), fromPicture(withoutFilm), motion(N720)],
  },
  {
    ...common,
    model: 'klingai:kling-video@3-4k',
    name: 'Kling VIDEO 3.0 4K',
    tier: '4K',
    source: modelPage('Kling VIDEO 3.0 4K', '2026-04-23'),
    standing: 'newer',
    note: 'Works as 3.0 Pro does, without reference films.',
    price: {
      currency: 'USD',
      rates: [{ per: 'second', amount: 0.42, otherwise: 5 }],
      source: modelPage('Kling VIDEO 3.0 4K', '2026-04-23'),
    },
    workflows: [
      fromWords(N4K, { ...withoutFilm, referenceVideos: 'The 4K model takes no reference films.' }),
      fromPicture({ ...withoutFilm, referenceVideos: 'The 4K model takes no reference films.' }),
    ],
  },
]
