// Fields and sentences that several of Kling's own models share.
import { type MediaLimits, megabytes } from '../../../media/limits'
import type { Limits } from '../../limits'
import type { Fields, Use, Workflow } from '../../row'
import type { Rule, When } from '../../rules'
import { shapes } from '../../size'
import { taken } from './word'

export const words = { limits: { min: 1, max: 2500 } } as const
export const needed = { ...words, required: true } as const
export const fiveOrTen = { limits: { values: [5, 10] }, start: 5 } as const
export const threeToFifteen = { limits: { min: 3, max: 15, step: 1 }, start: 5 } as const
export const threeToTen = { limits: { min: 3, max: 10, step: 1 }, start: 5 } as const

export const picture: MediaLimits = {
  kind: 'image',
  formats: ['jpeg', 'png'],
  side: { min: 300 },
  bytes: megabytes(10),
  ratio: { min: 1 / 2.5, max: 2.5 },
}
export const sound: MediaLimits = { kind: 'audio', formats: ['mp3', 'wav', 'm4a', 'aac'], bytes: megabytes(5) }
export const film: MediaLimits = { kind: 'video', formats: ['mp4', 'mov'] }

const tags = ['Hottest', 'Character', 'Animal', 'Item', 'Costume', 'Scene', 'Effect', 'Others']
/** @param filmed whether elements that were made from a film can be used. */
export const cast = (max: number, filmed = true): Use<'elements'> => ({
  limits: {
    max,
    pictures: 3,
    of: picture,
    ...(filmed ? { film: { ...film, seconds: { min: 3, max: 8 }, bytes: megabytes(200) } } : {}),
    voice: { kind: 'audio', formats: ['mp3', 'wav', 'mp4', 'mov'], seconds: { min: 5, max: 30 } },
    tags,
  },
})

const modeWords = { std: 'Std 720p', pro: 'Pro 1080p', '4k': '4K' } as const
type Mode = keyof typeof modeWords
export const mode = (
  options: readonly Mode[],
  start: Mode = 'std',
  labels: Partial<Record<Mode, string>> = {},
): Use<'mode'> => ({ limits: { options, labels: { ...modeWords, ...labels } }, start })
export const shape: Use<'size'> = { limits: { sizes: shapes('16:9', '9:16', '1:1'), as: 'shape' }, start: '16:9' }
export const shapeFollowsFrame = 'The shape follows the picture, so none can be given.'

export const shots: Use<'shots'> = {
  limits: { max: 6, words: { min: 1, max: 512 }, seconds: { min: 1, max: 15, step: 1 } },
}
const shotTypeLabels = { single: 'One shot', intelligence: 'The model cuts', customize: 'As written' }
export const shotType: Use<'shotType'> = {
  limits: { options: ['single', 'intelligence', 'customize'], labels: shotTypeLabels },
}
export const oneShot: Use<'shotType'> = { limits: { options: ['single'], labels: shotTypeLabels } }
export const oneShotOnly: Rule = {
  bars: 'shotType',
  when: {},
  why: 'This model makes one shot.',
  force: 'offering',
}
export const told: readonly Rule[] = [
  { atLeastOne: ['prompt', 'shots'], why: 'Words or shots are needed.' },
  { bars: 'prompt', when: { shots: 'set' }, why: 'Shots take the place of the words.', force: 'offering' },
  { sum: 'shots', equals: 'duration', why: 'Shot lengths must add up to the length.' },
  { needs: 'shots', when: { shotType: 'customize' }, why: 'Shots as written want shots.' },
  {
    bars: 'shots',
    when: [{ shotType: 'intelligence' }, { shotType: 'single' }],
    why: 'The words alone tell this film: let the shots be “as written”.',
  },
  { needs: 'prompt', when: { shotType: 'intelligence' }, why: 'The model cuts what the words tell: write them.' },
]

export const silentSound: Use<'sound'> = { limits: {} }
export const silent: readonly Rule[] = [
  { bars: 'sound', when: {}, why: 'This model makes no sound.', force: 'offering' },
  { wants: 'sound', is: false, when: { sound: true }, why: 'This model makes no sound; only off can be said.' },
]

export const guidance: Use<'guidance'> = {
  limits: { min: 0, max: 1, step: 0.01 },
  note: 'Kling takes 0.5 when nothing is said.',
}
export const noGuidance = 'Kling’s 2.x models take no cfg_scale.'
/** The pages leave open whether 3.0 takes it. */
export const guidanceUnstated: Rule = {
  bars: 'guidance',
  when: {},
  why: 'Kling’s pages do not say whether this model takes cfg_scale.',
  force: 'offering',
}

export const lastNeedsFirst: Rule = {
  needs: 'firstFrame',
  when: { lastFrame: 'set' },
  why: 'This model makes no film from an end frame alone: add a first frame.',
}
/** @param when what asks for it. */
export const only = (modes: readonly Mode[], when: When, why: string): readonly Rule[] => [
  ...(modes.includes('std') ? [] : [{ needs: 'mode', when, why } as const]),
  { narrows: 'mode', to: { options: modes }, when, why },
]
export const lasting = (values: readonly number[], when: When, why: string): Rule => ({
  narrows: 'duration',
  to: { values },
  when,
  why,
})

export const marks = (
  markers: 'element' | 'voice' | 'image' | 'video',
  of: 'elements' | 'voices' | 'referenceImages' | 'referenceVideos' | 'sourceVideo',
  more: { after?: readonly ('firstFrame' | 'lastFrame')[] } = {},
): Rule => ({ markers, of, ...more, why: `There is no ${words2[markers]} of that number.`, force: 'placing' })
const words2 = { element: 'element', voice: 'voice', image: 'picture', video: 'film' } as const

export const voicesElsewhere =
  'Only 2.6 takes voices of its own, from a picture in pro mode; for 3.0 bind the voice to the element.'
/** @param more the fields of a way of working that Kling may leave a watermark in. */
export function way(
  id: Workflow['id'],
  fields: Fields,
  {
    rules = [],
    barred = {},
    marked = true,
    fps,
  }: { rules?: readonly Rule[]; barred?: Workflow['barred']; marked?: boolean; fps?: number } = {},
): Workflow {
  const limits: Limits['raw'] = { taken }
  return {
    id,
    fields: { ...fields, ...(marked ? { watermark: { limits: {} } } : {}), extra: { limits } },
    ...(rules.length ? { rules } : {}),
    ...(Object.keys(barred).length ? { barred } : {}),
    ...(fps === undefined ? {} : { fps }),
  }
}
