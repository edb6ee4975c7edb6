// Kling's own parameters within the extras ↔ our words: shots, how they are read, and what belongs to a scene.
import type { Issue } from '../../errors'
import { native as at } from '../../models/catalog/openai/word'
import type { Input, InputKey, Shot } from '../../models/input'
import {
  type Bag,
  type Cell,
  get,
  inlineOf,
  isBag,
  type Media,
  mediumOf,
  put,
  shown,
  type Taken,
  uninlined,
  without,
} from '../wire'

type Part = {
  keys: readonly InputKey[]
  /** Their names within the bag. */
  theirs: readonly string[]
  write(input: Input, media: Media): Bag
  take(bag: Bag): Taken
}

const shots: Part = {
  keys: ['shots', 'shotType'],
  theirs: ['multi_shot', 'shot_type', 'multi_prompt'],
  write: ({ shots: list, shotType }) => {
    if (!list?.length) return shotType === undefined ? {} : { multi_shot: true, shot_type: shotType }
    const multi = list.map(({ prompt, duration }, i) => ({ index: i + 1, prompt, duration: String(duration) }))
    return { multi_shot: true, shot_type: shotType ?? 'customize', multi_prompt: multi }
  },
  take: ({ multi_shot: said, shot_type: type, multi_prompt: list }) => {
    const on = said === 'true' ? true : said === 'false' ? false : said
    if (on === undefined && type === undefined && list === undefined) return {}
    if (on === false && type === undefined && list === undefined) return { rest: { multi_shot: false } }
    if (on !== true)
      return { issues: [{ path: 'multi_shot', message: 'Shots need multi_shot: true; without it, take them out.' }] }
    if (type !== undefined && type !== 'customize' && type !== 'intelligence')
      return { issues: [{ path: 'shot_type', message: 'Choose customize or intelligence.' }] }
    if (list === undefined)
      return type === 'intelligence'
        ? { input: { shotType: type } }
        : { issues: [{ path: 'multi_prompt', message: 'Shots are needed: a list of { index, prompt, duration }.' }] }
    if (type === 'intelligence')
      return { issues: [{ path: 'multi_prompt', message: 'With intelligence the model cuts the words itself.' }] }
    return readShots(list, type === undefined)
  },
}

function readShots(list: unknown, untyped: boolean): Taken {
  if (!Array.isArray(list) || list.length === 0)
    return { issues: [{ path: 'multi_prompt', message: 'A list of { index, prompt, duration } is needed.' }] }
  const issues: Issue[] = []
  const notes = untyped ? ['The shots are sent with shot_type “customize”.'] : []
  const found: (Shot & { index: number })[] = []
  for (const [i, one] of list.entries()) {
    const say = (key: string, message: string) => issues.push({ path: `multi_prompt.${i}.${key}`, message })
    const { index = i + 1, prompt, duration, ...more }: Bag = isBag(one) ? one : {}
    const seconds = typeof duration === 'string' && /^\d+(\.\d+)?$/.test(duration) ? Number(duration) : duration
    const place = typeof index === 'string' && /^\d+$/.test(index) ? Number(index) : index
    if (typeof prompt !== 'string') say('prompt', 'Words are needed.')
    if (typeof seconds !== 'number') say('duration', 'Whole seconds are needed, such as "3".')
    if (typeof place !== 'number') say('index', 'A number from 1 is needed.')
    for (const key of Object.keys(more)) say(key, `A shot has no “${key}”; take it out.`)
    if (typeof duration === 'number') notes.push('Shot seconds are sent in quotes.')
    if (isBag(one) && (one.index === undefined || typeof one.index === 'string'))
      notes.push('Shots are numbered from 1 in the order in which they stand.')
    if (typeof prompt === 'string' && typeof seconds === 'number' && typeof place === 'number')
      found.push({ prompt, duration: seconds, index: place })
  }
  if (issues.length) return { issues }
  const sorted = [...found].sort((a, b) => a.index - b.index)
  if (sorted.some(({ index }, i) => index !== i + 1))
    return { issues: [{ path: 'multi_prompt', message: 'Number the shots 1, 2, 3 …, each once.' }] }
  if (sorted.some((one, i) => one !== found[i])) notes.push('The shots are put into the order of their numbers.')
  return { input: { shots: sorted.map(({ prompt, duration }) => ({ prompt, duration })) }, notes: [...new Set(notes)] }
}

/** Elements that Kling keeps, by their ids alone: text, because a number would lose digits. */
const cast: Part = {
  keys: ['elements'],
  theirs: ['element_list'],
  write: ({ elements: list }) => (list?.length ? { element_list: list.map(({ id }) => ({ element_id: id })) } : {}),
  take: ({ element_list: list }) => {
    if (list === undefined) return {}
    const all = Array.isArray(list) ? list : []
    const known = all.map(elementIn).filter((id) => id !== undefined)
    if (known.length > 0 && known.length === all.length) {
      const bare = all.some((one) => isBag(one) && typeof one.element_id === 'number')
      return {
        input: { elements: known.map((id) => ({ id })) },
        notes: bare ? ['An element_id is sent as text, so that no digit is lost.'] : [],
      }
    }
    return { issues: [{ path: 'element_list', message: 'A list of { element_id } is needed, each id in quotes.' }] }
  },
}

function elementIn(item: unknown): string | undefined {
  const { element_id: said, ...more }: Bag = isBag(item) ? item : {}
  const id = typeof said === 'number' && Number.isSafeInteger(said) ? String(said) : said
  return typeof id === 'string' && /^\d+$/.test(id) && Object.keys(more).length === 0 ? id : undefined
}

const keepSound: Part = {
  keys: ['keepOriginalSound'],
  theirs: ['keep_original_sound'],
  write: ({ keepOriginalSound: keep }) => (keep === undefined ? {} : { keep_original_sound: keep ? 'yes' : 'no' }),
  take: ({ keep_original_sound: said }) => {
    if (said === undefined) return {}
    if (said === 'yes' || said === 'no') return { input: { keepOriginalSound: said === 'yes' } }
    return { issues: [{ path: 'keep_original_sound', message: 'Choose yes or no.' }] }
  },
}

const facing: Part = {
  keys: ['characterOrientation'],
  theirs: ['character_orientation'],
  write: ({ characterOrientation: said }) => (said === undefined ? {} : { character_orientation: said }),
  take: ({ character_orientation: said }) =>
    said === undefined ? {} : { input: { characterOrientation: said } as Input },
}

/** A sound at an address or as Base64, or one that the provider knows by its id. */
const speech: Part = {
  keys: ['audio'],
  theirs: ['sound_file', 'audio_id'],
  write: ({ audio }, media) =>
    audio ? { ['ref' in audio ? 'audio_id' : 'sound_file']: uninlined(shown(audio, media)) } : {},
  take: ({ sound_file: file, audio_id: id }) => {
    if (file === undefined && id === undefined) return {}
    if (file !== undefined && id !== undefined)
      return { issues: [{ path: 'audio_id', message: 'sound_file says the same; give one of them.' }] }
    if (typeof id === 'string' && id !== '') return { input: { audio: { ref: id } } }
    const found = id === undefined ? mediumOf(file) : undefined
    if (found) return { input: { audio: 'ref' in found ? inlineOf(found.ref) : found } }
    return {
      issues: [{ path: id === undefined ? 'sound_file' : 'audio_id', message: 'An address or an id is needed.' }],
    }
  },
}

const parts = [shots, cast, keepSound, facing, speech]
const wordsOf = (own: readonly Part[]) => new Set(own.flatMap(({ theirs }) => theirs))
/** Where the bag stands within unpacked extras. */
const place = at.split('.').slice(2)

/** Whether unpacked extras hold a word that some field of ours has. */
export const speaks = (extras: Bag): boolean => {
  const own = get(extras, place)
  return isBag(own) && Object.keys(own).some((key) => wordsOf(parts).has(key))
}

/** Unpacked extras without what the fields say: theirs alone counts. */
export function besideFields(extras: Bag, has: (key: InputKey) => boolean): Bag {
  const own = get(extras, place)
  if (!isBag(own)) return extras
  const said = wordsOf(parts.filter(({ keys }) => keys.some(has)))
  // That there are no shots is nobody's field.
  const left = Object.entries(own).filter(([key, value]) => !said.has(key) || (key === 'multi_shot' && value !== true))
  return left.length ? put(extras, place, Object.fromEntries(left)) : without(extras, place)
}

/** One cell for those of them that a workflow has; what else the bag holds is the rest. */
export function native(has: (key: InputKey) => boolean): Cell | undefined {
  const own = parts.filter(({ keys }) => keys.some(has))
  if (own.length === 0) return
  return {
    at,
    keys: own.flatMap(({ keys }) => keys),
    write: (input, media) => {
      const bag: Bag = Object.assign({}, ...own.map((part) => part.write(input, media)))
      return Object.keys(bag).length ? bag : undefined
    },
    take: (value) => {
      const bag = isBag(value) ? value : {}
      const taken = own.map((part) => part.take(bag))
      const known = wordsOf(own)
      const others = Object.fromEntries(Object.entries(bag).filter(([key]) => !known.has(key)))
      const rest: Bag = Object.assign({}, others, ...taken.map((one) => one.rest))
      return {
        input: Object.assign({}, ...taken.map((one) => one.input)),
        notes: taken.flatMap(({ notes = [] }) => notes),
        issues: taken.flatMap(({ issues = [] }) => issues),
        ...(Object.keys(rest).length ? { rest } : {}),
      }
    },
    outward: ([key = '', ...below]) => outwards[key]?.(below) ?? [key, ...below],
    inward: ([name = '', ...below]) => inwards(name, below),
  }
}

const outwards: Readonly<Record<string, (below: readonly string[]) => string[]>> = {
  shots: (below) => ['multi_prompt', ...below],
  shotType: () => ['shot_type'],
  elements: ([place]) => ['element_list', ...(place === undefined ? [] : [place, 'element_id'])],
  keepOriginalSound: () => ['keep_original_sound'],
  characterOrientation: () => ['character_orientation'],
  audio: () => ['sound_file'],
}

function inwards(name: string, below: readonly string[]): string[] {
  const part = parts.find(({ theirs }) => theirs.includes(name))
  if (part === cast) return ['elements', ...below.slice(0, 1)]
  if (part === shots) return name === 'shot_type' ? ['shotType'] : ['shots', ...below]
  return [part?.keys[0] ?? 'extra']
}
