// Lengths of texts, and the lawful number that is nearest.
import type { Limits } from './limits'

export type Span = { min: number; max?: number; step?: number; unit?: string }

/** Characters are counted as people see most of them: by code point. */
export const length = (text: string) => [...text].length

/** Something was typed, and nothing of it is seen: spaces, line ends, tabs. An empty text is none. */
export const isBlank = (text: string) => text !== '' && text.trim() === ''

/** The lawful number nearest to one that is not; nothing for what is no number or lawful already. */
export function nearestIn({ min, max = Infinity, step }: Span, value: unknown): number | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return
  const inside = Math.min(max, Math.max(min, value))
  const near = step ? Math.min(max, min + Math.round((inside - min) / step) * step) : inside
  return near === value ? undefined : near
}

/** The same for a length in seconds, from a list or a range. */
export function inSteps(limits: Limits['duration'], value: unknown): number | undefined {
  if (!('values' in limits)) return nearestIn(limits, value)
  if (typeof value !== 'number' || limits.values.includes(value)) return
  return [...limits.values].sort((a, b) => Math.abs(a - value) - Math.abs(b - value))[0]
}
