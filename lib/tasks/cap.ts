// The caps that a person sets on spending, and what is spent against them.
import * as z from 'zod'

const amount = z
  .number({ error: 'An amount in USD is needed.' })
  .min(0, { error: 'A cap cannot be below 0.' })
  .max(1_000_000, { error: 'A cap above $1,000,000 cannot be set; lift it instead.' })

/** USD. null: no cap. `unpriced`: whether orders whose price is not known may be placed while a cap stands. */
export const caps = z.strictObject({ day: amount.nullable(), month: amount.nullable(), unpriced: z.boolean() })
export type Caps = z.infer<typeof caps>
export const noCaps: Caps = { day: null, month: null, unpriced: false }

/**
 * USD since the start of the day or month on the studio's clock. `units`: taken from packs bought before, which are no
 * dollars; `worth`: what those orders were estimated at in USD. `unknown`: orders that may be billed at a price nobody knows.
 */
export const spend = z.object({
  billed: z.number(),
  inFlight: z.number(),
  units: z.number(),
  worth: z.number(),
  unknown: z.number().int(),
})
export type Spend = z.infer<typeof spend>
