// The motion brush: areas of the first frame that move along paths, and one that keeps still.
import type { Issue } from '../errors'
import type { Asset } from '../media/asset'
import { isMedium } from '../media/is-medium'
import type { Input } from './input'

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
    return isMedium(one) && 'asset' in one ? pixelsOf(file(one.asset)) : undefined
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
