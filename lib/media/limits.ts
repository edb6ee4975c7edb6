// What a slot accepts, as data in a model's row, and the sentences that say what a file breaks.
import type { Asset, AssetKind } from './asset'
import { type FormatId, formatOf, formats } from './format'

type Range = { min?: number; max?: number }

/**
 * Pixels per side, bytes, seconds, width ÷ height, frames per second. An absent limit is no limit. A format of another
 * kind may be named beside: a slot for sound that also takes the sound of an MP4.
 */
export type MediaLimits = {
  kind: AssetKind
  formats?: readonly FormatId[]
  bytes?: number
  side?: Range
  shortEdge?: Range
  longEdge?: Range
  /** Pixels of the whole picture. */
  area?: Range
  ratio?: { min: number; max: number }
  seconds?: Range
  fps?: Range
}

const kindWords = { image: 'a picture', video: 'a film', audio: 'a sound' } as const

/** MB as the providers print it: 10 MB is 10 000 000 bytes or 10 MiB; the larger reading is used, so nothing lawful is refused. */
export const megabytes = (count: number) => count * 1024 * 1024

/** Bytes of one file that the studio keeps, unless a caller says otherwise. */
export const largestFile = megabytes(2048)

const places = (value: number, count: number) => Number(value.toFixed(count))
/** Rounded away from the limit, so that no sentence says "20 MB; at most 20 MB". */
const inMegabytes = (bytes: number) => Math.ceil((bytes / megabytes(1)) * 100) / 100
const shape = ({ min, max }: { min: number; max: number }) => `${proportion(min)}–${proportion(max)}`
const proportion = (ratio: number) => (ratio < 1 ? `1:${places(1 / ratio, 2)}` : `${places(ratio, 2)}:1`)

function outside(value: number, range: Range | undefined): 'below' | 'above' | undefined {
  if (range?.min !== undefined && value < range.min) return 'below'
  if (range?.max !== undefined && value > range.max) return 'above'
}

/** "at least 3 s are needed", "at most 10 s can be used", or nothing when the value is within. */
function bound(value: number, range: Range | undefined, unit: string): string | undefined {
  const side = outside(value, range)
  if (side === 'below') return `at least ${range?.min} ${unit} are needed`
  if (side === 'above') return `at most ${range?.max} ${unit} can be used`
}

const anyOf = (words: string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

/** A sound alone in an MP4 is an M4A, and taken wherever MP4 is. HEIC, which few can read, must be named. */
function takes({ formats: named }: MediaLimits, format: FormatId): boolean {
  if (!named) return format !== 'heic'
  return named.includes(format) || (format === 'm4a' && named.includes('mp4'))
}

/** Every limit that the file breaks, each a sentence with measure and limit. Empty: it fits. A measure we do not have is not judged. */
export function misfits(file: Asset, limits: MediaLimits): string[] {
  const format = formatOf(file.mime)
  const named = format !== undefined && limits.formats !== undefined && takes(limits, format)
  if (file.kind !== limits.kind && !named)
    return [`${file.name} is ${kindWords[file.kind]}; ${kindWords[limits.kind]} is needed.`]
  return [...formatWords(file, limits), ...pixelWords(file, limits), ...timeWords(file, limits)].map(
    (words) => `${file.name} ${words}.`,
  )
}

function formatWords(file: Asset, limits: MediaLimits): string[] {
  const said: string[] = []
  const format = formatOf(file.mime)
  if (format && !takes(limits, format)) {
    const wanted = anyOf((limits.formats ?? ['jpeg', 'png']).map((id) => formats[id].label))
    said.push(`is ${formats[format].label}; ${wanted} can be used`)
  }
  if (limits.bytes !== undefined && file.bytes > limits.bytes)
    said.push(`has ${inMegabytes(file.bytes)} MB; at most ${places(limits.bytes / megabytes(1), 2)} MB can be used`)
  return said
}

function pixelWords({ width, height }: Asset, { side, shortEdge, longEdge, area, ratio }: MediaLimits): string[] {
  if (width === undefined || height === undefined) return []
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  const bounds = [
    bound(short, side && { min: side.min }, 'px per side'),
    bound(long, side && { max: side.max }, 'px per side'),
    bound(short, shortEdge, 'px on the short side'),
    bound(long, longEdge, 'px on the long side'),
    bound(width * height, area, 'px in all'),
    ratio && outside(width / height, ratio)
      ? `its shape must lie between ${proportion(ratio.min)} and ${proportion(ratio.max)}`
      : undefined,
  ]
  return bounds.filter((words) => words !== undefined).map((words) => `is ${width}×${height}; ${words}`)
}

function timeWords({ duration, fps }: Asset, limits: MediaLimits): string[] {
  const seconds = duration === undefined ? undefined : bound(duration, limits.seconds, 's')
  const rate = fps === undefined ? undefined : bound(fps, limits.fps, 'fps')
  return [
    ...(seconds ? [`lasts ${places(duration ?? 0, 3)} s; ${seconds}`] : []),
    ...(rate ? [`has ${places(fps ?? 0, 3)} fps; ${rate}`] : []),
  ]
}

function span(range: Range | undefined, unit: string): string | undefined {
  if (!range || (range.min === undefined && range.max === undefined)) return
  if (range.min !== undefined && range.max !== undefined) return `${range.min}–${range.max} ${unit}`
  return range.min !== undefined ? `≥ ${range.min} ${unit}` : `≤ ${range.max} ${unit}`
}

/** The limits in one line, as the slot shows them beneath: "≥ 300 px · 10 MB". */
export function limitWords(limits: MediaLimits): string {
  return [
    limits.formats?.map((id) => formats[id].label).join(', '),
    span(limits.side, 'px'),
    span(limits.shortEdge, 'px short side'),
    span(limits.longEdge, 'px long side'),
    span(limits.area, 'px in all'),
    span(limits.seconds, 's'),
    span(limits.fps, 'fps'),
    limits.bytes === undefined ? undefined : `${places(limits.bytes / megabytes(1), 2)} MB`,
    limits.ratio && shape(limits.ratio),
  ]
    .filter((part) => part !== undefined)
    .join(' · ')
}
