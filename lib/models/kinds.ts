// Every kind of value: which keys of the input it fills, how a value of it is checked, and what it starts as.
import { z } from 'zod'
import { limitWords } from '../media/limits'
import { medium } from '../media/medium'
import { element, type Input, type InputKey, shot } from './input'
import type { Kind, Limits, Size } from './limits'

type Checks = { [K in InputKey]?: z.ZodType }
type Finding = { key: InputKey; message: string }

type KindOfValue<K extends Kind> = {
  /** The keys of the input that hold a value of this kind; default: the field's own id. */
  keys?(limits: Limits[K]): readonly InputKey[]
  check(limits: Limits[K], key: InputKey): z.ZodType
  /** What only several keys together can break. */
  across?(limits: Limits[K], input: Input): Finding[]
  /** The limits in a few words, for hints, messages and the capability table. */
  words(limits: Limits[K]): string
  /** What a field shows before anybody touched it, when it must have a value. */
  start?(limits: Limits[K]): Partial<Input> | unknown
}

const length = (text: string) => [...text].length
const list = (options: readonly (string | number)[]) => options.join(', ')
/** True when `value` lies on the grid of `step` that begins at `min`. */
const onStep = (value: number, min: number, step: number) => {
  const steps = (value - min) / step
  return Math.abs(steps - Math.round(steps)) < 1e-6
}

function words({ min = 0, max }: { min?: number; max: number }) {
  return z.string().superRefine((text, at) => {
    const count = length(text)
    if (count > max)
      at.addIssue({ code: 'custom', message: `${count - max} characters too many; at most ${max} can be used.` })
    if (count < min) at.addIssue({ code: 'custom', message: `At least ${min} characters are needed.` })
  })
}

function number(limits: { min: number; max: number; step?: number; unit?: string }, whole: boolean) {
  const unit = limits.unit ? ` ${limits.unit}` : ''
  return z.number({ error: 'A number is needed.' }).superRefine((value, at) => {
    if (value < limits.min || value > limits.max)
      at.addIssue({ code: 'custom', message: `${value}${unit} is outside ${limits.min}–${limits.max}${unit}.` })
    else if (whole && !Number.isInteger(value)) at.addIssue({ code: 'custom', message: 'A whole number is needed.' })
    else if (limits.step && !onStep(value, limits.min, limits.step))
      at.addIssue({ code: 'custom', message: `Steps of ${limits.step}${unit} from ${limits.min} can be used.` })
  })
}

export const sizeWords = (size: Size) => `${size.width}×${size.height}`
const inPixels = (limits: Limits['size'], input: Input) =>
  limits.sizes.find((size) => size.width === input.width && size.height === input.height)
const inWords = (limits: Limits['size'], input: Input) =>
  limits.sizes.find(
    (size) =>
      (input.aspectRatio === undefined || size.aspectRatio === input.aspectRatio) &&
      (input.resolution === undefined || size.resolution === input.resolution),
  )

/** The listed size that an input asks for, whichever way it is written; nothing when it asks for none. */
export function sizeOf(limits: Limits['size'], input: Input): Size | undefined {
  if (input.width !== undefined && input.height !== undefined) return inPixels(limits, input)
  if (limits.as !== 'pixels' && (input.aspectRatio !== undefined || input.resolution !== undefined))
    return inWords(limits, input)
}

function sizeFindings(limits: Limits['size'], input: Input): Finding[] {
  const { width, height, aspectRatio, resolution } = input
  const found: Finding[] = []
  if ((width === undefined) !== (height === undefined))
    found.push({ key: width === undefined ? 'width' : 'height', message: 'Width and height go together.' })
  if (width !== undefined && height !== undefined && limits.as !== 'words' && !inPixels(limits, input)) {
    const message = `${width}×${height} is not offered; choose ${list(limits.sizes.map(sizeWords))}.`
    found.push({ key: 'width', message }, { key: 'height', message })
  }
  if (limits.as === 'either' && width !== undefined && (aspectRatio !== undefined || resolution !== undefined))
    found.push({ key: 'aspectRatio', message: 'Give width and height, or shape and resolution, not both.' })
  return found
}

const oneOf = (options: readonly (string | number)[]) =>
  z.custom<string | number>((value) => options.some((option) => option === value), {
    error: `Choose one of ${list(options)}.`,
  })
const distinct = (values: readonly (string | undefined)[]) => [
  ...new Set(values.filter((value) => value !== undefined)),
]

export const kinds: { [K in Kind]: KindOfValue<K> } = {
  text: {
    check: (limits) => words(limits),
    words: ({ min, max }) => (min ? `${min}–${max} characters` : `up to ${max} characters`),
  },
  choice: {
    check: ({ options }) => oneOf(options),
    words: ({ options }) => list(options),
    start: ({ options }) => options[0],
  },
  whole: {
    check: (limits) => number(limits, true),
    words: ({ min, max, unit }) => `${min}–${max}${unit ? ` ${unit}` : ''}`,
  },
  decimal: {
    check: (limits) => number(limits, false),
    words: ({ min, max, unit }) => `${min}–${max}${unit ? ` ${unit}` : ''}`,
  },
  toggle: { check: () => z.boolean({ error: 'Say yes or no: true or false.' }), words: () => 'on or off' },
  size: {
    keys: ({ as }) =>
      as === 'pixels'
        ? ['width', 'height']
        : as === 'words'
          ? ['aspectRatio', 'resolution']
          : ['width', 'height', 'aspectRatio', 'resolution'],
    check: ({ sizes }, key) =>
      key === 'aspectRatio' || key === 'resolution'
        ? oneOf(distinct(sizes.map((size) => size[key])))
        : z.number({ error: 'A number of pixels is needed.' }).int(),
    across: sizeFindings,
    words: ({ sizes }) => list(sizes.map(sizeWords)),
    start: ({ sizes, as }) => {
      const [first] = sizes
      if (!first) return {}
      if (as !== 'words') return { width: first.width, height: first.height }
      return { aspectRatio: first.aspectRatio, ...(first.resolution ? { resolution: first.resolution } : {}) }
    },
  },
  duration: {
    check: (limits) =>
      'values' in limits
        ? z.number({ error: 'A number of seconds is needed.' }).refine((value) => limits.values.includes(value), {
            error: `Choose ${limits.values.join(' or ')} s.`,
          })
        : number({ ...limits, unit: 's' }, false),
    words: (limits) => ('values' in limits ? `${limits.values.join(' or ')} s` : `${limits.min}–${limits.max} s`),
    start: (limits) => ('values' in limits ? limits.values[0] : limits.min),
  },
  asset: { check: () => medium, words: ({ of }) => limitWords(of) },
  assets: {
    check: ({ min, max }) => {
      const several = z.array(medium).max(max, { error: `At most ${max} can be used.` })
      return min ? several.min(min, { error: `At least ${min} ${min === 1 ? 'is' : 'are'} needed.` }) : several
    },
    words: ({ min, max, of }) => [min ? `${min}–${max}` : `up to ${max}`, limitWords(of)].filter(Boolean).join(' · '),
  },
  frames: {
    keys: ({ ends }) => (ends === 'both' ? ['firstFrame', 'lastFrame'] : ['firstFrame']),
    check: () => medium,
    words: ({ ends, of }) => [ends === 'both' ? 'first and last' : 'first', limitWords(of)].filter(Boolean).join(' · '),
  },
  shots: {
    check: (limits) =>
      z
        .array(
          shot.extend({
            prompt: words({ min: Math.max(1, limits.words.min ?? 1), max: limits.words.max }),
            duration: number({ ...limits.seconds, max: limits.seconds.max ?? Infinity, unit: 's' }, false),
          }),
        )
        .max(limits.max, { error: `At most ${limits.max} shots can be used.` }),
    words: ({ max, words: { max: characters } }) => `up to ${max}, ${characters} characters each`,
  },
  voices: {
    check: ({ max }) => z.array(medium).max(max, { error: `At most ${max} voices can be used.` }),
    words: ({ max, of }) => `up to ${max} · ${limitWords(of)}`,
  },
  elements: {
    check: ({ max, pictures }) =>
      z
        .array(element.extend({ images: z.array(medium).max(pictures).optional() }))
        .max(max, { error: `At most ${max} elements can be used.` }),
    words: ({ max }) => `up to ${max}`,
  },
  raw: { check: () => z.record(z.string(), z.unknown()), words: () => 'as imported' },
}
