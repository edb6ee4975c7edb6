// Every kind of value: which keys of the input it fills, how a value of it is checked, and what it starts as.
import * as z from 'zod/mini'
import en from 'zod/v4/locales/en.js'
import { limitWords } from '../media/limits'
import { medium } from '../media/medium'
import { brushCheck } from './brush'
import { cameraCheck } from './camera'
import { elementFindings, elements } from './element'
import { expansionCheck } from './expansion'
import { faceCheck } from './face'
import type { Input, InputKey } from './input'
import type { Kind, Limits } from './limits'
import { inSteps, nearestIn, number, oneOf, words } from './measure'
import { type Clash, carriedClashes } from './raw'
import type { Fix } from './rules'
import { shots, shotWords, textClashes } from './shot'
import { mendSize, sizeCheck, sizeClashes, sizeKeys, sizeStart, sizeWords } from './size'
import { type FieldId, vocabulary } from './vocabulary'

// What zod says in its own words is the same here as on the server, which loads the whole of it.
z.config(en())

type KindOfValue<L> = {
  /** The keys of the input that hold a value of this kind; default: the field's own id. */
  keys?(limits: L): readonly InputKey[]
  check(limits: L, key: InputKey): z.ZodMiniType
  /** What only several parts together can break. */
  across?(limits: L, input: Input): Clash[]
  /** The limits in a few words, for hints, messages and the capability table. */
  words(limits: L): string
  /** What a field shows before anybody touched it, when it must have a value. */
  start?(limits: L): unknown
  /** The nearest lawful value, offered as one click and never taken unasked. */
  mend?(limits: L, input: Input, key: InputKey): Fix | undefined
}

const several = (min: number | undefined, max: number | undefined, what: string) => {
  const most = max === undefined ? [] : [z.maxLength(max, { error: `At most ${max} ${what} can be used.` })]
  const least = min ? [z.minLength(min, { error: `At least ${min} ${min === 1 ? 'is' : 'are'} needed.` })] : []
  return z.array(medium).check(...most, ...least)
}
const span = ({ min, max, unit }: Limits['whole']) =>
  `${max === undefined ? `at least ${min}` : `${min}–${max}`}${unit ? ` ${unit}` : ''}`

function mendNumber(limits: Limits['whole'], input: Input, key: InputKey): Fix | undefined {
  const value = nearestIn(limits, input[key])
  return value === undefined ? undefined : { label: `Make it ${value}`, set: { [key]: value } }
}

const places = z.array(z.int().check(z.minimum(1)), { error: 'Whole numbers from 1 are needed.' }).check(z.maxLength(2))

const kinds: { [K in Kind]: KindOfValue<Limits[K]> } = {
  text: {
    check: ({ form, ...limits }) => (form === 'address' ? z.url({ error: 'A web address is needed.' }) : words(limits)),
    words: ({ min, max, form }) => {
      if (form === 'address') return 'a web address'
      if (max === undefined) return min ? `at least ${min} characters` : 'any length'
      return min ? `${min}–${max} characters` : `up to ${max} characters`
    },
  },
  choice: {
    check: ({ options }) => oneOf(options),
    words: ({ options, labels }) => options.map((option) => labels?.[String(option)] ?? option).join(', '),
    start: ({ options }) => options[0],
    mend: ({ options: [only, ...others], labels }, _, key) =>
      only === undefined || others.length
        ? undefined
        : { label: `Choose ${labels?.[String(only)] ?? only}`, set: { [key]: only } },
  },
  name: {
    check: ({ max, digits }) =>
      words(max === undefined ? { min: 1 } : { min: 1, max }).check(
        z.refine((text) => !digits || /^\d+$/.test(text), { error: 'This id is made of digits alone.' }),
      ),
    words: ({ max, digits }) =>
      digits ? 'an id of digits' : max === undefined ? 'one word' : `up to ${max} characters`,
  },
  whole: { check: (limits) => number(limits, true), words: span, mend: mendNumber },
  decimal: {
    check: ({ step: _, ...limits }) => number(limits, false),
    words: span,
    mend: ({ step: _, ...limits }, input, key) => mendNumber(limits, input, key),
  },
  toggle: { check: () => z.boolean({ error: 'Say yes or no: true or false.' }), words: () => 'on or off' },
  size: {
    keys: sizeKeys,
    check: sizeCheck,
    across: sizeClashes,
    words: ({ sizes, as }) => sizes.map((size) => (as === 'shape' ? size.aspectRatio : sizeWords(size))).join(', '),
    start: sizeStart,
    mend: mendSize,
  },
  duration: {
    check: (limits) =>
      'values' in limits
        ? z
            .number({ error: 'A number of seconds is needed.' })
            .check(
              z.refine((value) => limits.values.includes(value), { error: `Choose ${limits.values.join(' or ')} s.` }),
            )
        : number({ ...limits, unit: 's' }, false),
    words: (limits) => ('values' in limits ? `${limits.values.join(' or ')} s` : `${limits.min}–${limits.max} s`),
    start: (limits) => ('values' in limits ? limits.values[0] : limits.min),
    mend: (limits, { duration }) => {
      const value = inSteps(limits, duration)
      return value === undefined ? undefined : { label: `Make it ${value} s`, set: { duration: value } }
    },
  },
  asset: {
    check: ({ id }) =>
      id
        ? medium.check(
            z.refine((one) => 'asset' in one || ('ref' in one && /^\d+$/.test(one.ref)), {
              error: 'Only what the provider made itself can be used here, by its id of digits.',
            }),
          )
        : medium,
    words: ({ of, id }) => [id ? 'by id' : '', limitWords(of)].filter(Boolean).join(' · ') || 'one file',
  },
  assets: {
    check: ({ min, max }) => several(min, max, 'here'),
    words: ({ min, max, of }) => [min ? `${min}–${max}` : `up to ${max}`, limitWords(of)].filter(Boolean).join(' · '),
  },
  frames: {
    keys: ({ ends, placed }) => [
      'firstFrame',
      ...(ends === 'both' ? (['lastFrame'] as const) : []),
      ...(placed ? (['framesAt'] as const) : []),
    ],
    check: (_, key) => (key === 'framesAt' ? places : medium),
    words: ({ ends, of }) => [ends === 'both' ? 'first and last' : 'first', limitWords(of)].filter(Boolean).join(' · '),
  },
  shots: { check: shots, across: textClashes, words: shotWords },
  voices: {
    check: ({ max }) => several(undefined, max, 'voices'),
    words: ({ max, of }) =>
      [max === undefined ? 'several' : `up to ${max}`, limitWords(of)].filter(Boolean).join(' · '),
  },
  elements: { check: elements, across: elementFindings, words: ({ max }) => `up to ${max}` },
  camera: {
    check: cameraCheck,
    words: ({ types, most }) => `${types.join(', ')} · up to ${most} along one axis`,
  },
  brush: {
    keys: () => ['staticMask', 'dynamicMasks'],
    check: brushCheck,
    words: ({ max, points }) => `up to ${max} moving areas · ${points.min}–${points.max} points each`,
  },
  faces: { check: faceCheck, words: ({ sound }) => `one face · ${sound.min}–${sound.max} s of sound` },
  selection: {
    check: () => words({ min: 1 }),
    words: ({ points, frames }) => `up to ${points} points in each of ${frames} frames`,
  },
  expansion: {
    check: expansionCheck,
    words: ({ max, area }) => `each side up to ${max} times · ${area} times in all`,
  },
  raw: {
    check: () => z.record(z.string(), z.unknown(), { error: 'An object is needed.' }),
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

const checks = new WeakMap<object, Map<InputKey, z.ZodMiniType>>()

/** The check of one key under these limits. Kept with the limits: a form asks at every letter, and making one is slow. */
export function checkOf(field: FieldId, limits: Limits[Kind], key: InputKey): z.ZodMiniType {
  const kept = checks.get(limits) ?? new Map<InputKey, z.ZodMiniType>()
  checks.set(limits, kept)
  const check = kept.get(key) ?? kindOf(field).check(limits, key)
  kept.set(key, check)
  return check
}
