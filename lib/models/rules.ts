// The few forms of sentence that bind fields, and their one interpreter: form, server and price all read it.
import type { Input, InputKey } from './input'
import { isSet } from './input'
import { shotSeconds } from './shot'
import type { Source } from './source'
import type { FieldId } from './vocabulary'

type Plain = string | number | boolean
/** `set`, `unset`, a value, one of several values, or a range of a number or of a list's length. */
type Test = 'set' | 'unset' | Plain | { is: readonly Plain[] } | { min?: number; max?: number }
/** All of one object must hold; of a list of objects, one. The empty object always holds. */
export type When = Clause | readonly Clause[]
type Clause = { readonly [K in InputKey]?: Test }

/**
 * How hard a sentence holds. `always`: refused by form, API, preview and import. `placing`: refused when an order is
 * made here, kept with a note on import. `offering`: only the form does not offer it; kept with a note elsewhere.
 */
export type Force = 'always' | 'placing' | 'offering'
type Bound = { why: string; force?: Force; when?: When; source?: Source }

export type Rule =
  | (Bound & { needs: InputKey | readonly InputKey[] })
  | (Bound & { bars: InputKey | readonly InputKey[]; when: When })
  | (Bound & { wants: InputKey; is: boolean; when: When })
  | (Bound & { narrows: FieldId; to: Readonly<Record<string, unknown>>; when: When })
  | (Bound & { sum: 'shots'; equals: 'duration' })
  | (Bound & { exactlyOne: readonly (readonly InputKey[])[] })
  | (Bound & { atLeastOne: readonly InputKey[] })
  | (Bound & { count: readonly InputKey[]; max: number })
  | (Bound & { references: References })
  | (Bound & Marked)

/**
 * How pictures and elements count together. `alone`: at most so many of both while no element was made from a film.
 * `filmed`: at most so many that were; `beside`: at most so many pictures and other elements with those. `frames`: first
 * and last frame are pictures too. Of an element known by its id alone nobody here knows how it was made: it is refused
 * only where neither would do.
 */
type References = { alone: number; filmed: number; beside: number; frames?: true }

/** `after`: entries that stand before the list when it is sent, so that its numbers begin behind them. */
type Marked = {
  markers: 'element' | 'voice' | 'image' | 'video'
  of: 'elements' | 'voices' | 'referenceImages' | 'referenceVideos' | 'sourceVideo'
  after?: readonly ('firstFrame' | 'lastFrame')[]
}

/**
 * A rule that an input breaks: where, why, how hard, and a change that would mend it without loss where one exists.
 * `missing`: it breaks by what is not there yet.
 */
export type Reason = { key: InputKey; path: string; why: string; force: Force; fix?: Fix; missing?: true }
/** An undefined value takes the key out. */
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

export const takeOut = (key: string): Fix => ({ label: 'Take it out', set: { [key]: undefined } })

/** Every sentence that the input breaks. `narrows` is not here: it changes limits, see `standing`. */
export function broken(rules: readonly Rule[], input: Input): Reason[] {
  return rules.flatMap((rule) => (holds(rule.when, input) ? judge(rule, input) : []))
}

function judge(rule: Rule, input: Input): Reason[] {
  const { why, force = 'always' } = rule
  const set = (key: InputKey) => isSet(input[key])
  const missing = (key: InputKey): Reason => ({ key, path: key, why, force, missing: true })
  const tooMany = (key: InputKey): Reason => ({ key, path: key, why, force, fix: takeOut(key) })
  if ('needs' in rule)
    return keysIn(rule.needs)
      .filter((key) => !set(key))
      .map(missing)
  if ('bars' in rule) return keysIn(rule.bars).filter(set).map(tooMany)
  if ('wants' in rule) {
    const { wants: key, is } = rule
    if (input[key] === is) return []
    return [{ key, path: key, why, force, fix: { label: is ? 'Turn it on' : 'Turn it off', set: { [key]: is } } }]
  }
  if ('exactlyOne' in rule) {
    const chosen = rule.exactlyOne.filter((group) => group.some(set))
    if (chosen.length === 1) return []
    if (chosen.length === 0) return (rule.exactlyOne[0] ?? []).slice(0, 1).map(missing)
    return chosen.flat().filter(set).map(tooMany)
  }
  if ('atLeastOne' in rule) return rule.atLeastOne.some(set) ? [] : rule.atLeastOne.slice(0, 1).map(missing)
  if ('count' in rule) {
    const total = rule.count.reduce((sum, key) => sum + countOf(input[key]), 0)
    const key = rule.count.filter(set).at(-1)
    return total > rule.max && key ? [{ key, path: key, why, force }] : []
  }
  if ('sum' in rule) return offSum(input, force)
  if ('references' in rule) return overCount(rule.references, input, why, force)
  if ('markers' in rule) {
    const before = (rule.after ?? []).filter(set).length
    return strayMarkers(rule.markers, before + countOf(input[rule.of]), input, why, force)
  }
  return []
}

const countOf = (value: unknown) => (Array.isArray(value) ? value.length : isSet(value) ? 1 : 0)

function offSum(input: Input, force: Force): Reason[] {
  const total = shotSeconds(input)
  if (total === undefined || typeof input.duration !== 'number' || Math.abs(total - input.duration) < 1e-6) return []
  const why = `Shots add up to ${total} of ${input.duration} s.`
  const fix = { label: `Make it ${total} s`, set: { duration: total } }
  return [{ key: 'duration', path: 'duration', why, force, fix }]
}

function overCount(most: References, input: Input, why: string, force: Force): Reason[] {
  const elements = input.elements ?? []
  const filmed = elements.filter(({ videos }) => videos?.length).length
  const shown = elements.filter((one) => !one.videos?.length && (one.frontalImage || one.images?.length)).length
  const unknown = elements.length - filmed - shown
  const frames = most.frames ? countOf(input.firstFrame) + countOf(input.lastFrame) : 0
  const pictures = countOf(input.referenceImages) + frames
  for (let more = 0; more <= unknown; more++) {
    const fromFilm = filmed + more
    const others = pictures + shown + unknown - more
    if (fromFilm === 0 ? others <= most.alone : fromFilm <= most.filmed && others <= most.beside) return []
  }
  const key = elements.length ? 'elements' : 'referenceImages'
  return [{ key, path: key, why, force }]
}

function strayMarkers(word: string, count: number, input: Input, why: string, force: Force): Reason[] {
  // What came from outside may be no text at all; that is told where it stands.
  const strays = (text: unknown) =>
    typeof text === 'string' &&
    [...text.matchAll(new RegExp(`<<<${word}_(\\d+)>>>`, 'g'))].some(
      (hit) => Number(hit[1]) < 1 || Number(hit[1]) > count,
    )
  return [
    ...(strays(input.prompt) ? [{ key: 'prompt', path: 'prompt', why, force } as const] : []),
    ...(input.shots ?? []).flatMap((one, at) =>
      strays(one.prompt) ? [{ key: 'shots', path: `shots.${at}.prompt`, why, force } as const] : [],
    ),
  ]
}
