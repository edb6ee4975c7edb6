// The few forms of sentence that bind fields, and their one interpreter: form, server and price all read it.
import type { Input, InputKey } from './input'
import { isSet } from './input'
import type { FieldId } from './vocabulary'

type Plain = string | number | boolean
/** `set`, `unset`, a value, one of several values, or a range of a number or of a list's length. */
export type Test = 'set' | 'unset' | Plain | { is: readonly Plain[] } | { min?: number; max?: number }
/** All of one object must hold; of a list of objects, one. */
export type When = Clause | readonly Clause[]
type Clause = { readonly [K in InputKey]?: Test }

/**
 * How hard a sentence holds. `always`: refused by form, API, preview and import. `placing`: refused when an order is
 * made here, kept with a note on import. `offering`: only the form does not offer it; kept with a note elsewhere.
 */
export type Force = 'always' | 'placing' | 'offering'
type Bound = { why: string; force?: Force; when?: When }

export type Rule =
  | (Bound & { needs: InputKey | readonly InputKey[] })
  | (Bound & { bars: InputKey | readonly InputKey[]; when: When })
  | (Bound & { narrows: FieldId; to: Readonly<Record<string, unknown>>; when: When })
  | (Bound & { sum: 'shots'; equals: 'duration' })
  | (Bound & { exactlyOne: readonly (readonly InputKey[])[] })
  | (Bound & { atLeastOne: readonly InputKey[] })
  | (Bound & { count: readonly InputKey[]; max: number })
  | (Bound & { markers: 'element' | 'voice' | 'image'; of: 'elements' | 'voices' | 'referenceImages' })

/** A rule that an input breaks: where, why, how hard, and a change that would mend it without loss where one exists. */
export type Reason = { key: InputKey; path: string; why: string; force: Force; fix?: Fix }
export type Fix = { label: string; set: Partial<Record<InputKey, unknown>> }

export function holds(when: When | undefined, input: Input): boolean {
  if (!when) return true
  if (isList(when)) return when.some((clause) => clauseHolds(clause, input))
  return clauseHolds(when, input)
}

const isList = (when: When): when is readonly Clause[] => Array.isArray(when)

function clauseHolds(clause: Clause, input: Input): boolean {
  return Object.entries(clause).every(([key, test]) => passes(input[key as InputKey], test))
}

function passes(value: unknown, test: Test): boolean {
  if (test === 'set') return isSet(value)
  if (test === 'unset') return !isSet(value)
  if (typeof test !== 'object') return value === test
  if ('is' in test) return test.is.some((one) => one === value)
  const size = Array.isArray(value) ? value.length : typeof value === 'number' ? value : undefined
  return size !== undefined && size >= (test.min ?? -Infinity) && size <= (test.max ?? Infinity)
}

export const keysIn = (keys: InputKey | readonly InputKey[]): readonly InputKey[] =>
  typeof keys === 'string' ? [keys] : keys

/** Every sentence that the input breaks. `narrows` is not here: it changes limits, see `standing`. */
export function broken(rules: readonly Rule[], input: Input): Reason[] {
  return rules.flatMap((rule) => (holds(rule.when, input) ? judge(rule, input) : []))
}

function judge(rule: Rule, input: Input): Reason[] {
  const force = rule.force ?? 'always'
  const say = (key: InputKey, fix?: Fix, path: string = key, why = rule.why): Reason => ({
    key,
    path,
    why,
    force,
    ...(fix ? { fix } : {}),
  })
  const set = (key: InputKey) => isSet(input[key])
  if ('needs' in rule)
    return keysIn(rule.needs)
      .filter((key) => !set(key))
      .map((key) => say(key))
  if ('bars' in rule)
    return keysIn(rule.bars)
      .filter(set)
      .map((key) => say(key, { label: 'Take it out', set: { [key]: undefined } }))
  if ('exactlyOne' in rule) {
    const chosen = rule.exactlyOne.filter((group) => group.some(set))
    if (chosen.length === 1) return []
    if (chosen.length === 0) return (rule.exactlyOne[0] ?? []).slice(0, 1).map((key) => say(key))
    return chosen
      .flat()
      .filter(set)
      .map((key) => say(key, { label: 'Take it out', set: { [key]: undefined } }))
  }
  if ('atLeastOne' in rule) return rule.atLeastOne.some(set) ? [] : rule.atLeastOne.slice(0, 1).map((key) => say(key))
  if ('count' in rule) {
    const total = rule.count.reduce((sum, key) => sum + countOf(input[key]), 0)
    const last = rule.count.filter(set).at(-1)
    return total > rule.max && last ? [say(last)] : []
  }
  if ('sum' in rule) {
    const total = shotSeconds(input)
    if (total === undefined || input.duration === undefined || same(total, input.duration)) return []
    return [
      say(
        'duration',
        { label: `Make it ${total} s`, set: { duration: total } },
        'duration',
        `Shots add up to ${total} of ${input.duration} s.`,
      ),
    ]
  }
  if ('markers' in rule)
    return strayMarkers(rule.markers, countOf(input[rule.of]), input).map((path) =>
      say(path === 'prompt' ? 'prompt' : 'shots', undefined, path),
    )
  return []
}

const countOf = (value: unknown) => (Array.isArray(value) ? value.length : isSet(value) ? 1 : 0)
const same = (a: number, b: number) => Math.abs(a - b) < 1e-6

/** Seconds of all shots together; nothing when there are none. */
export function shotSeconds(input: Input): number | undefined {
  if (!input.shots?.length) return
  return Math.round(input.shots.reduce((sum, one) => sum + one.duration, 0) * 1000) / 1000
}

function strayMarkers(word: string, count: number, input: Input): string[] {
  const strays = (text: string | undefined) =>
    [...(text ?? '').matchAll(new RegExp(`<<<${word}_(\\d+)>>>`, 'g'))].some(
      (hit) => Number(hit[1]) < 1 || Number(hit[1]) > count,
    )
  return [
    ...(strays(input.prompt) ? ['prompt'] : []),
    ...(input.shots ?? []).flatMap((one, at) => (strays(one.prompt) ? [`shots.${at}.prompt`] : [])),
  ]
}
