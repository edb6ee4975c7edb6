// How a value of every kind is checked. It comes apart from what draws a form, which is there before anything can be wrong.
import * as z from 'zod/mini'
import { medium } from '../../media/medium'
import type { InputKey } from '../input'
import type { Kind, Limits } from '../limits'
import { type FieldId, vocabulary } from '../vocabulary'
import { brushCheck, cameraCheck, elements, expansionCheck, faceCheck, shots, sizeCheck } from './part'
import { number, oneOf, words } from './value'

const several = (min: number | undefined, max: number | undefined, what: string) => {
  const most = max === undefined ? [] : [z.maxLength(max, { error: `At most ${max} ${what} can be used.` })]
  const least = min ? [z.minLength(min, { error: `At least ${min} ${min === 1 ? 'is' : 'are'} needed.` })] : []
  return z.array(medium).check(...most, ...least)
}

const places = z.array(z.int().check(z.minimum(1)), { error: 'Whole numbers from 1 are needed.' }).check(z.maxLength(2))

type Check<L> = (limits: L, key: InputKey) => z.ZodMiniType

const checkers: { [K in Kind]: Check<Limits[K]> } = {
  text: ({ form, ...limits }) => (form === 'address' ? z.url({ error: 'A web address is needed.' }) : words(limits)),
  choice: ({ options }) => oneOf(options),
  name: ({ max, digits }) =>
    words(max === undefined ? { min: 1 } : { min: 1, max }).check(
      z.refine((text) => !digits || /^\d+$/.test(text), { error: 'This id is made of digits alone.' }),
    ),
  whole: (limits) => number(limits, true),
  decimal: ({ step: _, ...limits }) => number(limits, false),
  toggle: () => z.boolean({ error: 'Say yes or no: true or false.' }),
  size: sizeCheck,
  duration: (limits) =>
    'values' in limits
      ? z
          .number({ error: 'A number of seconds is needed.' })
          .check(
            z.refine((value) => limits.values.includes(value), { error: `Choose ${limits.values.join(' or ')} s.` }),
          )
      : number({ ...limits, unit: 's' }, false),
  asset: ({ id }) =>
    id
      ? medium.check(
          z.refine((one) => 'asset' in one || ('ref' in one && /^\d+$/.test(one.ref)), {
            error: 'Only what the provider made itself can be used here, by its id of digits.',
          }),
        )
      : medium,
  assets: ({ min, max }) => several(min, max, 'here'),
  frames: (_, key) => (key === 'framesAt' ? places : medium),
  shots,
  voices: ({ max }) => several(undefined, max, 'voices'),
  elements,
  camera: cameraCheck,
  brush: brushCheck,
  faces: faceCheck,
  selection: () => words({ min: 1 }),
  expansion: expansionCheck,
  raw: () => z.record(z.string(), z.unknown(), { error: 'An object is needed.' }),
}

const checks = new WeakMap<object, Map<InputKey, z.ZodMiniType>>()

/** The check of one key under these limits. Kept with the limits: a form asks at every letter, and making one is slow. */
export function checkOf(field: FieldId, limits: Limits[Kind], key: InputKey): z.ZodMiniType {
  const kept = checks.get(limits) ?? new Map<InputKey, z.ZodMiniType>()
  checks.set(limits, kept)
  // As with the kinds: a row's type ties the limits to the field's kind.
  const checker = checkers[vocabulary[field].kind] as unknown as Check<unknown>
  const check = kept.get(key) ?? checker(limits, key)
  kept.set(key, check)
  return check
}
