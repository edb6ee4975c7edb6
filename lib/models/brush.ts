// The motion brush: areas of the first frame that move along paths, and one that keeps still.
import * as z from 'zod/mini'
import type { Issue } from '../errors'
import type { Asset } from '../media/asset'
import { medium } from '../media/medium'
import { dynamicMask, type Input, type InputKey } from './input'
import type { Limits } from './limits'
import { whole } from './measure'

export function brushCheck({ max, points }: Limits['brush'], key: InputKey): z.ZodMiniType {
  if (key === 'staticMask') return medium
  const pixel = z
    .number({ error: 'A number of pixels is needed.' })
    .check(
      whole('A whole number of pixels is needed.'),
      z.minimum(0, { error: 'Pixels are counted from the bottom left; none lies below 0.' }),
    )
  const path = z
    .array(z.strictObject({ x: pixel, y: pixel }), { error: 'A list of { x, y } is needed.' })
    .check(
      z.minLength(points.min, { error: `At least ${points.min} points are needed.` }),
      z.maxLength(points.max, { error: `At most ${points.max} points can be used.` }),
    )
  return z
    .array(z.extend(dynamicMask, { trajectories: path }), { error: 'A list of { mask, trajectories } is needed.' })
    .check(z.maxLength(max, { error: `At most ${max} moving areas can be used.` }))
}

type Pixels = { width: number; height: number }
const pixelsOf = (file: Asset | undefined): Pixels | undefined =>
  file?.width && file.height ? { width: file.width, height: file.height } : undefined
const said = ({ width, height }: Pixels) => `${width}×${height}`

/** One pixel of either side may be lost where a picture was made smaller. */
const sameShape = (a: Pixels, b: Pixels) =>
  Math.abs(a.width - (b.width * a.height) / b.height) <= 1 || Math.abs(a.height - (b.height * a.width) / b.width) <= 1

/**
 * Masks of ours against the picture and each other: they have its shape and one size, or the order fails.
 * Source: Kling, image to video, static_mask and dynamic_masks.
 */
export function maskIssues(
  { firstFrame, staticMask, dynamicMasks = [] }: Input,
  file: (id: string) => Asset | undefined,
): Issue[] {
  if (!Array.isArray(dynamicMasks)) return []
  const sizeOf = (one: unknown) => {
    const found = medium.safeParse(one)
    return found.success && 'asset' in found.data ? pixelsOf(file(found.data.asset)) : undefined
  }
  const picture = sizeOf(firstFrame)
  const masks = [
    ...dynamicMasks.map((one, at) => ({ path: `dynamicMasks.${at}.mask`, size: sizeOf(one?.mask) })),
    { path: 'staticMask', size: sizeOf(staticMask) },
  ].flatMap(({ path, size }) => (size ? [{ path, size }] : []))
  const [first] = masks
  return masks.flatMap(({ path, size }) => {
    if (picture && !sameShape(size, picture))
      return [{ path, message: `The first frame is ${said(picture)} and this mask ${said(size)}; it no longer fits.` }]
    if (first && said(size) !== said(first.size))
      return [{ path, message: `This mask is ${said(size)} and another ${said(first.size)}; all must have one size.` }]
    return []
  })
}
