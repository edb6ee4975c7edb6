// An imported request made ready to be read: what says nothing is gone, what stands in several places is in one.
import { type Issue, StudioError } from '../../errors'
import type { Row } from '../../models/row'
import { type Bag, isBag, printed } from '../wire'
import { cellsAt } from './detect'
import { type Endpoint, type EndpointId, endpoints } from './endpoint'
import { multiIssues } from './shot'

const wrong = (path: string, message: string) => new StudioError('invalid', message, [{ path, message }])

/** As collections of examples print it: the endpoint beside its request. */
export function unwrapped(request: unknown): { body: Bag; endpoint?: string } {
  if (!isBag(request)) throw wrong('', 'A request object is needed.')
  if (!isBag(request.request)) return { body: request }
  return { body: request.request, ...(typeof request.endpoint === 'string' ? { endpoint: request.endpoint } : {}) }
}

/** Whole numbers that JSON has rounded already: nobody can say which digits they had. */
export function unsafe(value: unknown, path: readonly string[] = []): Issue[] {
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
    return [{ path: path.join('.'), message: 'This number is longer than JSON keeps exactly; put it in quotes.' }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => unsafe(inner, [...path, key]))
}

/** Objects that only hold words of their own. */
const holders = new Set(['watermark_info', 'settings', 'options'])

/** Empty texts, nulls, empty lists and what holds nothing else say nothing. A shot's words and entries of lists stay. */
export function withoutEmpty(body: Bag): Bag {
  return Object.fromEntries(
    Object.entries(body).flatMap(([key, value]): [string, unknown][] => {
      if (value === '' || value === null || (Array.isArray(value) && value.length === 0)) return []
      if (Array.isArray(value)) return [[key, value.map((one) => (isBag(one) ? withoutBlank(one) : one))]]
      if (!isBag(value) || (!Object.keys(value).length && !holders.has(key))) return [[key, value]]
      const inner = withoutEmpty(value)
      return Object.keys(inner).length || key === 'input' ? [[key, inner]] : []
    }),
  )
}
const withoutBlank = (one: Bag): Bag =>
  Object.fromEntries(Object.entries(one).filter(([key, value]) => key === 'prompt' || (value !== '' && value !== null)))

/** The request without what the studio says itself, in the shape that the cells read, and what its own parts forbid. */
export function prepared(given: Bag, id: EndpointId, row: Row, notes: string[]): { body: Bag; issues: Issue[] } {
  const endpoint: Endpoint = endpoints[id]
  const { model_name: _, model: __, external_task_id, callback_url, ...rest } = given
  const names = Object.entries({ external_task_id, callback_url }).flatMap(([key, value]) => (value ? [key] : []))
  const { body: opened, dropped } = withoutOptions(rest, endpoint)
  const told = [...names, ...dropped]
  if (told.length) notes.push(`Left out, because the studio says it itself: ${told.join(', ')}.`)
  const { body, issues } = endpoint.fold ? endpoint.fold(opened) : { body: opened, issues: [] }
  const both = (endpoint.one ?? []).flatMap(([a, b]) =>
    body[a] !== undefined && body[b] !== undefined
      ? [{ path: b, message: `${a} says it already; give one of them.` }]
      : [],
  )
  const shots = cellsAt(id).some(({ at }) => at === 'multi_shot') ? multiIssues(body) : []
  return { body: shapeless(body, id, row, notes), issues: [...issues, ...both, ...shots] }
}

function withoutOptions(body: Bag, { envelope }: Endpoint): { body: Bag; dropped: string[] } {
  if (envelope !== 'options' || !isBag(body.options)) return { body, dropped: [] }
  const { external_task_id, callback_url, ...options } = body.options
  const dropped = Object.entries({ external_task_id, callback_url }).flatMap(([key, value]) => (value ? [key] : []))
  const { options: _, ...rest } = body
  return { body: Object.keys(options).length ? { ...rest, options } : rest, dropped }
}

/** Whether the model knows the shape at all. */
const sizesAt = (row: Row, ratio: unknown) =>
  row.workflows.some(({ fields }) => fields.size?.limits.sizes.some(({ aspectRatio }) => aspectRatio === ratio))

/** A first frame or a film to change says the shape itself; what is said beside it is not sent. */
function shapeless(body: Bag, id: EndpointId, row: Row, notes: string[]): Bag {
  if (id !== 'omni' || body.aspect_ratio === undefined) return body
  const entries = (value: unknown) => (Array.isArray(value) ? value.filter(isBag) : [])
  const framed = entries(body.image_list).some(({ type }) => type === 'first_frame')
  const edits = entries(body.video_list).some(({ refer_type: type = 'base' }) => type === 'base')
  const { aspect_ratio: ratio, ...rest } = body
  if ((!framed && !edits) || !sizesAt(row, ratio)) return body
  notes.push(
    `aspect_ratio “${printed(ratio)}” is not sent: the shape follows ${edits ? 'the film' : 'the first frame'}.`,
  )
  return rest
}
