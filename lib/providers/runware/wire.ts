// Our words ↔ a task object of Runware, for every row and workflow.
import { numbered } from '../../models/handles'
import { shotSeconds } from '../../models/shot'
import type { Order } from '../provider'
import { type Bag, inward, type Media, merge, put, write } from '../wire'
import { cellsOf } from './cells'

/** The task object exactly as it is sent. `media` names our own files at Runware; addresses and foreign ids pass as they are. */
export function body(order: Order, media: Media): Bag {
  const { row, input } = order
  const own: Bag = {
    taskType: row.kind === 'image' ? 'imageInference' : 'videoInference',
    taskUUID: order.name,
    model: row.model,
    deliveryMethod: 'async',
    outputType: 'URL',
    includeCost: true,
    ...(order.webhookUrl ? { webhookURL: order.webhookUrl } : {}),
  }
  const task = write(cellsOf(row), numbered(order.workflow, input), media)
  const total = shotSeconds(input)
  const timed = total === undefined || input.duration !== undefined ? task : put(task, ['duration'], total)
  return merge({ ...own, ...timed }, input.extra ?? {}) as Bag
}

/** The provider's `parameter` → our dotted path (`shots.1.prompt`); undefined when it is none of our words. */
export function fieldPath(order: Pick<Order, 'row'>, parameter: string): string | undefined {
  return inward(cellsOf(order.row), parameter)
}
