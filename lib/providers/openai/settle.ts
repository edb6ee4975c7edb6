// A request as somebody wrote it → the one form in which its parts are read; every change of form is told.

import type { Gateway } from '../../env.gateway.server'
import type { Issue } from '../../errors'
import { type Bag, get, isBag, put, without } from '../wire'
import { knownScenes, pictureIn } from './cells'
import { unpack } from './extra'

type Settled = { request: Bag; notes: string[]; issues: Issue[] }

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

/** Empty texts, nulls and objects of nothing else say nothing; empty words beside shots are what the page asks for. */
function withoutEmpty(bag: Bag, top = true): Bag {
  return Object.fromEntries(
    Object.entries(bag).flatMap(([key, value]): [string, unknown][] => {
      if (value === null || (value === '' && !(top && key === 'prompt'))) return []
      if (!isBag(value)) return [[key, value]]
      const inner = withoutEmpty(value, false)
      return Object.keys(inner).length ? [[key, inner]] : []
    }),
  )
}

export function settle(given: Bag, gateway: Gateway): Settled {
  const notes: string[] = []
  const issues: Issue[] = []
  let request = withoutEmpty(given)
  const metadata = opened(request.metadata)
  if (metadata !== undefined && !isBag(metadata))
    return { request, notes, issues: [{ path: 'metadata', message: 'An object is needed.' }] }
  if (metadata !== request.metadata) {
    request = withoutEmpty({ ...request, metadata })
    notes.push('metadata is sent as an object, not as text.')
  }
  const scene = get(request, ['metadata', 'scene_type'])
  if (scene !== undefined && !knownScenes.includes(String(scene)))
    issues.push({ path: 'metadata.scene_type', message: `Choose one of ${knownScenes.join(', ')}.` })
  for (const step of [lengths, files, frames, extras]) {
    const { request: next, ...said } = step(request, gateway)
    request = next
    notes.push(...said.notes)
    issues.push(...said.issues)
  }
  return { request, notes, issues }
}

/** `seconds` and `output_config.duration` say the same; one of them is sent. */
function lengths(request: Bag): Settled {
  const path = ['metadata', 'output_config', 'duration']
  const duration = get(request, path)
  if (duration === undefined) return { request, notes: [], issues: [] }
  const { seconds } = request
  if (seconds !== undefined && Number(seconds) !== Number(duration)) {
    const message = `seconds is ${String(seconds)} and metadata.output_config.duration is ${String(duration)}; they say the same, so give one of them.`
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
    request: { ...without(request, path), seconds: seconds ?? String(duration) },
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
  const notes =
    found.packing === extInfo ? found.notes : [...found.notes, `ext_info is sent as this gateway is set: ${extInfo}.`]
  return { request: put(request, path, found.bag), notes, issues: [] }
}
