// A request as somebody wrote it → the one form in which its parts are read; every change of form is told.

import type { Gateway } from '../../env.gateway.server'
import type { Issue } from '../../errors'
import { type Bag, get, isBag, printed, put, without } from '../wire'
import { knownScenes, pictureIn } from './cells'
import { unpack } from './extra'
import { speaks } from './native'

/** `text`: the extras as they came, where they can go out just so. */
type Settled = { request: Bag; notes: string[]; issues: Issue[]; text?: string }

const has = (request: Bag, path: string) => get(request, path.split('.')) !== undefined

/** Text that holds JSON, where a bag or a list belongs. */
function opened(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

type Words = { readonly [key: string]: true | Words }
/** What the page lists and its samples leave empty. */
const listed: Words = {
  prompt: true,
  seconds: true,
  size: true,
  image: true,
  metadata: {
    output_config: { resolution: true, aspect_ratio: true, duration: true, audio_generation: true },
    scene_type: true,
    motion_level: true,
    offpeak: true,
    last_frame_url: true,
    video_url: true,
    file_infos: true,
    ext_info: true,
  },
}

/**
 * Of what is listed, empty texts, nulls, and lists and objects of nothing say nothing; whatever else there is stays as
 * it was. Empty words beside shots are what the page asks for.
 */
function withoutEmpty(bag: Bag, words: Words = listed): Bag {
  return Object.fromEntries(
    Object.entries(bag).flatMap(([key, value]): [string, unknown][] => {
      const known = Object.hasOwn(words, key) ? words[key] : undefined
      if (known === undefined) return [[key, value]]
      if (value === null || (value === '' && key !== 'prompt') || (Array.isArray(value) && !value.length)) return []
      if (!isBag(value) || known === true) return [[key, value]]
      const inner = withoutEmpty(value, known)
      return Object.keys(inner).length ? [[key, inner]] : []
    }),
  )
}

export function settle(given: Bag, gateway: Gateway): Settled {
  const notes: string[] = []
  const issues: Issue[] = []
  let text: string | undefined
  let request = withoutEmpty(given)
  if (isBag(given.metadata) && request.metadata === undefined)
    notes.push('metadata is left out, because nothing is said there.')
  const metadata = opened(request.metadata)
  if (metadata !== undefined && !isBag(metadata))
    return { request, notes, issues: [{ path: 'metadata', message: 'An object is needed.' }] }
  if (metadata !== request.metadata) {
    request = withoutEmpty({ ...request, metadata })
    notes.push('metadata is sent as an object, not as text.')
  }
  const scene = get(request, ['metadata', 'scene_type'])
  if (scene !== undefined && !knownScenes.includes(printed(scene)))
    issues.push({ path: 'metadata.scene_type', message: `Choose one of ${knownScenes.join(', ')}.` })
  for (const step of [lengths, files, frames, extras]) {
    const { request: next, ...said } = step(request, gateway)
    request = next
    notes.push(...said.notes)
    issues.push(...said.issues)
    text = said.text ?? text
  }
  return { request, notes, issues, ...(text === undefined ? {} : { text }) }
}

const plain = (value: unknown) => (typeof value === 'object' ? value : Number(value))

/** `seconds` and `output_config.duration` say the same; one of them is sent. */
function lengths(request: Bag): Settled {
  const path = ['metadata', 'output_config', 'duration']
  const duration = get(request, path)
  if (duration === undefined) return { request, notes: [], issues: [] }
  const { seconds } = request
  if (seconds !== undefined && plain(seconds) !== plain(duration)) {
    const message = `seconds is ${printed(seconds)} and metadata.output_config.duration is ${printed(duration)}; they say the same, so give one of them.`
    return {
      request,
      notes: [],
      issues: [
        { path: 'seconds', message },
        { path: path.join('.'), message },
      ],
    }
  }
  return {
    request: { ...without(request, path), seconds: seconds ?? printed(duration) },
    notes: ['The length is sent as seconds, not as output_config.duration.'],
    issues: [],
  }
}

function files(request: Bag): Settled {
  const path = ['metadata', 'file_infos']
  const value = get(request, path)
  const list = opened(value)
  if (value === undefined) return { request, notes: [], issues: [] }
  if (!Array.isArray(list))
    return { request, notes: [], issues: [{ path: path.join('.'), message: 'A list of files is needed.' }] }
  return {
    request: put(request, path, list),
    notes: list === value ? [] : ['file_infos is sent as a list, not as text.'],
    issues: [],
  }
}

/** A lone first frame can be said in two ways; which is sent is the gateway's setting. */
function frames(request: Bag, { firstFrame }: Gateway): Settled {
  const path = ['metadata', 'file_infos']
  const list = get(request, path)
  const plain = has(request, 'image')
  const scene = has(request, 'metadata.scene_type')
  const [one, ...more] = Array.isArray(list) ? list : []
  const found = more.length === 0 && !plain && !scene ? pictureIn(one, 'FirstFrame') : undefined
  if (found && !('asset' in found)) {
    const notes = firstFrame === 'image' ? ['The first frame is sent as image, as this gateway is set.'] : []
    return { request: { ...without(request, path), image: 'url' in found ? found.url : found.ref }, notes, issues: [] }
  }
  const turned = firstFrame === 'file_infos' && plain && !scene && list === undefined
  return {
    request,
    notes: turned ? ['The first frame is sent in file_infos, as this gateway is set.'] : [],
    issues: [],
  }
}

function extras(request: Bag, { extInfo }: Gateway): Settled {
  const path = ['metadata', 'ext_info']
  const value = get(request, path)
  if (value === undefined) return { request, notes: [], issues: [] }
  const found = unpack(value)
  if (typeof found === 'string') return { request, notes: [], issues: [{ path: path.join('.'), message: found }] }
  const settled = { request: put(request, path, found.bag), issues: [] }
  // Of what no field speaks, nobody here knows another form than its own.
  if (typeof value === 'string' && !speaks(found.bag)) return { ...settled, notes: [], text: value }
  const own = found.packing === extInfo
  const notes = own ? found.notes : [...found.notes, `ext_info is sent as this gateway is set: ${extInfo}.`]
  return { ...settled, notes, ...(typeof value === 'string' && notes.length === 0 ? { text: value } : {}) }
}
