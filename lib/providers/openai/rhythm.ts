// When to look again: each look is a question for one order alone, and Kling works for minutes.
import type { Pace } from '../provider'

/** Milliseconds between looks, by milliseconds of age. */
const steps: readonly { until: number; every: number }[] = [
  { until: 60_000, every: 2_000 },
  { until: 10 * 60_000, every: 5_000 },
  { until: 30 * 60_000, every: 15_000 },
]
const slowest = 30_000

/** Before half of the usual time nobody need look often. */
export function rhythm(elapsedMs: number, { usualMs }: Pace = {}): number {
  const every = steps.find(({ until }) => elapsedMs < until)?.every ?? slowest
  if (usualMs === undefined || elapsedMs >= usualMs / 2) return every
  return Math.min(Math.max(every, usualMs / 2 - elapsedMs), slowest)
}
