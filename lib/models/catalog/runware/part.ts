// Fields and sentences that several of Kling's models on Runware share.
import { type MediaLimits, megabytes } from '../../../media/limits'
import type { Size } from '../../limits'
import type { Use, Workflow } from '../../row'
import type { Rule } from '../../rules'
import { video } from './platform'

export const words = { limits: { min: 2, max: 2500 } } as const
export const fiveOrTen = { limits: { values: [5, 10] }, start: 5 } as const
export const threeToFifteen = { limits: { min: 3, max: 15, step: 1 }, start: 5 } as const
/** CFGScale; the page prints no step, so the form moves in hundredths and any decimal is kept. */
export const guidance = {
  limits: { min: 0, max: 1, step: 0.01 },
  note: 'Runware takes 0.5 when nothing is said.',
} as const

/** The first of the list is where a fresh form begins. */
export function size(sizes: readonly Size[]): Use<'size'> {
  const [first] = sizes
  return {
    limits: { sizes, as: 'pixels' },
    ...(first ? { start: { width: first.width, height: first.height } } : {}),
  }
}
/** The same list, but nothing is sent until somebody chooses. */
export const freeSize = (sizes: readonly Size[]): Use<'size'> => ({ limits: { sizes, as: 'pixels' } })

/** Pictures for 1.0 to 2.6. */
export const oldPicture: MediaLimits = { kind: 'image', side: { min: 300, max: 2048 }, bytes: megabytes(20) }
/** Pictures for 3.0, O3 and Avatar. */
export const newPicture: MediaLimits = {
  kind: 'image',
  side: { min: 300 },
  bytes: megabytes(10),
  ratio: { min: 1 / 2.5, max: 2.5 },
}

export const lastNeedsFirst: Rule = {
  needs: 'firstFrame',
  when: { lastFrame: 'set' },
  why: 'A last frame needs a first frame.',
  force: 'placing',
}
export const sumOfShots: Rule = { sum: 'shots', equals: 'duration', why: 'Shot lengths must add up to the length.' }
export const frameOrSize: Rule = {
  bars: ['width', 'height'],
  when: [{ firstFrame: 'set' }, { lastFrame: 'set' }],
  why: 'With a frame the size follows the picture, so none can be given.',
}
export const sizeFollowsFrame = 'The size follows the first frame, so none can be given.'
export const needsReferenceFilm = 'This needs a reference film, which belongs to another way of working.'

const unread = { extra: 'unset' } as const
/** Of a model whose limits no page names: words and a picture; what an import holds besides is Runware's to judge. */
export const unknownWays: readonly Workflow[] = [
  video({
    id: 'text-to-video',
    fields: { prompt: { limits: {} } },
    rules: [{ needs: 'prompt', when: unread, why: 'Words are needed.' }],
  }),
  video({
    id: 'image-to-video',
    fields: { prompt: { limits: {} }, frames: { limits: { of: { kind: 'image' }, ends: 'first' }, required: true } },
    rules: [{ needs: 'prompt', when: unread, why: 'Words are needed.', force: 'placing' }],
  }),
]
