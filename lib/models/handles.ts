// Handles in prompts: `@name` while people write, `<<<element_2>>>` only on sending, so that reordering corrupts nothing.
import { type Input, type InputKey, isSet } from './input'
import { pictureOrder } from './place'
import type { Workflow } from './row'

/** `@hero` names the element of that id, `@voice_1` and `@image_1` an entry of their lists by place. `@@hero` is plain text. */
const handle = /(?<![\p{L}\p{N}_@])(@+)([\p{L}\p{N}_]+(?:-+[\p{L}\p{N}_]+)*)/gu

type Scope = (name: string) => string | undefined

/** What each handle stands for with this input; nothing when the workflow knows no markers, so that its prompts pass as they are. */
function scopeOf(workflow: Workflow, input: Input): Scope | undefined {
  const known = (workflow.rules ?? []).flatMap((rule) => ('markers' in rule ? [rule] : []))
  if (known.length === 0) return
  const marks = new Map<string, string>()
  for (const { markers: word, of, after } of known) {
    const value: unknown = input[of]
    const list: unknown[] = Array.isArray(value) ? value : isSet(value) ? [value] : []
    const { placeOf } = placesIn(input, after !== undefined)
    for (const [at, entry] of list.entries()) {
      const name: unknown = word === 'element' ? Object(entry).id : `${word}_${at + 1}`
      if (typeof name === 'string') marks.set(name, `<<<${word}_${placeOf(at)}>>>`)
    }
  }
  return (name) => marks.get(name)
}

/** The number, from 1, by which an entry of a list is called, and back. @param framed frames stand among the entries. */
function placesIn(input: Input, framed: boolean) {
  if (!framed) return { placeOf: (entry: number) => entry + 1, at: (place: number): number | undefined => place - 1 }
  const order = pictureOrder(input)
  const frames = order.filter((one) => 'frame' in one).length
  return {
    // What lies behind the last is behind the frames as well.
    placeOf: (entry: number) =>
      order.findIndex((one) => 'reference' in one && one.reference === entry) + 1 || entry + 1 + frames,
    at(place: number): number | undefined {
      const one = order[place - 1]
      if (!one) return place - 1 - frames
      return 'reference' in one ? one.reference : undefined
    },
  }
}

/** How many entries of each list the words call by no number, of how many: they may be overlooked. */
export function uncalled(workflow: Workflow, input: Input): { word: string; count: number; of: number }[] {
  const words = texts(input)
    .map(({ text }) => text)
    .join('\n')
  return (workflow.rules ?? []).flatMap((rule) => {
    if (!('markers' in rule)) return []
    const list: unknown = input[rule.of]
    const { placeOf } = placesIn(input, rule.after !== undefined)
    const entries = Array.isArray(list) ? list.map((_, at) => `<<<${rule.markers}_${placeOf(at)}>>>`) : []
    const count = entries.filter((mark) => !words.includes(mark)).length
    return count ? [{ word: rule.markers, count, of: entries.length }] : []
  })
}

/** Pairs of @ stand for one each; an odd one makes the name a handle. An unknown handle stays as it is, and is refused elsewhere. */
function numberedText(text: string, scope: Scope): string {
  return text.replace(handle, (whole: string, signs: string, name: string) => {
    const plain = '@'.repeat(Math.floor(signs.length / 2))
    if (signs.length % 2 === 0) return plain + name
    const mark = scope(name)
    return mark === undefined ? whole : plain + mark
  })
}

/** The text with its handles under other names; `to` gives none for those that keep theirs. Doubled signs are plain text and stay. */
export const renamed = (text: string, to: (name: string) => string | undefined) =>
  text.replace(handle, (whole: string, signs: string, name: string) =>
    signs.length % 2 === 0 ? whole : signs + (to(name) ?? name),
  )

/** Names that the text calls, in order. */
export const namesIn = (text: string): string[] =>
  [...text.matchAll(handle)].flatMap(([, signs = '', name = '']) => (signs.length % 2 === 1 ? [name] : []))

/**
 * The words after an entry of a list went from one place to another (from 0): their numbers go on meaning the same
 * entries. What is taken out goes behind the last, where its number names nothing.
 */
export function renumbered(workflow: Workflow, input: Input, of: InputKey, from: number, to: number): Input {
  const moved = (at: number) => (at === from ? to : at + Number(at >= to && at < from) - Number(at > from && at <= to))
  const rules = (workflow.rules ?? []).flatMap((rule) => ('markers' in rule && rule.of === of ? [rule] : []))
  return rules.reduce((now, { markers: word, after }) => {
    const { placeOf, at } = placesIn(input, after !== undefined)
    const mark = (whole: string, number: string) => {
      const entry = at(Number(number))
      return entry === undefined ? whole : `<<<${word}_${placeOf(moved(entry))}>>>`
    }
    const name = (called: string) => {
      const [, kind, number] = /^(\p{L}+)_(\d+)$/u.exec(called) ?? []
      // Elements are called by their own names, which stay.
      return word !== 'element' && kind === word && number ? `${word}_${moved(Number(number) - 1) + 1}` : undefined
    }
    return eachText(now, (text) => renamed(text.replace(new RegExp(`<<<${word}_(\\d+)>>>`, 'g'), mark), name))
  }, input)
}

/** The input with every handle as the marker that is sent, numbered in list order. */
export function numbered(workflow: Workflow, input: Input): Input {
  const scope = scopeOf(workflow, input)
  return scope ? eachText(input, (text) => numberedText(text, scope)) : input
}

/** Text that came from elsewhere, so written that sending gives the very same text back. */
export function escaped(workflow: Workflow, input: Input): Input {
  const plain = (text: string) => text.replace(handle, (_, signs: string, name: string) => signs + signs + name)
  return scopeOf(workflow, input) ? eachText(input, plain) : input
}

/** Handles that name nothing, each with the path of its text. */
export function strayHandles(workflow: Workflow, input: Input): { path: string; name: string }[] {
  const scope = scopeOf(workflow, input)
  if (!scope) return []
  const found: { path: string; name: string }[] = []
  for (const { path, text } of texts(input))
    for (const [, signs = '', name = ''] of text.matchAll(handle))
      if (signs.length % 2 === 1 && scope(name) === undefined) found.push({ path, name })
  return found
}

/** Every text of an input that may hold handles or markers. */
function texts(input: Input): { path: string; text: string }[] {
  return [
    ...(typeof input.prompt === 'string' ? [{ path: 'prompt', text: input.prompt }] : []),
    ...(Array.isArray(input.shots)
      ? input.shots.flatMap((one, at) =>
          typeof one?.prompt === 'string' ? [{ path: `shots.${at}.prompt`, text: one.prompt }] : [],
        )
      : []),
  ]
}

function eachText(input: Input, change: (text: string) => string): Input {
  const { prompt, shots } = input
  return {
    ...input,
    ...(typeof prompt === 'string' ? { prompt: change(prompt) } : {}),
    ...(Array.isArray(shots)
      ? { shots: shots.map((one) => (typeof one?.prompt === 'string' ? { ...one, prompt: change(one.prompt) } : one)) }
      : {}),
  }
}
