// Every kind of value: which keys of the input it fills, its limits in words, what it starts as. How it is checked: see `check`.
import { limitWords } from '../media/limits'
import { elementFindings } from './element'
import type { Input, InputKey } from './input'
import type { Kind, Limits } from './limits'
import { inSteps, nearestIn } from './measure'
import { type Clash, carriedClashes } from './raw'
import type { Fix } from './rules'
import { shotWords, textClashes } from './shot'
import { mendSize, sizeClashes, sizeKeys, sizeStart, sizeWords } from './size'
import { type FieldId, vocabulary } from './vocabulary'

type KindOfValue<L> = {
  /** The keys of the input that hold a value of this kind; default: the field's own id. */
  keys?(limits: L): readonly InputKey[]
  /** What only several parts together can break. */
  across?(limits: L, input: Input): Clash[]
  /** The limits in a few words, for hints, messages and the capability table. */
  words(limits: L): string
  /** What a field shows before anybody touched it, when it must have a value. */
  start?(limits: L): unknown
  /** The nearest lawful value, offered as one click and never taken unasked. */
  mend?(limits: L, input: Input, key: InputKey): Fix | undefined
}

const span = ({ min, max, unit }: Limits['whole']) =>
  `${max === undefined ? `at least ${min}` : `${min}–${max}`}${unit ? ` ${unit}` : ''}`

function mendNumber(limits: Limits['whole'], input: Input, key: InputKey): Fix | undefined {
  const value = nearestIn(limits, input[key])
  return value === undefined ? undefined : { label: `Make it ${value}`, set: { [key]: value } }
}

const kinds: { [K in Kind]: KindOfValue<Limits[K]> } = {
  text: {
    words: ({ min, max, form }) => {
      if (form === 'address') return 'a web address'
      if (max === undefined) return min ? `at least ${min} characters` : 'any length'
      return min ? `${min}–${max} characters` : `up to ${max} characters`
    },
  },
  choice: {
    words: ({ options, labels }) => options.map((option) => labels?.[String(option)] ?? option).join(', '),
    start: ({ options }) => options[0],
    mend: ({ options: [only, ...others], labels }, _, key) =>
      only === undefined || others.length
        ? undefined
        : { label: `Choose ${labels?.[String(only)] ?? only}`, set: { [key]: only } },
  },
  name: {
    words: ({ max, digits }) =>
      digits ? 'an id of digits' : max === undefined ? 'one word' : `up to ${max} characters`,
  },
  whole: { words: span, mend: mendNumber },
  decimal: {
    words: span,
    mend: ({ step: _, ...limits }, input, key) => mendNumber(limits, input, key),
  },
  toggle: { words: () => 'on or off' },
  size: {
    keys: sizeKeys,
    across: sizeClashes,
    words: ({ sizes, as }) => sizes.map((size) => (as === 'shape' ? size.aspectRatio : sizeWords(size))).join(', '),
    start: sizeStart,
    mend: mendSize,
  },
  duration: {
    words: (limits) => ('values' in limits ? `${limits.values.join(' or ')} s` : `${limits.min}–${limits.max} s`),
    start: (limits) => ('values' in limits ? limits.values[0] : limits.min),
    mend: (limits, { duration }) => {
      const value = inSteps(limits, duration)
      return value === undefined ? undefined : { label: `Make it ${value} s`, set: { duration: value } }
    },
  },
  asset: {
    words: ({ of, id }) => [id ? 'by id' : '', limitWords(of)].filter(Boolean).join(' · ') || 'one file',
  },
  assets: {
    words: ({ min, max, of }) => [min ? `${min}–${max}` : `up to ${max}`, limitWords(of)].filter(Boolean).join(' · '),
  },
  frames: {
    keys: ({ ends, placed }) => [
      'firstFrame',
      ...(ends === 'both' ? (['lastFrame'] as const) : []),
      ...(placed ? (['framesAt'] as const) : []),
    ],
    words: ({ ends, of }) => [ends === 'both' ? 'first and last' : 'first', limitWords(of)].filter(Boolean).join(' · '),
  },
  shots: { across: textClashes, words: shotWords },
  voices: {
    words: ({ max, of }) =>
      [max === undefined ? 'several' : `up to ${max}`, limitWords(of)].filter(Boolean).join(' · '),
  },
  elements: { across: elementFindings, words: ({ max }) => `up to ${max}` },
  camera: {
    words: ({ types, most }) => `${types.join(', ')} · up to ${most} along one axis`,
  },
  brush: {
    keys: () => ['staticMask', 'dynamicMasks'],
    words: ({ max, points }) => `up to ${max} moving areas · ${points.min}–${points.max} points each`,
  },
  faces: { words: ({ sound }) => `one face · ${sound.min}–${sound.max} s of sound` },
  selection: {
    words: ({ points, frames }) => `up to ${points} points in each of ${frames} frames`,
  },
  expansion: {
    words: ({ max, area }) => `each side up to ${max} times · ${area} times in all`,
  },
  raw: {
    across: carriedClashes,
    words: () => 'as imported',
  },
}

/**
 * The kind of a field, for limits whose tie to that kind the compiler lost sight of: a row's type holds it, and it is
 * trusted here alone.
 */
export const kindOf = (field: FieldId): KindOfValue<unknown> =>
  kinds[vocabulary[field].kind] as unknown as KindOfValue<unknown>
