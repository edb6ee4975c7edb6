// When to look again: often while an end is likely, seldom while it is not.
import type { Pace } from '../provider'

/** Milliseconds between looks, by milliseconds of age: dense for short tasks, then ever wider. */
const steps: readonly { until: number; every: number }[] = [
  { until: 60_000, every: 1_000 },
  { until: 3 * 60_000, every: 2_000 },
  { until: 10 * 60_000, every: 4_000 },
  { until: 30 * 60_000, every: 10_000 },
]
const slowest = 30_000
const whenCalled = 15_000

/** Before half of the usual time nobody need look often; nor where Runware calls, which it does again until it is heard. */
export function rhythm(elapsedMs: number, { usualMs, called = false }: Pace = {}): number {
  const every = steps.find(({ until }) => elapsedMs < until)?.every ?? slowest
  if (called) return Math.max(every, whenCalled)
  if (usualMs === undefined) return every
  const half = usualMs / 2
  if (elapsedMs < half) return Math.min(Math.max(every, half - elapsedMs), 15_000)
  return elapsedMs < usualMs * 1.5 ? Math.min(every, 1_500) : every
}
