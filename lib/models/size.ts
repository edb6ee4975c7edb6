// Sizes: a listed pair of pixels, said as width and height or as shape and resolution.
import type { Input, InputKey } from './input'
import type { Limits, Size } from './limits'
import type { Clash } from './raw'
import type { Fix } from './rules'

/** Proportions alone: nothing here says how many pixels come out. */
export const shapes = (...ratios: readonly string[]): Size[] =>
  ratios.map((aspectRatio) => {
    const [width = 0, height = 0] = aspectRatio.split(':').map(Number)
    return { width: height ? width : 0, height, aspectRatio }
  })

export const sizeWords = (size: Pick<Size, 'width' | 'height'>) => `${size.width}×${size.height}`

const inPixels = ({ sizes }: Limits['size'], input: Input) =>
  sizes.find((size) => size.width === input.width && size.height === input.height)
const inWords = ({ sizes }: Limits['size'], input: Input) =>
  sizes.find(
    (size) =>
      (input.aspectRatio === undefined || size.aspectRatio === input.aspectRatio) &&
      (input.resolution === undefined || size.resolution === input.resolution),
  )

/** The listed size that an input asks for, whichever way it is written; nothing when it asks for none. */
export function sizeOf(limits: Limits['size'], input: Input): Size | undefined {
  if (limits.as === 'shape') return limits.sizes.find(({ aspectRatio }) => aspectRatio === input.aspectRatio)
  if (input.width !== undefined && input.height !== undefined) return inPixels(limits, input)
  if (limits.as !== 'pixels' && (input.aspectRatio !== undefined || input.resolution !== undefined))
    return inWords(limits, input)
}

export function sizeKeys({ as }: Limits['size']): readonly InputKey[] {
  if (as === 'pixels') return ['width', 'height']
  if (as === 'shape') return ['aspectRatio']
  return as === 'words' ? ['aspectRatio', 'resolution'] : ['width', 'height', 'aspectRatio', 'resolution']
}

export function sizeClashes(limits: Limits['size'], input: Input): Clash[] {
  const { width, height, aspectRatio, resolution } = input
  const found: Clash[] = []
  if ((width === undefined) !== (height === undefined) && limits.as !== 'shape')
    found.push({ path: width === undefined ? 'width' : 'height', message: 'Width and height go together.' })
  const inPixelsToo = limits.as === 'pixels' || limits.as === 'either'
  if (width !== undefined && height !== undefined && inPixelsToo && !inPixels(limits, input)) {
    const message = `${width}×${height} is not offered; choose ${limits.sizes.map(sizeWords).join(', ')}.`
    found.push({ path: 'width', message }, { path: 'height', message })
  }
  const worded = aspectRatio !== undefined || resolution !== undefined
  if (limits.as === 'either' && width !== undefined && worded)
    found.push({ path: 'aspectRatio', message: 'Give width and height, or shape and resolution, not both.' })
  if ((limits.as === 'words' || limits.as === 'either') && worded && !inWords(limits, input))
    found.push({ path: 'resolution', message: `${aspectRatio} is not made at ${resolution}.` })
  return found
}

export function sizeStart({ sizes, as }: Limits['size']): Input | string | undefined {
  const [first] = sizes
  if (as === 'shape') return first?.aspectRatio
  return first ? written(first, as) : {}
}

function written({ width, height, aspectRatio, resolution }: Size, as: Limits['size']['as']): Input {
  if (as === 'shape') return { aspectRatio }
  if (as !== 'words') return { width, height }
  return { aspectRatio, ...(resolution ? { resolution } : {}) }
}

/** The listed size of the same shape, the nearest in pixels; else the first of the list. As the limits say sizes. */
export function nearestSize(limits: Limits['size'], input: Input): Input | undefined {
  const near = nearSize(limits, input)
  return near && written(near, limits.as)
}

export function mendSize(limits: Limits['size'], input: Input): Fix | undefined {
  const near = nearSize(limits, input)
  if (!near) return
  const none = Object.fromEntries(sizeKeys(limits).map((key) => [key, undefined]))
  return {
    label: `Make it ${limits.as === 'shape' ? near.aspectRatio : sizeWords(near)}`,
    set: { ...none, ...written(near, limits.as) },
  }
}

function nearSize({ sizes }: Limits['size'], { width, height, aspectRatio }: Input): Size | undefined {
  const measured = typeof width === 'number' && typeof height === 'number' && height !== 0
  const pixels = measured ? width * height : undefined
  const sameShape = sizes.filter((size) =>
    measured
      ? Math.abs(size.width / size.height - width / height) < 0.02
      : aspectRatio !== undefined && size.aspectRatio === aspectRatio,
  )
  const distance = (size: Size) => (pixels === undefined ? 0 : Math.abs(size.width * size.height - pixels))
  return [...sameShape].sort((a, b) => distance(a) - distance(b))[0] ?? sizes[0]
}
