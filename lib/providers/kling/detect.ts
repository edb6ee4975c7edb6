// Which address a request is meant for, and which way of working it is: as told, or by what only one of them can mean.
import { StudioError } from '../../errors'
import { kling } from '../../models/catalog/kling'
import type { Input } from '../../models/input'
import { isSet } from '../../models/input'
import type { Row, Workflow } from '../../models/row'
import type { WorkflowId } from '../../models/vocabulary'
import { type Bag, get } from '../wire'
import { type Endpoint, type EndpointId, endpointIds, endpoints } from './endpoint'
import { foldFace } from './face'
import { endpointOf, nameOn } from './way'

const wrong = (path: string, message: string) => new StudioError('invalid', message, [{ path, message }])
export const cellsAt = (id: EndpointId) => endpoints[id].cells(({ id: name }) => name)
const here = endpointIds.map((id) => `POST ${endpoints[id].path}`)

/** Steps on the way to an order, and older addresses; none is an order of its own. */
const known: Readonly<Record<string, string>> = {
  '/v1/videos/identify-face':
    'It finds the faces of a film and makes nothing; import POST /v1/videos/advanced-lip-sync.',
  '/v1/videos/lip-sync': 'The older lip sync is not offered here; import POST /v1/videos/advanced-lip-sync.',
  '/v1/general/custom-voices': 'It makes a voice, which is done in the library.',
  '/v1/general/advanced-custom-elements': 'It makes an element, which is done in the library.',
}

/** The newer generation's addresses of models that the older one has as well. */
const newer = /^\/(text-to-video|image-to-video|omni-video|motion-control)\//
const newerWhy =
  'Of the newer generation only kling-3.0-turbo is offered; this model goes by its older address, with model_name in the body.'

/** "POST https://host/v1/videos/text2video/", with any of its parts left out but the path. */
function pathIn(endpoint: string): string {
  const [, method, rest = ''] = /^\s*(?:([A-Za-z]+)\s+)?(\S+)\s*$/.exec(endpoint) ?? []
  if (method && method.toUpperCase() !== 'POST') throw wrong('endpoint', `${method} makes nothing; POST is needed.`)
  const path = rest
    .replace(/^https?:\/\/[^/]+/i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
  return path.startsWith('/') ? path : `/${path}`
}

export function endpointFor(endpoint: string): EndpointId {
  const path = pathIn(endpoint)
  // Whoever stands in between may put words of its own before the path.
  const id = endpointIds.find((one) => path.endsWith(endpoints[one].path))
  if (id) return id
  const why = known[path] ?? (newer.test(path) ? newerWhy : `Choose one of ${here.join(', ')}.`)
  throw wrong('endpoint', `${path} cannot be imported. ${why}`)
}

/** The one address that knows every word of the request and gets all that it needs; refused when there are several. */
export function endpointIn(request: Bag): EndpointId {
  const fitting = endpointIds.filter((id) => fits(request, id))
  const [only, ...others] = fitting
  if (only && others.length === 0) return only
  const choices = (only ? fitting : endpointIds).map((id) => `POST ${endpoints[id].path}`).join(', ')
  throw wrong(
    'endpoint',
    only
      ? `The request alone does not say where it goes; name the endpoint: one of ${choices}.`
      : `No endpoint takes just these fields; name the one that is meant: one of ${choices}.`,
  )
}

const ours = new Set(['callback_url', 'external_task_id', 'model_name', 'model', 'watermark_info', 'options'])

function fits(request: Bag, id: EndpointId): boolean {
  const endpoint: Endpoint = endpoints[id]
  const { model_name: name } = request
  if (endpoint.model === 'body' ? !rowNamed(name ?? endpoint.default, id) : name !== undefined) return false
  const { body, issues } = endpoint.fold ? endpoint.fold(request) : { body: request, issues: [] }
  if (issues.length && endpoint.fold === foldFace) return false
  const cells = cellsAt(id)
  const tops = new Set(cells.flatMap(({ at, also = [] }) => [at, ...also].map((path) => path.split('.')[0])))
  if (Object.keys(body).some((key) => !ours.has(key) && !tops.has(key))) return false
  const said = cells.filter(({ at }) => get(body, at.split('.')) !== undefined).flatMap(({ keys }) => keys)
  const shapes = cells.every((cell) => {
    const value = get(body, cell.at.split('.'))
    return value === undefined || !cell.take(value).issues?.length
  })
  return shapes && rowsAt(id, name).some((row) => waysAt(row, id).some((way) => hasNeeded(way, new Set(said))))
}

const hasNeeded = ({ fields }: Workflow, said: ReadonlySet<string>) =>
  Object.entries(fields).every(
    ([field, use]) =>
      !use.required || said.has(field) || (field === 'frames' && (said.has('firstFrame') || said.has('lastFrame'))),
  )

const waysAt = (row: Row, id: EndpointId) => row.workflows.filter((workflow) => endpointOf(row, workflow) === id)

function rowsAt(id: EndpointId, name: unknown): Row[] {
  const endpoint: Endpoint = endpoints[id]
  const said = name ?? endpoint.default
  return kling.filter((row) => waysAt(row, id).length > 0 && (endpoint.model !== 'body' || nameOn(row) === said))
}

export const rowNamed = (name: unknown, id: EndpointId): Row | undefined => rowsAt(id, name)[0]
export const namesAt = (id: EndpointId): string[] =>
  kling.filter((row) => waysAt(row, id).length > 0 && row.standing !== 'retired').map(nameOn)

/** Where one address serves several ways of working, what is asked for tells them apart. */
export function workflowIn(row: Row, id: EndpointId, input: Input): Workflow {
  const ways = waysAt(row, id)
  const [only] = ways
  if (!only) throw new Error(`${row.model} is not at ${endpoints[id].path}`)
  const meant = ways.length === 1 ? only.id : meantBy(id, input)
  return ways.find((way) => way.id === meant) ?? only
}

function meantBy(id: EndpointId, input: Input): WorkflowId {
  const has = (...keys: (keyof Input)[]) => keys.some((key) => isSet(input[key]))
  if (id === 'images' || id === 'omniImages')
    return has('referenceImages', 'elements') ? 'image-to-image' : 'text-to-image'
  if (has('sourceVideo')) return 'video-edit'
  if (has('referenceVideos')) return 'reference-to-video'
  if (has('firstFrame', 'lastFrame')) return 'image-to-video'
  return has('referenceImages', 'elements') ? 'reference-to-video' : 'text-to-video'
}
