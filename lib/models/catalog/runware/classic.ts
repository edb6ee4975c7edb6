// KlingAI 1.0 to 2.5 on Runware: one frame shape, five or ten seconds.
import type { Price, Row, Workflow } from '../../row'
import { fiveOrTen, freeSize, guidance, lastNeedsFirst, oldPicture, size, sizeFollowsFrame, words } from './part'
import { modelPage, providerPage, video } from './platform'
import { V720, V1080 } from './sizes'

const kind = 'video'
const provider = 'runware'
const dialect = { frames: 'legacy' }
const common = { provider, kind, dialect, source: providerPage } as const

const told = { negativePrompt: words, guidance, duration: fiveOrTen } as const
const first = { limits: { of: oldPicture, ends: 'first' }, required: true } as const
const both = { limits: { of: oldPicture, ends: 'both' }, required: true } as const
const needed = { ...words, required: true } as const

const fromWords = (sizes: typeof V720, fps: number): Workflow =>
  video({ id: 'text-to-video', fps, fields: { ...told, prompt: needed, size: size(sizes) } })
/** The page's own requests leave the words out here, so they may be. */
const fromPicture = (sizes: typeof V720, fps: number): Workflow =>
  video({ id: 'image-to-video', fps, fields: { ...told, prompt: words, size: size(sizes), frames: first } })
/** Models for which the page lists no words at all. */
const silent = (sizes: typeof V720, fps: number, frames: typeof first | typeof both = first): Workflow =>
  video({
    id: 'image-to-video',
    fps,
    fields: { guidance, duration: fiveOrTen, size: size(sizes), frames },
    ...(frames === both ? { rules: [lastNeedsFirst] } : {}),
  })

const perSecond = (amount: number, name: string): Price => ({
  currency: 'USD',
  rates: [{ per: 'second', amount }],
  source: modelPage(name),
})

export const classic: readonly Row[] = [
  {
    ...common,
    model: 'klingai:6@1',
    name: 'KlingAI 2.5 Turbo Pro',
    family: 'Kling 2.5 Turbo',
    tier: 'Pro',
    price: 'unknown',
    workflows: [
      fromWords([...V720, ...V1080], 30),
      video({
        id: 'image-to-video',
        fps: 30,
        fields: {
          ...told,
          prompt: words,
          size: { ...freeSize([...V720, ...V1080]), note: 'Follows the picture unless chosen.' },
          frames: both,
        },
        rules: [lastNeedsFirst],
      }),
    ],
  },
  {
    ...common,
    model: 'klingai:6@0',
    name: 'KlingAI 2.5 Turbo Standard',
    family: 'Kling 2.5 Turbo',
    tier: 'Standard',
    price: 'unknown',
    workflows: [
      video({
        id: 'image-to-video',
        fps: 30,
        fields: { ...told, prompt: words, frames: first },
        barred: { size: sizeFollowsFrame },
      }),
    ],
  },
  {
    ...common,
    model: 'klingai:5@3',
    name: 'KlingAI 2.1 Master',
    family: 'Kling 2.1',
    tier: 'Master',
    price: 'unknown',
    workflows: [fromWords(V1080, 24), fromPicture(V1080, 24)],
  },
  {
    ...common,
    model: 'klingai:5@2',
    name: 'KlingAI 2.1 Pro',
    family: 'Kling 2.1',
    tier: 'Pro',
    price: 'unknown',
    workflows: [silent(V1080, 24, both)],
  },
  {
    ...common,
    model: 'klingai:5@1',
    name: 'KlingAI 2.1 Standard',
    family: 'Kling 2.1',
    tier: 'Standard',
    price: perSecond(0.037, 'KlingAI 2.1 Standard'),
    workflows: [silent(V720, 24)],
  },
  {
    ...common,
    model: 'klingai:4@3',
    name: 'KlingAI 2.0 Master',
    family: 'Kling 2.0',
    tier: 'Master',
    price: 'unknown',
    workflows: [fromWords(V720, 24), fromPicture(V720, 24)],
  },
  {
    ...common,
    model: 'klingai:3@2',
    name: 'KlingAI 1.6 Pro',
    family: 'Kling 1.6',
    tier: 'Pro',
    price: 'unknown',
    workflows: [
      fromWords(V1080, 24),
      video({
        id: 'image-to-video',
        fps: 24,
        fields: { ...told, prompt: needed, size: size(V1080), frames: first },
      }),
    ],
  },
  {
    ...common,
    model: 'klingai:3@1',
    name: 'KlingAI 1.6 Standard',
    family: 'Kling 1.6',
    tier: 'Standard',
    price: perSecond(0.037, 'KlingAI 1.6 Standard'),
    workflows: [fromWords(V720, 30), fromPicture(V720, 24)],
  },
  {
    ...common,
    model: 'klingai:2@2',
    name: 'KlingAI 1.5 Pro',
    family: 'Kling 1.5',
    tier: 'Pro',
    price: 'unknown',
    workflows: [silent(V1080, 30)],
  },
  {
    ...common,
    model: 'klingai:2@1',
    name: 'KlingAI 1.5 Standard',
    family: 'Kling 1.5',
    tier: 'Standard',
    price: 'unknown',
    workflows: [silent(V720, 30)],
  },
  {
    ...common,
    model: 'klingai:1@2',
    name: 'KlingAI 1.0 Pro',
    family: 'Kling 1.0',
    tier: 'Pro',
    price: 'unknown',
    workflows: [fromWords(V720, 30), fromPicture(V720, 30)],
  },
  {
    ...common,
    model: 'klingai:1@1',
    name: 'KlingAI 1.0 Standard',
    family: 'Kling 1.0',
    tier: 'Standard',
    price: 'unknown',
    workflows: [fromWords(V720, 30), fromPicture(V720, 30)],
  },
]
