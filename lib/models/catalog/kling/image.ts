// Kling's own picture models, and what can be done to a picture there.
import type { Fields, Row, Workflow } from '../../row'
import type { Rule } from '../../rules'
import { shapes } from '../../size'
import { mapPage } from './page'
import { cast, marks, needed, picture, way, words } from './part'
import { inUnits } from './price'

const common = { provider: 'kling', kind: 'image', tier: '', source: mapPage } as const
const eight = ['16:9', '9:16', '1:1', '4:3', '3:4', '3:2', '2:3', '21:9'] as const
const shape = { limits: { sizes: shapes(...eight), as: 'shape' } } as const
const shapeOrAuto = { limits: { sizes: shapes('auto', ...eight), as: 'shape' } } as const
const upTo2k = { limits: { options: ['1k', '2k'] } } as const
const count = { limits: { min: 1, max: 9 } } as const
const fidelity = { limits: { min: 0, max: 1, step: 0.01 } } as const

const drawn = { prompt: needed, negativePrompt: words, resolution: upTo2k, numberResults: count, size: shape } as const
const noNegative: Rule = {
  bars: 'negativePrompt',
  when: { referenceImages: 'set' },
  why: 'Beside a picture nothing can be left out by words.',
}
const onlyOld = 'Only 2.1 can be told how close to keep to the picture.'

const fromPicture = (more: Fields, rules: readonly Rule[], barred: Workflow['barred'] = {}): Workflow =>
  way(
    'image-to-image',
    { ...drawn, referenceImages: { limits: { of: picture, max: 1 } }, elements: cast(10), ...more },
    {
      rules: [
        { atLeastOne: ['referenceImages', 'elements'], why: 'A picture or an element is needed.' },
        { count: ['referenceImages', 'elements'], max: 10, why: 'At most 10 pictures and elements.' },
        noNegative,
        marks('element', 'elements'),
        ...rules,
      ],
      barred,
    },
  )

const image3: Row = {
  ...common,
  model: 'kling-v3-image',
  name: 'Kling IMAGE 3.0',
  family: 'Kling IMAGE 3.0',
  dialect: { api: 'image', name: 'kling-v3' },
  price: 'unknown',
  workflows: [
    way('text-to-image', drawn),
    fromPicture({}, [], { imageReference: onlyOld, imageFidelity: onlyOld, humanFidelity: onlyOld }),
  ],
}

const keeping: Fields = {
  imageReference: { limits: { options: ['subject', 'face'] } },
  imageFidelity: { ...fidelity, note: 'Kling takes 0.5 when nothing is said.' },
  humanFidelity: { ...fidelity, note: 'Kling takes 0.45 when nothing is said.' },
}
const keepsNothing: Rule = {
  bars: ['imageReference', 'imageFidelity', 'humanFidelity'],
  when: { referenceImages: 'unset' },
  why: 'This speaks of a picture, and there is none.',
  force: 'offering',
}

const image21: Row = {
  ...common,
  model: 'kling-v2-1-image',
  name: 'Kling IMAGE 2.1',
  family: 'Kling IMAGE 2.1',
  dialect: { api: 'image', name: 'kling-v2-1' },
  price: 'unknown',
  workflows: [
    way('text-to-image', { ...drawn, ...keeping }, { rules: [keepsNothing] }),
    fromPicture(keeping, [keepsNothing]),
    way('reference-to-image', {
      referenceImages: { limits: { of: picture, min: 1, max: 4 }, required: true, label: 'Who and what' },
      sceneImage: { limits: { of: picture } },
      styleImage: { limits: { of: picture } },
      prompt: words,
      numberResults: count,
      size: shape,
    }),
  ],
}

/** @param series whether several pictures that belong together can be made. */
const omni = (resolutions: readonly string[], series: boolean): readonly Workflow[] => {
  const fields: Fields = {
    prompt: needed,
    resolution: { limits: { options: resolutions } },
    resultType: { limits: { options: series ? ['single', 'series'] : ['single'] } },
    numberResults: count,
    size: shapeOrAuto,
    ...(series ? { seriesAmount: { limits: { options: ['auto', 2, 3, 4, 5, 6, 7, 8, 9] } } } : {}),
  }
  const rules: readonly Rule[] = series
    ? [
        {
          bars: 'seriesAmount',
          when: [{ resultType: 'single' }, { resultType: 'unset' }],
          why: 'Only a series has a number of pictures: choose series as the result.',
        },
        {
          bars: 'numberResults',
          when: { resultType: 'series' },
          why: 'A series is made once; say how many pictures it has.',
        },
      ]
    : []
  const barred = series ? {} : { seriesAmount: 'O1 makes no series.' }
  return [
    way('text-to-image', fields, { rules, barred }),
    way(
      'image-to-image',
      { ...fields, referenceImages: { limits: { of: picture, max: 10 } }, elements: cast(10) },
      {
        rules: [
          ...rules,
          { atLeastOne: ['referenceImages', 'elements'], why: 'A picture or an element is needed.' },
          { count: ['referenceImages', 'elements'], max: 10, why: 'At most 10 pictures and elements.' },
          marks('image', 'referenceImages'),
          marks('element', 'elements'),
        ],
        barred,
      },
    ),
  ]
}

const imageO3: Row = {
  ...common,
  model: 'kling-v3-omni-image',
  name: 'Kling IMAGE 3.0 Omni',
  family: 'Kling IMAGE O3',
  dialect: { api: 'omni-image', name: 'kling-v3-omni' },
  price: 'unknown',
  workflows: omni(['1k', '2k', '4k'], true),
}
const imageO1: Row = {
  ...common,
  model: 'kling-image-o1',
  name: 'Kling IMAGE O1',
  family: 'Kling IMAGE O1',
  dialect: { api: 'omni-image' },
  price: 'unknown',
  workflows: omni(['1k', '2k'], false),
}

const tool = { ...common, family: 'Kling picture tools', dialect: { api: 'tool' } } as const
const expand: Row = {
  ...tool,
  model: 'kling-image-expand',
  name: 'Kling Expand',
  price: 'unknown',
  workflows: [
    way('image-expand', {
      image: { limits: { of: picture }, required: true, label: 'Picture' },
      expand: { limits: { max: 2, area: 3 }, required: true },
      prompt: words,
      numberResults: count,
    }),
  ],
}
const angles: Row = {
  ...tool,
  model: 'kling-ai-multi-shot',
  name: 'Kling Multi-Angle',
  note: 'Draws other angles of a character, for an element.',
  price: inUnits({ per: 'result', amount: 0.5 }),
  workflows: [way('multi-angle', { image: { limits: { of: picture }, required: true, label: 'Frontal picture' } })],
}
const recognize: Row = {
  ...tool,
  model: 'kling-image-recognize',
  name: 'Kling Image Recognize',
  price: inUnits({ per: 'result', amount: 0.1 }),
  workflows: [
    way('image-recognize', { image: { limits: { of: picture }, required: true, label: 'Picture' } }, { marked: false }),
  ],
}
const tryOn = (model: string, name: string): Row => ({
  ...tool,
  model,
  name,
  note: 'Served by version 3.0 since 2026-09-15, whichever version is named.',
  price: 'unknown',
  workflows: [
    way('try-on', {
      image: { limits: { of: picture }, required: true, label: 'Person' },
      clothImage: { limits: { of: picture }, required: true },
    }),
  ],
})

export const pictures: readonly Row[] = [
  imageO3,
  image3,
  imageO1,
  image21,
  expand,
  angles,
  tryOn('kolors-virtual-try-on-v1-5', 'Kolors Try-On 1.5'),
  tryOn('kolors-virtual-try-on-v1', 'Kolors Try-On 1.0'),
  recognize,
]
