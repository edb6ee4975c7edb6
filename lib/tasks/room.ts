// What is left under the caps, and what an order would go over. A page needs this before it needs to change a cap.
import type { Caps, Spend } from './cap'

const dollars = (value: number) => `$${value.toFixed(2)}`
/** Whole cents: too much is never told as nothing, nor what is left as more than it is. */
const centsUp = (value: number) => Math.ceil(value * 100 - 1e-6) / 100
const centsDown = (value: number) => Math.floor(value * 100 + 1e-6) / 100

/** USD that count under a cap. */
export const used = ({ billed, inFlight, worth }: Spend): number => billed + inFlight + worth

type Spent = { day: Spend; month: Spend }
type Room = { word: 'today’s' | 'this month’s'; cap: number; left: number }

/** USD left under each cap that stands, what is on its way and what packs paid counted; below zero when a cap was set too late. */
export function roomsUnder(limits: Caps, spent: Spent): Room[] {
  return (
    [
      ['today’s', limits.day, spent.day],
      ['this month’s', limits.month, spent.month],
    ] as const
  ).flatMap(([word, cap, spend]) => (cap === null ? [] : [{ word, cap, left: cap - used(spend) }]))
}

/** `why` is a sentence with the way out, `short` fits on a button. */
type Bar = { why: string; short: string }

/** Why an order of this estimate, in USD (null: not known), may not be placed now; nothing when it may. */
export function barredBy(limits: Caps, spent: Spent, estimate: number | null): Bar | undefined {
  const rooms = roomsUnder(limits, spent)
  if (rooms.length === 0) return
  if (estimate === null)
    return limits.unpriced
      ? undefined
      : {
          why: 'Its price is not known, so it cannot be held under the cap. Allow orders without a known price on the Spend page, or lift the cap there.',
          short: 'No known price to hold under the cap',
        }
  for (const { word, cap, left } of rooms) {
    const over = estimate - left
    if (over > 1e-9)
      return {
        why: `It would go over ${word} cap of ${dollars(cap)} by ${dollars(centsUp(over))}; ${dollars(centsDown(Math.max(0, left)))} is left. Raise the cap on the Spend page.`,
        short: `Over ${word} cap by ${dollars(centsUp(over))}`,
      }
  }
}
