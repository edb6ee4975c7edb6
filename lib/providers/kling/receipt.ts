// The ticket of an order at Kling.
import { z } from 'zod'
import type { Order, Ticket } from '../provider'
import { isImmediate } from './path'
import { taskOf } from './sight'

export const receipt = z.object({
  /** Where it was created, and where it is asked for. */
  path: z.string(),
  /** Kling's own id; none where the answer to the order was all there is. */
  id: z.string().optional(),
  /** Our name of it. */
  name: z.string(),
  /** Milliseconds since 1970, our clock. */
  placedAt: z.number(),
  /** What an endpoint without tasks answered at once. */
  answer: z.unknown().optional(),
  /** Since when Kling says that it does not know it. */
  missingSince: z.number().optional(),
})
export type Receipt = z.infer<typeof receipt>

/** From the answer to a create or a look-up; an endpoint without tasks is done with its answer. */
export function receiptFor(order: Pick<Order, 'name'>, path: string, data: unknown): Ticket {
  const id = isImmediate(path) ? undefined : taskOf(data)?.id
  const made: Receipt = {
    path,
    name: order.name,
    placedAt: Date.now(),
    ...(id === undefined ? { answer: data } : { id }),
  }
  return made
}
