// Kling VIDEO O1 on Runware: words, pictures, references and editing in one model.
import { type MediaLimits, megabytes } from '../../../media/limits'
import type { Size } from '../../limits'
import type { Fields, Price, Row, Workflow } from '../../row'
import type { Rule } from '../../rules'
import { fiveOrTen, lastNeedsFirst, size, words } from './part'
import { modelPage, providerPage, video } from './platform'
import { N720, N1080 } from './sizes'

const prompt = { ...words, required: true } as const
const picture: MediaLimits = { kind: 'image', bytes: megabytes(32) }
const film: MediaLimits = { kind: 'video', bytes: megabytes(32) }

const sizeless = 'A size can be given only when working from words.'
const frameless = 'Frames belong to working from a picture.'
const soundless = 'There is no film here whose sound could be kept.'
const filmless = 'A reference film belongs to working from references.'

const markers: Rule = {
  markers: 'image',
  of: 'referenceImages',
  why: 'There is no reference picture of that number.',
  force: 'placing',
}

const fromWords = (sizes: readonly Size[]): Workflow =>
  video({
    id: 'text-to-video',
    fields: { prompt, duration: fiveOrTen, size: size(sizes) },
    barred: { keepOriginalSound: soundless },
  })

const fromPicture = video({
  id: 'image-to-video',
  fields: { prompt, duration: fiveOrTen, frames: { limits: { of: picture, ends: 'both' }, required: true } },
  barred: { size: sizeless, keepOriginalSound: soundless },
  rules: [lastNeedsFirst],
})

const fromReferences = video({
  id: 'reference-to-video',
  fields: {
    prompt,
    duration: { limits: { min: 3, max: 10, step: 1 }, start: 5 },
    referenceImages: { limits: { of: picture, max: 7 } },
    referenceVideos: { limits: { of: film, max: 1 } },
    keepOriginalSound: { limits: {} },
  },
  barred: { size: sizeless, frames: frameless },
  rules: [
    { atLeastOne: ['referenceImages', 'referenceVideos'], why: 'A reference picture or film is needed.' },
    {
      narrows: 'referenceImages',
      to: { max: 4 },
      when: { referenceVideos: 'set' },
      why: 'Beside a reference film, four pictures can be used.',
      force: 'offering',
    },
    { bars: 'keepOriginalSound', when: { referenceVideos: 'unset' }, why: soundless },
    markers,
  ],
})

const edit = (more: Fields, rules: readonly Rule[]): Workflow =>
  video({
    id: 'video-edit',
    fields: {
      prompt,
      sourceVideo: { limits: { of: { ...film, seconds: { min: 3, max: 10 } } }, required: true },
      referenceImages: { limits: { of: picture, max: 4 } },
      keepOriginalSound: { limits: {} },
      ...more,
    },
    barred: { size: sizeless, frames: frameless, referenceVideos: filmless },
    rules: [...rules, markers],
  })

const common = { provider: 'runware', kind: 'video', family: 'Kling VIDEO O1', source: providerPage } as const
const price: Price = {
  currency: 'USD',
  rates: [
    {
      when: [
        { sourceVideo: 'unset', referenceImages: 'set' },
        { sourceVideo: 'unset', referenceVideos: 'set' },
      ],
      per: 'second',
      amount: 0.126,
      otherwise: 5,
    },
    { when: { sourceVideo: 'unset' }, per: 'second', amount: 0.084, otherwise: 5 },
  ],
  source: modelPage('Kling VIDEO O1 Standard'),
}

export const videoO1: readonly Row[] = [
  {
    ...common,
    model: 'klingai:kling@o1',
    name: 'Kling VIDEO O1 Pro',
    tier: 'Pro',
    price: 'unknown',
    workflows: [
      fromWords(N1080),
      fromPicture,
      fromReferences,
      edit({ fast: { limits: {}, note: 'Then the film lasts 6–20 s.' } }, [
        {
          narrows: 'sourceVideo',
          to: { of: { seconds: { min: 6, max: 20 } } },
          when: { fast: true },
          why: 'In fast mode the film lasts 6–20 s.',
        },
      ]),
    ],
  },
  {
    ...common,
    model: 'klingai:kling@o1-standard',
    name: 'Kling VIDEO O1 Standard',
    tier: 'Standard',
    standing: 'api-only',
    price,
    workflows: [fromWords(N720), fromPicture, fromReferences, edit({}, [])],
  },
]
