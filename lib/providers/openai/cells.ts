// A gateway's words for ours, one cell per field; the way of working decides what `image` means.
import type { Gateway } from '../../env.gateway.server'
import type { Medium } from '../../media/medium'
import type { Input, InputKey } from '../../models/input'
import type { Workflow } from '../../models/row'
import { standing } from '../../models/standing'
import { type Bag, type Cell, isBag, mediumOf, printed, shown, type Taken } from '../wire'
import { native } from './native'

const output = (key: string) => `metadata.output_config.${key}`
const keep = (key: InputKey, value: unknown): Taken => ({ input: { [key]: value } as Input })

const same = (key: InputKey, at: string): Cell => ({
  at,
  keys: [key],
  write: (input) => input[key],
  take: (value) => keep(key, value),
})

/** Without words beside shots the page’s form is an empty text; a gateway that insists gets the first shot's. */
const prompt = ({ insists }: Gateway): Cell => ({
  ...same('prompt', 'prompt'),
  write: ({ prompt: said, shots }) => said ?? (shots?.length ? (insists ? shots[0]?.prompt : '') : undefined),
  take: (value) => (value === '' ? {} : keep('prompt', value)),
})

const seconds: Cell = {
  ...same('duration', 'seconds'),
  write: ({ duration }) => (duration === undefined ? undefined : String(duration)),
  take: (value) => {
    const said = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value
    const notes = typeof value === 'number' ? ['seconds is sent as text, in quotes.'] : []
    return typeof said === 'number'
      ? { ...keep('duration', said), notes }
      : { issues: [{ path: '', message: 'Seconds are needed, such as "5".' }] }
  },
}

const resolution: Cell = {
  ...same('resolution', output('resolution')),
  take: (value) => {
    const said = typeof value === 'string' ? value.toUpperCase() : value
    return { ...keep('resolution', said), notes: said === value ? [] : [`The resolution is sent as ${printed(said)}.`] }
  },
}

const sound: Cell = {
  ...same('sound', output('audio_generation')),
  write: ({ sound: on }) => (on === undefined ? undefined : on ? 'Enabled' : 'Disabled'),
  take: (value) =>
    value === 'Enabled' || value === 'Disabled'
      ? keep('sound', value === 'Enabled')
      : { issues: [{ path: '', message: 'Choose Enabled or Disabled.' }] },
}

/** Forms that are sent as text know no truths but words. */
const offPeak: Cell = {
  ...same('offPeak', 'metadata.offpeak'),
  take: (value) => {
    const said = value === 'true' ? true : value === 'false' ? false : value
    return {
      ...keep('offPeak', said),
      notes: said === value ? [] : [`offpeak “${printed(value)}” is sent as ${printed(said)}.`],
    }
  },
}

const medium = (key: 'firstFrame' | 'lastFrame' | 'image', at: string): Cell => ({
  at,
  keys: [key],
  write: (input, media) => {
    const value = input[key]
    return value && shown(value, media)
  },
  take: (value) => {
    const found = mediumOf(value)
    return found ? keep(key, found) : { issues: [{ path: '', message: 'An address is needed.' }] }
  },
  outward: () => [],
  inward: () => [key],
})

/** A list of ours of which there is one place at the gateway. */
const only = (key: 'referenceImages' | 'referenceVideos', at: string): Cell => ({
  at,
  keys: [key],
  write: (input, media) => {
    const [first] = input[key] ?? []
    return first && shown(first, media)
  },
  take: (value) => {
    const found = mediumOf(value)
    return found ? keep(key, [found]) : { issues: [{ path: '', message: 'An address is needed.' }] }
  },
  outward: () => [],
  inward: () => [key],
})

/** References always say that they are some; anything else in the list stays as it was written. */
const references: Cell = {
  at: 'metadata.file_infos',
  keys: ['referenceImages'],
  write: ({ referenceImages: list }, media) =>
    list?.map((one) => ({
      ...('ref' in one ? { type: 'File' } : { type: 'Url' }),
      category: 'Image',
      ...('ref' in one ? { file_id: one.ref } : { url: shown(one, media) }),
      usage: 'Reference',
    })),
  take: (value) => {
    const list = referencesIn(value)
    return list ? keep('referenceImages', list) : { issues: [{ path: '', message: 'A list of pictures is needed.' }] }
  },
  outward: ([, index]) => (index === undefined ? [] : [index, 'url']),
  inward: ([index]) => ['referenceImages', ...(index === undefined ? [] : [index])],
}

/** All of a list, where it holds nothing but pictures for reference. */
export function referencesIn(value: unknown): Medium[] | undefined {
  const found = Array.isArray(value) ? value.map((one) => pictureIn(one, 'Reference')) : []
  const list = found.filter((one) => one !== undefined)
  return list.length && list.length === found.length ? list : undefined
}

/** The medium of an item that says nothing but: a picture, of this use. */
export function pictureIn(item: unknown, usage: 'Reference' | 'FirstFrame'): Medium | undefined {
  if (!isBag(item)) return
  const { type, category, url, file_id: file, usage: use, ...more }: Bag = item
  if (category !== 'Image' || use !== usage || Object.keys(more).length) return
  if (type === 'Url' && file === undefined) {
    const found = mediumOf(url)
    return found && 'url' in found ? found : undefined
  }
  return type === 'File' && url === undefined && typeof file === 'string' && file !== '' ? { ref: file } : undefined
}

export const keysOf = (workflow: Workflow) => new Set<InputKey>(standing(workflow, {}).flatMap(({ keys }) => keys))

/** The cells of the fields that a workflow has. */
export function cellsOf(workflow: Workflow, gateway: Gateway): readonly Cell[] {
  const own = keysOf(workflow)
  const scene = sceneOf(workflow) !== undefined
  const extras = native((key) => own.has(key))
  const all: readonly Cell[] = [
    prompt(gateway),
    seconds,
    ...(workflow.fields.frames ? [medium('firstFrame', 'image'), medium('lastFrame', 'metadata.last_frame_url')] : []),
    medium('image', 'image'),
    resolution,
    same('aspectRatio', output('aspect_ratio')),
    sound,
    same('motionLevel', 'metadata.motion_level'),
    offPeak,
    scene ? only('referenceImages', 'image') : references,
    only('referenceVideos', 'metadata.video_url'),
    ...(extras ? [extras] : []),
  ]
  return all.filter(({ keys }) => keys.some((key) => own.has(key)))
}

const scenes: { readonly [W in Workflow['id']]?: string } = { 'motion-control': 'motion_control', avatar: 'avatar_i2v' }
/** The scene that a way of working is, at a gateway; plain generation is none. */
export const sceneOf = ({ id }: Pick<Workflow, 'id'>): string | undefined => scenes[id]
export const knownScenes: readonly string[] = ['motion_control', 'avatar_i2v', 'lip_sync', 'template_effect']
