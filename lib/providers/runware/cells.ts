// Runware's words for ours, one cell per field; the row's dialect picks between two shapes of the same thing.
import type { Medium } from '../../media/medium'
import type { Input, InputKey } from '../../models/input'
import type { Row } from '../../models/row'
import { type Cell, mediumOf, shown, type Taken } from '../wire'
import { elements } from './element'
import { frames } from './frame'
import { referenceVideos } from './reference'
import { listed, written } from './shot'

const kling = (key: string) => `providerSettings.klingai.${key}`

/** A value that is the same on both sides. Its limits are the row's to judge. */
const same = (key: InputKey, at: string): Cell => ({
  at,
  keys: [key],
  write: (input) => input[key],
  take: (value) => ({ input: { [key]: value } as Input }),
})

/** A whole number; digits in quotes are read as the number that they are. */
const whole = (key: InputKey, at: string): Cell => ({
  ...same(key, at),
  take: (value) =>
    typeof value === 'string' && /^\d+$/.test(value)
      ? { input: { [key]: Number(value) }, notes: [`${at} “${value}” is sent as the number ${Number(value)}.`] }
      : { input: { [key]: value } as Input },
})

const medium = (key: InputKey, at: string): Cell => ({
  at,
  keys: [key],
  write: (input, media) => {
    const value = input[key] as Medium | undefined
    return value && shown(value, media)
  },
  take: (value) => one(key, value),
})

function one(key: InputKey, value: unknown): Taken {
  const found = mediumOf(value)
  return found ? { input: { [key]: found } } : { issues: [{ path: '', message: 'An id or an address is needed.' }] }
}

const media = (key: InputKey, at: string): Cell => ({
  at,
  keys: [key],
  write: (input, media) => {
    const list = input[key] as Medium[] | undefined
    return list?.map((value) => shown(value, media))
  },
  take: (value) => {
    if (!Array.isArray(value)) return { issues: [{ path: '', message: 'A list is needed.' }] }
    const found = value.map(mediumOf)
    const issues = found.flatMap((each, at) =>
      each ? [] : [{ path: String(at), message: 'An id or an address is needed.' }],
    )
    return issues.length ? { issues } : { input: { [key]: found } as Input }
  },
})

const shared: readonly Cell[] = [
  same('negativePrompt', 'negativePrompt'),
  whole('width', 'width'),
  whole('height', 'height'),
  same('resolution', 'resolution'),
  whole('duration', 'duration'),
  same('guidance', 'CFGScale'),
  whole('numberResults', 'numberResults'),
  same('outputFormat', 'outputFormat'),
  whole('outputQuality', 'outputQuality'),
  same('safetyCheck', 'safety.checkContent'),
  same('safetyMode', 'safety.mode'),
  whole('ttl', 'ttl'),
  same('uploadEndpoint', 'uploadEndpoint'),
  media('referenceImages', 'inputs.referenceImages'),
  media('voices', 'inputs.referenceVoices'),
  medium('sourceVideo', 'inputs.video'),
  medium('image', 'inputs.image'),
  medium('audio', 'inputs.audio'),
  elements,
  same('shotType', kling('shotType')),
  same('sound', kling('sound')),
  same('keepOriginalSound', kling('keepOriginalSound')),
  same('characterOrientation', kling('characterOrientation')),
  same('fast', kling('fast')),
  same('soundVolume', kling('soundVolume')),
  same('originalAudioVolume', kling('originalAudioVolume')),
]

/** Dialect: `frames` legacy | nested, `referenceVideos` strings | objects, `shots` list | written. The first of each is for nobody to assume: an absent one is nested, strings, list. */
export function cellsOf({ dialect = {} }: Pick<Row, 'dialect'>): readonly Cell[] {
  return [
    ...(dialect.shots === 'written' ? [written] : [same('prompt', 'positivePrompt'), listed(kling('multiPrompt'))]),
    frames(dialect.frames === 'legacy'),
    referenceVideos(dialect.referenceVideos === 'objects'),
    ...shared,
  ]
}
