// When to look again: often while an end is likely, seldom while it is not.

/** Milliseconds between looks, by milliseconds of age: dense for short tasks, then ever wider. */
const steps: readonly { until: number; every: number }[] = [
  { until: 60_000, every: 1_000 },
  { until: 3 * 60_000, every: 2_000 },
  { until: 10 * 60_000, every: 4_000 },
  { until: 30 * 60_000, every: 10_000 },
]
const slowest = 30_000

/** @param usualMs how long such an order mostly takes, where that is known: before half of it nobody need look often. */
export function rhythm(elapsedMs: number, usualMs?: number): number {
  const every = steps.find(({ until }) => elapsedMs < until)?.every ?? slowest
  if (usualMs === undefined) return every
  const half = usualMs / 2
  if (elapsedMs < half) return Math.min(Math.max(every, half - elapsedMs), 15_000)
  return elapsedMs < usualMs * 1.5 ? Math.min(every, 1_500) : every
}
