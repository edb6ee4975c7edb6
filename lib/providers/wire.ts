// The one interpreter between our words and a provider's: a table of cells, read forwards to send and backwards to import.
import type { Issue } from '../errors'
import type { Medium } from '../media/medium'
import type { Input, InputKey } from '../models/input'

/** What the provider calls a file of ours. */
export type Media = (asset: string) => string

/** `rest` is what the value held besides, in the same shape; `notes` tell of every change of form. */
export type Taken = { input?: Input; rest?: unknown; notes?: string[]; issues?: Issue[] }

export type Cell = {
  /** Dotted path in the provider's request. */
  at: string
  /** Other paths under which the same is accepted on import. */
  also?: readonly string[]
  keys: readonly InputKey[]
  /** The provider's value; undefined is left out. */
  write(input: Input, media: Media): unknown
  /** Our words for the provider's value; issues name paths below `at`. */
  take(value: unknown): Taken
  /** The rest of a path below ours → below theirs, and back. Both default to the same rest. */
  outward?(path: readonly string[]): readonly string[]
  inward?(rest: readonly string[]): readonly string[]
}

export type Bag = { [key: string]: unknown }
export const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whatever somebody wrote, for a sentence about it: an object need not know how to be text. */
export const printed = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')

/** The request as far as the table says it; a key without a value is left out. */
export function write(cells: readonly Cell[], input: Input, media: Media): Bag {
  let body: Bag = {}
  for (const cell of cells) {
    const value = cell.write(input, media)
    if (value !== undefined) body = put(body, cell.at.split('.'), value)
  }
  return body
}

/** `value` laid in at the path; what stands beside it stays. */
export function put(body: Bag, [head, ...tail]: readonly string[], value: unknown): Bag {
  if (head === undefined) return body
  const inner = body[head]
  return { ...body, [head]: tail.length ? put(isBag(inner) ? inner : {}, tail, value) : value }
}

export function get(body: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (isBag(value) && Object.hasOwn(value, part) ? value[part] : undefined),
    body,
  )
}

/** The request without the value at the path; objects that become empty go too. */
export function without(body: Bag, [head, ...tail]: readonly string[]): Bag {
  if (head === undefined || !Object.hasOwn(body, head)) return body
  const { [head]: inner, ...others } = body
  if (tail.length === 0) return others
  if (!isBag(inner)) return body
  const left = without(inner, tail)
  return Object.keys(left).length ? { ...body, [head]: left } : others
}

/** Where the table looks into an object, and something else stands. */
export function misshapen(cells: readonly Cell[], request: Bag): Issue[] {
  const above = cells.flatMap(({ at, also = [] }) =>
    [at, ...also].flatMap((path) => {
      const parts = path.split('.').slice(0, -1)
      return parts.map((_, last) => parts.slice(0, last + 1).join('.'))
    }),
  )
  return [...new Set(above)].flatMap((path) => {
    const value = get(request, path.split('.'))
    return value === undefined || isBag(value) ? [] : [{ path, message: 'An object is needed.' }]
  })
}

/** The table backwards: our words, and what of the request no cell speaks of. Issues carry the provider's paths. */
export function take(
  cells: readonly Cell[],
  request: Bag,
): { input: Input; rest: Bag; notes: string[]; issues: Issue[] } {
  let input: Input = {}
  const notes: string[] = []
  const issues: Issue[] = misshapen(cells, request)
  let rest = issues.reduce((left, { path }) => without(left, path.split('.')), request)
  for (const cell of cells) {
    const found = [cell.at, ...(cell.also ?? [])].filter((at) => get(request, at.split('.')) !== undefined)
    for (const [at, later] of found.map((one, index) => [one, index > 0] as const)) {
      const path = at.split('.')
      rest = without(rest, path)
      if (later) {
        issues.push({ path: at, message: `${found[0]} says the same; give one of them.` })
        continue
      }
      const taken = cell.take(get(request, path))
      input = { ...input, ...taken.input }
      notes.push(...(at === cell.at ? [] : [`${at} is sent as ${cell.at}.`]), ...(taken.notes ?? []))
      issues.push(...(taken.issues ?? []).map((one) => ({ ...one, path: [at, one.path].filter(Boolean).join('.') })))
      if (taken.rest !== undefined) rest = put(rest, cell.at.split('.'), taken.rest)
    }
  }
  return { input, rest, notes, issues }
}

/** Our dotted path → theirs; undefined when the table has no word for it. */
export function outward(cells: readonly Cell[], path: string): string | undefined {
  const [key, ...rest] = path.split('.')
  const cell = cells.find(({ keys }) => keys.some((one) => one === key))
  if (!cell) return
  return [cell.at, ...(cell.outward?.(path.split('.')) ?? rest)].join('.')
}

/** Their path, as their errors print it (`inputs.frameImages[0].image`, or only `multiPrompt`) → ours. */
export function inward(cells: readonly Cell[], path: string): string | undefined {
  const wanted = path
    .replace(/\[(-?\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean)
  const below = (at: string) => {
    const parts = at.split('.')
    // Providers shorten: the end of the path alone names the field too.
    for (let from = 0; from < parts.length; from++) {
      const tail = parts.slice(from)
      if (tail.every((part, index) => part === wanted[index])) return wanted.slice(tail.length)
    }
  }
  for (const cell of cells) {
    const rest = [cell.at, ...(cell.also ?? [])].map(below).find((one) => one !== undefined)
    if (rest) return (cell.inward?.(rest) ?? [cell.keys[0] ?? '', ...rest]).join('.')
  }
}

/** What is sent for a medium: our file by the provider's name for it, an address or a foreign id as it is. */
export function shown(medium: Medium, media: Media): string {
  if ('asset' in medium) return media(medium.asset)
  return 'url' in medium ? medium.url : medium.ref
}

/** What was carried along from an import, laid beside what we say; it never replaces a value of ours. Of a list, by places. */
export function merge(ours: unknown, carried: unknown): unknown {
  if (ours === undefined || !isBag(carried)) return ours === undefined ? carried : ours
  if (Array.isArray(ours)) return ours.map((one, at) => (String(at) in carried ? merge(one, carried[String(at)]) : one))
  if (!isBag(ours)) return ours
  const keys = [...Object.keys(ours), ...Object.keys(carried).filter((key) => !Object.hasOwn(ours, key))]
  return Object.fromEntries(
    keys.map((key) => [key, Object.hasOwn(carried, key) ? merge(ours[key], carried[key]) : ours[key]]),
  )
}

const bare = 'data:;base64,'
/** Base64 without a prefix, where an id could stand as well: as an address of its own kind, so that it is not taken for one. */
export const inlineOf = (base64: string): Medium => ({ url: bare + base64 })
export const uninlined = (text: string): string => (text.startsWith(bare) ? text.slice(bare.length) : text)

/** An address stays an address; anything else is an id that only the provider understands. */
export function mediumOf(value: unknown): Medium | undefined {
  if (typeof value !== 'string' || value === '') return
  return /^(https?:|data:)/i.test(value) ? { url: value } : { ref: value }
}
