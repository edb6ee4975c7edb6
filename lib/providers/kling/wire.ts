// Our words ↔ a request of Kling's own API, for every row and workflow.
import { numbered } from '../../models/handles'
import type { Input } from '../../models/input'
import { shotSeconds } from '../../models/shot'
import type { Order } from '../provider'
import { type Bag, inward, type Media, merge, put, write } from '../wire'
import { type Endpoint, endpoints } from './endpoint'
import type { ElementName } from './reference'
import { endpointOf, nameOn } from './way'

export type KlingCall = { method: 'POST'; path: string; body: Bag }

/** What stands for an element of ours that Kling has no id for yet: a preview tells it so. */
const unplaced: ElementName = ({ id }) => `element:${id}`

/**
 * The call exactly as it is sent. `media` names our own files: an address, raw Base64, or an id of digits for what Kling
 * made itself. `element` gives Kling's id of an element of ours; ids of digits pass as they are, always as text.
 */
export function callOf(order: Order, media: Media, element: ElementName = unplaced): KlingCall {
  const { row, workflow } = order
  const endpoint: Endpoint = endpoints[endpointOf(row, workflow)]
  const input = timed(numbered(workflow, { ...defaults(order), ...order.input }))
  const said = write(endpoint.cells(element), input, media)
  const told = endpoint.unfold ? endpoint.unfold(said) : said
  const model = endpoint.model === 'body' ? { model_name: nameOn(row) } : {}
  const whole = merge({ ...model, ...told }, input.extra ?? {}) as Bag
  return { method: 'POST', path: endpoint.path, body: enveloped(whole, endpoint, order) }
}

/** The input without what only the form needs, such as the film in which faces were found: their session names it. */
export function sentOf({ row, workflow, input }: Pick<Order, 'row' | 'workflow' | 'input'>): Input {
  const known = new Set<string>(endpoints[endpointOf(row, workflow)].cells(unplaced).flatMap(({ keys }) => keys))
  return Object.fromEntries(Object.entries(input).filter(([key]) => known.has(key) || key === 'extra')) as Input
}

/** What Kling's own default would be is said all the same, where its pages disagree on it. */
function defaults({ row: { dialect }, workflow }: Order): Bag {
  return {
    ...(dialect?.mode && workflow.fields.mode ? { mode: dialect.mode } : {}),
    ...(workflow.id === 'motion-control' ? { keepOriginalSound: true } : {}),
  }
}

/** Kling makes 5 s when none are said; shots of another length in all need theirs. */
const usual = 5
function timed(input: Order['input']): Order['input'] {
  const total = shotSeconds(input)
  return total === undefined || total === usual || input.duration !== undefined ? input : { ...input, duration: total }
}

function enveloped(body: Bag, { envelope }: Endpoint, { name, webhookUrl }: Order): Bag {
  if (envelope === 'none') return body
  const at = envelope === 'options' ? ['options'] : []
  const called = webhookUrl ? put(body, [...at, 'callback_url'], webhookUrl) : body
  return put(called, [...at, 'external_task_id'], name)
}

/** Kling's name of a field → our dotted path (`shots.1.prompt`); undefined when it is none of our words. */
export function fieldPath(order: Pick<Order, 'row' | 'workflow'>, parameter: string): string | undefined {
  return inward(endpoints[endpointOf(order.row, order.workflow)].cells(unplaced), parameter)
}
