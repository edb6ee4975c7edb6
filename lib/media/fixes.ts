// What one click can do about a file that does not fit a slot. Offered, never done unasked; the file itself stays.
import type { Asset } from './asset'
import { type FormatId, formatOf, formats } from './format'
import { type MediaLimits, misfits } from './limits'

/** Pixels of the picture as seen; crop comes first, then scale, then format. Seconds for a trim. */
export type Change = {
  crop?: { x: number; y: number; width: number; height: number } | undefined
  scale?: { width: number; height: number } | undefined
  format?: 'png' | 'jpeg' | undefined
  trim?: { from: number; to: number } | undefined
  /** One frame of a film as a picture; without a second its last one. */
  frame?: { at?: number | undefined } | undefined
}

/** `label` is the button's text; `crop` of the change is the preview's rectangle. */
export type Fix = { label: string; change: Change }

/** Empty when nothing helps without loss of meaning: a picture that is too small, a film that is too short. */
export function fixes(file: Asset, limits: MediaLimits): Fix[] {
  if (misfits(file, limits).length === 0) return []
  const fix = file.kind === 'image' ? fitPicture(file, limits) : fitSeconds(file, limits)
  return fix ? [fix] : []
}

function fitSeconds(file: Asset, limits: MediaLimits): Fix | undefined {
  const most = limits.seconds?.max
  if (most === undefined || file.duration === undefined || file.duration <= most) return
  // A shorter file has fewer bytes, so only the other limits must hold already.
  const after = { ...file, duration: most, bytes: 0 }
  if (misfits(after, limits).length > 0) return
  return { label: `Keep the first ${most} s`, change: { trim: { from: 0, to: most } } }
}

function fitPicture(file: Asset, limits: MediaLimits): Fix | undefined {
  const { width, height } = file
  if (width === undefined || height === undefined) return
  const shape = cut(width, height, limits.ratio)
  const size = shrunk(shape.width, shape.height, limits)
  const format = otherFormat(file, limits)
  const cropped = shape.width !== width || shape.height !== height
  const scaled = size.width !== shape.width || size.height !== shape.height
  const after = {
    ...file,
    ...size,
    mime: format ? formats[format].mime : file.mime,
    bytes: cropped || scaled || format ? 0 : file.bytes,
  }
  if (misfits(after, limits).length > 0) return
  const steps = [
    cropped ? `crop to ${shape.width}×${shape.height}` : undefined,
    scaled ? `scale to ${size.width}×${size.height}` : undefined,
    format ? `save as ${formats[format].label}` : undefined,
  ].filter((step) => step !== undefined)
  const said = steps.join(', ')
  return {
    label: said.charAt(0).toUpperCase() + said.slice(1),
    change: {
      ...(cropped ? { crop: shape } : {}),
      ...(scaled ? { scale: size } : {}),
      ...(format ? { format } : {}),
    },
  }
}

/** The largest middle part whose width ÷ height is allowed. */
function cut(width: number, height: number, ratio: MediaLimits['ratio']) {
  const kept = { width, height }
  if (ratio && width / height > ratio.max) kept.width = Math.floor(height * ratio.max)
  if (ratio && width / height < ratio.min) kept.height = Math.floor(width / ratio.min)
  return { x: Math.floor((width - kept.width) / 2), y: Math.floor((height - kept.height) / 2), ...kept }
}

/** Never enlarged. */
function shrunk(width: number, height: number, { side, shortEdge, longEdge, ratio }: MediaLimits) {
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  const most = Number.POSITIVE_INFINITY
  const by = Math.min(1, (side?.max ?? most) / long, (longEdge?.max ?? most) / long, (shortEdge?.max ?? most) / short)
  const size = { width: Math.floor(width * by), height: Math.floor(height * by) }
  // Whole pixels may step over the shape's bound by less than one.
  if (ratio && size.width / size.height > ratio.max) size.width = Math.floor(size.height * ratio.max)
  if (ratio && size.width / size.height < ratio.min) size.height = Math.floor(size.width / ratio.min)
  return size
}

/** PNG where the kind is not taken; JPEG where the file has too many bytes. */
function otherFormat(file: Asset, { formats: taken, bytes }: MediaLimits): 'png' | 'jpeg' | undefined {
  const own = formatOf(file.mime)
  const takes = (id: FormatId) => (taken === undefined ? id !== 'heic' : taken.includes(id))
  if (bytes !== undefined && file.bytes > bytes && own !== 'jpeg' && takes('jpeg')) return 'jpeg'
  if (own !== undefined && takes(own)) return
  return takes('png') ? 'png' : takes('jpeg') ? 'jpeg' : undefined
}
