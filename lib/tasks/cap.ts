// The caps that a person sets on spending, and what is spent against them.
import * as z from 'zod'

const amount = z
  .number({ error: 'An amount in USD is needed.' })
  .min(0, { error: 'A cap cannot be below 0.' })
  .max(1_000_000)

/** USD. null: no cap. `unpriced`: whether orders whose price is not known may be placed while a cap stands. */
export const caps = z.strictObject({ day: amount.nullable(), month: amount.nullable(), unpriced: z.boolean() })
export type Caps = z.infer<typeof caps>
export const noCaps: Caps = { day: null, month: null, unpriced: false }

/** USD since the start of the day or month on the studio's clock. `unknown`: orders that may be billed at a price nobody knows. */
export const spend = z.object({ billed: z.number(), inFlight: z.number(), unknown: z.number().int() })
export type Spend = z.infer<typeof spend>

const dollars = (value: number) => `$${value.toFixed(2)}`

/** Why an order of this estimate (null: not known) may not be placed now; nothing when it may. */
export function overCap(
  limits: Caps,
  spent: { day: Spend; month: Spend },
  estimate: number | null,
): string | undefined {
  if (limits.day === null && limits.month === null) return
  if (estimate === null)
    return limits.unpriced
      ? undefined
      : 'Its price is not known, so it cannot be held under the cap. Allow orders without a known price in Settings, or lift the cap there.'
  for (const [word, cap, { billed, inFlight }] of [
    ['today’s', limits.day, spent.day],
    ['this month’s', limits.month, spent.month],
  ] as const) {
    if (cap === null) continue
    const over = billed + inFlight + estimate - cap
    if (over > 1e-9)
      return `It would go over ${word} cap of ${dollars(cap)} by ${dollars(over)}; ${dollars(Math.max(0, cap - billed - inFlight))} is left. Raise the cap in Settings.`
  }
}
