// Room around a picture: each side by so many times the picture's own.
import * as z from 'zod/mini'
import type { Expansion } from './input'
import type { Limits } from './limits'
import { number } from './measure'

/** The whole as so many times the picture. */
export const areaOf = ({ up, down, left, right }: Expansion) =>
  Math.round((1 + up + down) * (1 + left + right) * 1e6) / 1e6

export function expansionCheck({ max, area }: Limits['expansion']): z.ZodMiniType {
  const side = number({ min: 0, max }, false)
  return z
    .strictObject({ up: side, down: side, left: side, right: side }, { error: 'Give up, down, left and right.' })
    .check(
      z.refine((value) => areaOf(value) <= area, {
        error: ({ input }) =>
          `The whole would be ${areaOf(input as Expansion)} times the picture; at most ${area} times.`,
      }),
    )
}
