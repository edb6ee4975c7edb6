// Shapes of value at Kling ↔ ours: what its pages type, written so; what its samples do besides, read too.
import type { Medium } from '../../media/medium'
import type { Input, InputKey } from '../../models/input'
import { type Cell, inlineOf, type Media, mediumOf, shown, type Taken } from '../wire'

const none = (message: string): Taken => ({ issues: [{ path: '', message }] })
const under = (key: InputKey, value: unknown, notes: string[] = []): Taken => ({
  input: { [key]: value } as Input,
  notes,
})

/** A value that is the same on both sides. Its limits are the row's to judge. */
export const same = (key: InputKey, at: string): Cell => ({
  at,
  keys: [key],
  write: (input) => input[key],
  take: (value) => under(key, value),
})

/** Digits in quotes are the number that they are. */
export const numeric = (value: unknown): unknown =>
  typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value

export const number = (key: InputKey, at: string): Cell => ({
  ...same(key, at),
  take: (value) => {
    const plain = numeric(value)
    return under(key, plain, plain === value ? [] : [`${at} “${value}” is sent as the number ${plain}.`])
  },
})

/** Seconds, written in quotes as the older pages type them. */
export const seconds = (key: InputKey, at: string): Cell => ({
  at,
  keys: [key],
  write: (input) => (input[key] === undefined ? undefined : String(input[key])),
  take: (value) => {
    const plain = numeric(value)
    if (typeof plain !== 'number') return none('Seconds are needed, such as "5".')
    return under(key, plain, value === String(plain) ? [] : [`${at} is sent as “${plain}”, in quotes.`])
  },
})

const words = { true: true, false: false } as const

export const flag = (key: InputKey, at: string): Cell => ({
  at,
  keys: [key],
  write: (input) => input[key],
  take: (value) => {
    const plain = truth(value)
    if (plain === undefined) return none('Choose one of true, false.')
    return under(key, plain, typeof value === 'boolean' ? [] : [`${at} “${value}” is sent as ${plain}.`])
  },
})

export function truth(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  const word = typeof value === 'string' ? value.toLowerCase() : ''
  return word === 'true' || word === 'false' ? words[word] : undefined
}

/** Two words for true and false: on and off, yes and no. */
export const either = (key: InputKey, at: string, on: string, off: string): Cell => ({
  at,
  keys: [key],
  write: (input) => (input[key] === undefined ? undefined : input[key] ? on : off),
  take: (value) => (value === on || value === off ? under(key, value === on) : none(`Choose one of ${on}, ${off}.`)),
})

/** What Kling is told of a file: an address, an id, or raw Base64, which it wants without its prefix. */
export function named(medium: Medium, media: Media): string {
  const text = shown(medium, media)
  return text.startsWith('data:') ? text.slice(text.indexOf(',') + 1) : text
}

export function readMedium(value: unknown): Medium | string {
  if (typeof value === 'string' && /^data:/i.test(value))
    return 'Base64 is sent without the prefix “data:…;base64,”; take it off.'
  return mediumOf(value) ?? 'An address or raw Base64 is needed.'
}

export const medium = (key: InputKey, at: string): Cell => ({
  at,
  keys: [key],
  write: (input, media) => {
    const value = input[key] as Medium | undefined
    return value && named(value, media)
  },
  take: (value) => {
    const found = readMedium(value)
    return typeof found === 'string' ? none(found) : under(key, found)
  },
})

const digits = /^\d+$/
/** What Kling made itself is known by an id of digits; everything else is a file. */
export const isId = (text: string) => digits.test(text)

const asText = (key: string, value: unknown) =>
  typeof value === 'number' ? [`${key} is sent as text, so that no digit is lost.`] : []

/** The id of a session or a voice. */
export const id = (key: InputKey, at: string): Cell => ({
  ...same(key, at),
  take: (value) => under(key, idOf(value) ?? value, asText(at, value)),
})

/** What Kling made itself, by its id. */
export const made = (key: InputKey, at: string): Cell => ({
  ...medium(key, at),
  take: (value) => {
    const plain = idOf(value)
    return plain === undefined || plain.startsWith('data:')
      ? none('An id of digits is needed, in quotes.')
      : under(key, { ref: plain }, asText(at, value))
  },
})

/** One file under either of two names: by Kling's id, or as the file that it is. */
export const idOrFile = (key: InputKey, id: string, file: string): readonly Cell[] => {
  const text = (input: Input, media: Media, byId: boolean) => {
    const value = input[key] as Medium | undefined
    if (!value) return
    const said = named(value, media)
    return ('ref' in value || ('asset' in value && isId(said))) === byId ? said : undefined
  }
  const whole = medium(key, file)
  return [
    { ...made(key, id), write: (input, media) => text(input, media, true) },
    {
      ...whole,
      write: (input, media) => text(input, media, false),
      take: (value) => {
        const found = readMedium(value)
        // Beside an id, Base64 must not look like one.
        return typeof found !== 'string' && 'ref' in found ? under(key, inlineOf(found.ref)) : whole.take(value)
      },
    },
  ]
}

/** An id as text. A bare number that JSON still holds exactly is its own digits. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A list of files, each alone or in an object under a name of its own. */
export const mediaList = (key: InputKey, at: string, inner: string, more: readonly string[] = []): Cell => ({
  at,
  keys: [key],
  write: (input, media) => {
    const list = input[key] as Medium[] | undefined
    return list?.map((value) => ({ [inner]: named(value, media) }))
  },
  take: (value) => {
    if (!Array.isArray(value)) return none(`A list of { ${inner} } is needed.`)
    const found = value.map((one) => readMedium(inner in Object(one) ? Object(one)[inner] : undefined))
    const issues = found.flatMap((one, place) =>
      typeof one === 'string' ? [{ path: `${place}.${inner}`, message: one }] : [],
    )
    const strange = value.flatMap((one, place) =>
      Object.keys(Object(one))
        .filter((name) => name !== inner && !more.includes(name))
        .map((name) => ({ path: `${place}.${name}`, message: `Each entry holds ${inner} alone.` })),
    )
    return issues.length || strange.length ? { issues: [...issues, ...strange] } : under(key, found)
  },
  outward: ([, place, ...rest]) => (place === undefined ? [] : [place, inner, ...rest]),
  inward: ([place]) => (place === undefined ? [key] : [key, place]),
})
