// Kling's pictures on Runware: IMAGE O1, 3.0 and O3.
import type { MediaLimits } from '../../../media/limits'
import type { Size } from '../../limits'
import type { Fields, Row, Use, Workflow } from '../../row'
import type { Rule } from '../../rules'
import { freeSize, size } from './part'
import { image, modelPage, providerPage } from './platform'
import { I1K, I2K, I4K } from './sizes'

const picture: MediaLimits = { kind: 'image' }
const prompt = (min: number): Use<'prompt'> => ({ limits: { min, max: 2500 }, required: true })
const pictures = (max: number): Use<'referenceImages'> => ({ limits: { of: picture, max }, required: true })
const tiers: Use<'resolution'> = {
  limits: { options: ['1k', '2k'] },
  note: 'The shape follows the first picture.',
}
const sizeSaysIt: Rule = {
  bars: 'resolution',
  when: [{ width: 'set' }, { height: 'set' }],
  why: 'Width and height already say the resolution.',
}
const markers: Rule = {
  markers: 'image',
  of: 'referenceImages',
  why: 'There is no reference picture of that number.',
  force: 'placing',
}
const fromWords = (fields: Fields, sizes: readonly Size[], more: Partial<Workflow> = {}) =>
  image({ id: 'text-to-image', fields: { ...fields, size: size(sizes) }, ...more })

const common = { provider: 'runware', kind: 'image', tier: '', source: providerPage } as const

export const pictureModels: readonly Row[] = [
  {
    ...common,
    model: 'klingai:kling-image@o3',
    name: 'Kling IMAGE O3',
    family: 'Kling IMAGE O3',
    price: {
      currency: 'USD',
      rates: [
        { when: { width: { is: I4K.map(({ width }) => width) } }, per: 'result', amount: 0.056 },
        { when: { width: 'set' }, per: 'result', amount: 0.028 },
      ],
      source: modelPage('Kling IMAGE O3'),
    },
    workflows: [
      fromWords({ prompt: prompt(1) }, [...I1K, ...I2K, ...I4K]),
      image({
        id: 'image-to-image',
        fields: { prompt: prompt(1), referenceImages: pictures(10), size: size([...I1K, ...I2K, ...I4K]) },
        rules: [markers],
      }),
    ],
  },
  {
    ...common,
    model: 'klingai:kling-image@3',
    name: 'Kling IMAGE 3.0',
    family: 'Kling IMAGE 3.0',
    price: {
      currency: 'USD',
      rates: [{ per: 'result', amount: 0.028 }],
      source: modelPage('Kling IMAGE 3.0'),
    },
    workflows: [
      fromWords({ prompt: prompt(1) }, [...I1K, ...I2K]),
      image({
        id: 'image-to-image',
        fields: {
          prompt: prompt(1),
          referenceImages: pictures(1),
          size: size([...I1K, ...I2K]),
          resolution: { ...tiers, source: modelPage('Kling IMAGE 3.0') },
        },
        rules: [
          sizeSaysIt,
          { bars: 'resolution', when: {}, why: 'Choose a size instead.', force: 'offering' },
          markers,
        ],
      }),
    ],
  },
  {
    ...common,
    model: 'klingai:kling-image@o1',
    name: 'Kling IMAGE O1',
    family: 'Kling IMAGE O1',
    standing: 'api-only',
    price: {
      currency: 'USD',
      rates: [{ per: 'result', amount: 0.028 }],
      source: modelPage('Kling IMAGE O1'),
    },
    workflows: [
      fromWords({ prompt: prompt(3) }, [...I1K, ...I2K], {
        barred: { resolution: 'The resolution is said beside a reference picture; here the size says it.' },
        rules: [{ needs: ['width', 'height'], why: 'From words a size is needed.', force: 'placing' }],
      }),
      image({
        id: 'image-to-image',
        fields: {
          prompt: prompt(3),
          referenceImages: pictures(10),
          size: freeSize([...I1K, ...I2K]),
          resolution: tiers,
        },
        rules: [sizeSaysIt, markers],
      }),
    ],
  },
]
