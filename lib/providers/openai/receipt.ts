// The ticket of an order at a gateway.
import { z } from 'zod'

export const receipt = z.object({
  id: z.string(),
  /** Milliseconds since 1970, our clock. */
  placedAt: z.number(),
  /** The name under which the gateway bills it: resolution, references and sound stand in it. */
  billedAs: z.string().optional(),
  /** Since when it says that there is no such task. */
  missingSince: z.number().optional(),
  /** Since when it says a word of which nobody knows what it means. */
  oddSince: z.number().optional(),
  /** How often it said that it is done without a film to fetch. */
  bare: z.number().int().optional(),
})
export type Receipt = z.infer<typeof receipt>
