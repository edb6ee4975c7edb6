// When to look again: Kling's pages name no interval, so 5 s at first and up to 15 s later; seldom while Kling calls.
import type { Pace } from '../provider'

const quick = 5_000
const slow = 15_000
const whenCalled = 30_000
/** From here on nobody waits beside it. */
const long = 5 * 60_000

export function rhythm(elapsedMs: number, { usualMs, called = false }: Pace = {}): number {
  if (called) return whenCalled
  // Before half of the usual time an end is unlikely.
  if (usualMs !== undefined && elapsedMs < usualMs / 2) return Math.min(slow, Math.max(quick, usualMs / 2 - elapsedMs))
  const late = Math.max(long, (usualMs ?? 0) * 1.5)
  return elapsedMs < late ? Math.min(slow, quick + Math.floor(elapsedMs / 60_000) * 1_000) : slow
}
