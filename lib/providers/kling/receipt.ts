// The ticket of an order at Kling.
import { z } from 'zod'
import type { Ticket } from '../provider'
import { isImmediate } from './path'
import { type Sight, taskOf } from './sight'

export const receipt = z.object({
  /** Where it was created, and where it is asked for. */
  path: z.string(),
  /** Kling's own id; none where the answer to the order was all there is. */
  id: z.string().optional(),
  /** Our name of it. */
  name: z.string(),
  /** When Kling took it, milliseconds since 1970. */
  placedAt: z.number(),
  /** What an endpoint without tasks answered at once. */
  answer: z.unknown().optional(),
  /** Since when Kling says that it does not know it. */
  missingSince: z.number().optional(),
})
export type Receipt = z.infer<typeof receipt>

/** From the answer to a create; an endpoint without tasks is done with its answer. */
export function receiptFor(name: string, path: string, data: unknown): Ticket {
  const task = isImmediate(path) ? undefined : taskOf(data)
  if (task) return receiptOf(name, path, task)
  return { path, name, placedAt: Date.now(), answer: data } satisfies Receipt
}

export function receiptOf(name: string, path: string, { id, createdAt = Date.now() }: Sight): Ticket {
  return { path, name, id, placedAt: createdAt } satisfies Receipt
}
