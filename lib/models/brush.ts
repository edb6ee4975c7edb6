// The motion brush: areas of the first frame that move along paths, and one that keeps still.
import * as z from 'zod'
import { medium } from '../media/medium'
import { dynamicMask, type Input, type InputKey } from './input'
import type { Limits } from './limits'
import type { Clash } from './raw'

export function brushCheck({ max, points }: Limits['brush'], key: InputKey): z.ZodType {
  if (key === 'staticMask') return medium
  const whole = z
    .number({ error: 'A number of pixels is needed.' })
    .int({ error: 'A whole number of pixels is needed.' })
    .min(0, { error: 'Pixels are counted from the bottom left; none lies below 0.' })
  const path = z
    .array(z.strictObject({ x: whole, y: whole }), { error: 'A list of { x, y } is needed.' })
    .min(points.min, { error: `At least ${points.min} points are needed.` })
    .max(points.max, { error: `At most ${points.max} points can be used.` })
  return z
    .array(dynamicMask.extend({ trajectories: path }), { error: 'A list of { mask, trajectories } is needed.' })
    .max(max, { error: `At most ${max} moving areas can be used.` })
}

/** One area painted twice would have to go two ways. */
export function brushClashes(_: Limits['brush'], { staticMask, dynamicMasks = [] }: Input): Clash[] {
  if (!Array.isArray(dynamicMasks)) return []
  const print = JSON.stringify(staticMask)
  return dynamicMasks.flatMap(({ mask }, at) =>
    staticMask && JSON.stringify(mask) === print
      ? [{ path: `dynamicMasks.${at}.mask`, message: 'This is the area that keeps still; another mask is needed.' }]
      : [],
  )
}
