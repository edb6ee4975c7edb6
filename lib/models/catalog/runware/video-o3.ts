// Kling VIDEO O3 on Runware, which Runware now calls 3.0 Omni: shots, sound, references and editing.
import type { MediaLimits } from '../../../media/limits'
import type { Size } from '../../limits'
import type { Fields, Price, Row, Workflow } from '../../row'
import type { Rule } from '../../rules'
import {
  frameOrSize,
  lastNeedsFirst,
  newPicture,
  size,
  sizeFollowsFrame,
  sumOfShots,
  threeToFifteen,
  unknownWays,
  words,
} from './part'
import { modelPage, providerPage, video } from './platform'
import { N720, N1080 } from './sizes'

const film: MediaLimits = { kind: 'video', seconds: { min: 3, max: 10 }, side: { min: 720, max: 2160 } }
const pictures = { limits: { of: newPicture, max: 7 } } as const
const frames = { limits: { of: newPicture, ends: 'both' } } as const

const told = {
  prompt: words,
  shots: { limits: { max: 6, words: { min: 1, max: 512 }, seconds: { min: 1, max: 15, step: 1 } } },
  duration: threeToFifteen,
  sound: { limits: {} },
} satisfies Fields
const onlySound = 'With a film neither shots nor sound can be asked for, only that its own sound is kept.'
const soundless = 'There is no film here whose sound could be kept.'
const resolution = 'The resolution can be said only when a film is edited.'
const rules: readonly Rule[] = [
  { exactlyOne: [['prompt'], ['shots']], why: 'Give either words or shots: one of the two.' },
  sumOfShots,
]
const markers: Rule = {
  markers: 'image',
  of: 'referenceImages',
  why: 'There is no reference picture of that number.',
  force: 'placing',
}

const workflows = (sizes: readonly Size[]): readonly Workflow[] => [
  video({
    id: 'text-to-video',
    fields: { ...told, size: size(sizes) },
    barred: { keepOriginalSound: soundless, resolution },
    rules,
  }),
  video({
    id: 'image-to-video',
    fields: { ...told, frames: { ...frames, required: true } },
    barred: { size: sizeFollowsFrame, keepOriginalSound: soundless, resolution },
    rules: [lastNeedsFirst, ...rules],
  }),
  video({
    id: 'reference-to-video',
    fields: {
      ...told,
      size: size(sizes),
      frames,
      referenceImages: pictures,
      referenceVideos: { limits: { of: film, max: 1 } },
      keepOriginalSound: { limits: {} },
    },
    barred: { resolution },
    rules: [
      { atLeastOne: ['referenceImages', 'referenceVideos'], why: 'A reference picture or film is needed.' },
      lastNeedsFirst,
      frameOrSize,
      { bars: ['sound', 'shots'], when: { referenceVideos: 'set' }, why: onlySound },
      { bars: 'keepOriginalSound', when: { referenceVideos: 'unset' }, why: soundless },
      {
        narrows: 'referenceImages',
        to: { max: 4 },
        when: { referenceVideos: 'set' },
        why: 'Beside a reference film, four pictures can be used.',
      },
      ...rules,
      markers,
    ],
  }),
  video({
    id: 'video-edit',
    fields: {
      prompt: { ...words, required: true },
      sourceVideo: { limits: { of: film }, required: true },
      referenceImages: { limits: { of: newPicture, max: 4 } },
      keepOriginalSound: { limits: {} },
    },
    barred: {
      size: 'The size follows the film, so none can be given.',
      frames: 'Frames cannot be given beside a film to change.',
      referenceVideos: 'A reference film cannot be given beside a film to change.',
      elements: 'Elements cannot be given beside a film to change.',
      sound: onlySound,
      shots: onlySound,
      shotType: onlySound,
    },
    rules: [markers],
  }),
]

const price = (silent: number, sounding: number, filmed: number, name: string): Price => ({
  currency: 'USD',
  rates: [
    { when: { sourceVideo: 'set' }, per: 'second', amount: filmed, of: 'sourceVideo' },
    { when: { referenceVideos: 'set' }, per: 'second', amount: filmed, otherwise: 5 },
    { when: { sound: true }, per: 'second', amount: sounding, otherwise: 5 },
    { per: 'second', amount: silent, otherwise: 5 },
  ],
  source: modelPage(name),
})
const common = { provider: 'runware', kind: 'video', family: 'Kling VIDEO O3' } as const
const dialect = { referenceVideos: 'objects' }

export const videoO3: readonly Row[] = [
  {
    ...common,
    model: 'klingai:kling-video@o3-pro',
    name: 'Kling VIDEO O3 Pro',
    tier: 'Pro',
    source: providerPage,
    dialect,
    price: price(0.112, 0.14, 0.168, 'Kling VIDEO 3.0 Omni Pro'),
    workflows: workflows(N1080),
  },
  {
    ...common,
    model: 'klingai:kling-video@o3-standard',
    name: 'Kling VIDEO O3 Standard',
    tier: 'Standard',
    source: providerPage,
    dialect,
    price: price(0.084, 0.112, 0.126, 'Kling VIDEO 3.0 Omni Standard'),
    workflows: workflows(N720),
  },
  {
    ...common,
    model: 'klingai:kling-video@o3-4k',
    name: 'Kling VIDEO O3 4K',
    tier: '4K',
    source: modelPage('Kling VIDEO 3.0 Omni 4K', '2026-07-22'),
    standing: 'newer',
    partly: true,
    note: 'Its lengths, sizes and limits are not known here, so only words and a picture are offered; Runware judges the rest.',
    dialect,
    price: 'unknown',
    workflows: unknownWays,
  },
]
