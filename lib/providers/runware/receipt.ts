// The ticket of an order at Runware, and what an item of an answer says about a result.
import { z } from 'zod'
import type { Order, Result, Ticket } from '../provider'
import { type Item, item } from './client'

export const receipt = z.object({
  uuid: z.string(),
  /** How many results were ordered. */
  results: z.number().int().min(1),
  /** Milliseconds since 1970, our clock. */
  placedAt: z.number(),
  /** Media ids of our own uploads that the order used; one that turns out unknown is uploaded anew next time. */
  refs: z.array(z.string()).optional(),
  /** Results that came with the acknowledgement. */
  items: z.array(item).optional(),
  /** When a fault came while results of the same order were still owed. */
  faultAt: z.number().optional(),
  /** Since when every answer had no word of it. */
  silentSince: z.number().optional(),
})
export type Receipt = z.infer<typeof receipt>

export function receiptFor(order: Order, items: readonly Item[], refs: readonly string[]): Ticket {
  const ready = items.filter((one) => resultOf(one) !== undefined)
  const made: Receipt = {
    uuid: order.name,
    results: resultsOf(order),
    placedAt: Date.now(),
    ...(refs.length ? { refs: [...refs] } : {}),
    ...(ready.length ? { items: ready } : {}),
  }
  return made
}

/** An import may carry the number along where the model's own page does not list it. */
function resultsOf({ input }: Order): number {
  const asked = input.numberResults ?? input.extra?.numberResults
  return typeof asked === 'number' && Number.isInteger(asked) && asked > 0 ? asked : 1
}

/** The file of a finished item; nothing while there is none. */
export function resultOf(one: Item): Result | undefined {
  const url = one.videoURL ?? one.imageURL ?? one.audioURL ?? one.mediaURL
  const key = one.videoUUID ?? one.imageUUID ?? one.audioUUID ?? one.mediaUUID ?? url
  return url && key ? { key, url } : undefined
}
