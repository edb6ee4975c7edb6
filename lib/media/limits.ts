// What a slot accepts, as data in a model's row, and the sentences that say what a file breaks.
import type { Asset, AssetKind } from './asset'

/** Pixels per side, bytes, seconds, width ÷ height, frames per second. An absent limit is no limit. */
export type MediaLimits = {
  kind: AssetKind
  formats?: readonly string[]
  bytes?: number
  side?: { min?: number; max?: number }
  shortEdge?: { min?: number; max?: number }
  longEdge?: { min?: number; max?: number }
  ratio?: { min: number; max: number }
  seconds?: { min?: number; max?: number }
  fps?: { min?: number; max?: number }
}

const kindWords = { image: 'a picture', video: 'a film', audio: 'a sound' } as const
const article = (kind: AssetKind) => kindWords[kind]

/** MB as the providers print it: 10 MB is 10 000 000 bytes or 10 MiB; the larger reading is used, so nothing lawful is refused. */
export const megabytes = (count: number) => count * 1024 * 1024

const round = (value: number) => Math.round(value * 100) / 100

function outside(value: number, range: { min?: number; max?: number } | undefined): 'below' | 'above' | undefined {
  if (!range) return
  if (range.min !== undefined && value < range.min) return 'below'
  if (range.max !== undefined && value > range.max) return 'above'
}

/** Every limit that the file breaks, each a sentence with measure and limit. Empty: it fits. A measure we do not have is not judged. */
export function misfits(file: Asset, limits: MediaLimits): string[] {
  if (file.kind !== limits.kind) return [`${file.name} is ${article(file.kind)}; ${article(limits.kind)} is needed.`]
  const said: string[] = []
  const format = file.mime.split('/')[1] ?? ''
  if (limits.formats && !limits.formats.includes(format))
    said.push(
      `${file.name} is ${format.toUpperCase()}; ${limits.formats.map((f) => f.toUpperCase()).join(', ')} can be used.`,
    )
  if (limits.bytes !== undefined && file.bytes > limits.bytes)
    said.push(
      `${file.name} has ${round(file.bytes / megabytes(1))} MB; at most ${round(limits.bytes / megabytes(1))} MB can be used.`,
    )
  const { width, height } = file
  if (width !== undefined && height !== undefined) {
    const size = `${file.name} is ${width}×${height}`
    const edges = [
      [limits.side, Math.min(width, height), Math.max(width, height), 'per side'],
      [limits.shortEdge, Math.min(width, height), Math.min(width, height), 'on the short side'],
      [limits.longEdge, Math.max(width, height), Math.max(width, height), 'on the long side'],
    ] as const
    for (const [range, low, high, where] of edges) {
      if (outside(low, range) === 'below') said.push(`${size}; at least ${range?.min} px ${where} are needed.`)
      if (outside(high, range) === 'above') said.push(`${size}; at most ${range?.max} px ${where} can be used.`)
    }
    if (limits.ratio && outside(width / height, limits.ratio))
      said.push(
        `${size}; its shape must lie between 1:${round(1 / limits.ratio.min)} and ${round(limits.ratio.max)}:1.`,
      )
  }
  if (file.duration !== undefined) {
    const side = outside(file.duration, limits.seconds)
    if (side === 'below')
      said.push(`${file.name} lasts ${round(file.duration)} s; at least ${limits.seconds?.min} s are needed.`)
    if (side === 'above')
      said.push(`${file.name} lasts ${round(file.duration)} s; at most ${limits.seconds?.max} s can be used.`)
  }
  if (file.fps !== undefined && outside(file.fps, limits.fps))
    said.push(
      `${file.name} has ${round(file.fps)} fps; ${limits.fps?.min ?? 1}–${limits.fps?.max ?? 'any'} fps can be used.`,
    )
  return said
}

/** The limits in one line, as the slot shows them beneath: "≥ 300 px · 10 MB". */
export function limitWords(limits: MediaLimits): string {
  const range = (r: { min?: number; max?: number } | undefined, unit: string) => {
    if (!r) return
    if (r.min !== undefined && r.max !== undefined) return `${r.min}–${r.max}${unit}`
    return r.min !== undefined ? `≥ ${r.min}${unit}` : `≤ ${r.max}${unit}`
  }
  return [
    range(limits.side, ' px'),
    range(limits.shortEdge, ' px short side'),
    range(limits.longEdge, ' px long side'),
    range(limits.seconds, ' s'),
    limits.bytes === undefined ? undefined : `${round(limits.bytes / megabytes(1))} MB`,
    limits.ratio ? `1:${round(1 / limits.ratio.min)}–${round(limits.ratio.max)}:1` : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' · ')
}
