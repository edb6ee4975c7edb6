// The studio's words for what is asked, the same for every provider. An unset key is left out.
import * as z from 'zod/mini'
import { type Medium, medium } from '../media/medium'
import type { Piece } from '../media/piece'

export const shot = z.strictObject({ prompt: z.string(), duration: z.number() })
export type Shot = z.infer<typeof shot>

export const element = z.strictObject({
  id: z.string().check(z.minLength(1)),
  description: z.optional(z.string()),
  frontalImage: z.optional(medium),
  images: z.optional(z.array(medium)),
  videos: z.optional(z.array(medium)),
  voices: z.optional(z.array(medium)),
  tags: z.optional(z.array(z.string())),
})
export type ElementUse = z.infer<typeof element>

export const cameraAxes = ['horizontal', 'vertical', 'pan', 'tilt', 'roll', 'zoom'] as const
const axis = z.optional(z.number())
/** A movement by the provider's name; `simple` says along which one axis, and how far either way. */
export const camera = z.strictObject({
  type: z.string(),
  config: z.optional(
    z.strictObject({ horizontal: axis, vertical: axis, pan: axis, tilt: axis, roll: axis, zoom: axis }),
  ),
})
export type Camera = z.infer<typeof camera>

/** Whole pixels of the picture from its bottom left; the order is the direction. */
const point = z.strictObject({ x: z.number(), y: z.number() })
export const dynamicMask = z.strictObject({ mask: medium, trajectories: z.array(point) })
export type DynamicMask = z.infer<typeof dynamicMask>

/**
 * A face that was found in a film, by the ids of the session that found it; seconds. The sound from `from` to `to` is
 * heard from `at` on in the film. `seen`: when the face is there, where it is known; never sent.
 */
export const faceChoice = z.strictObject({
  session: z.string().check(z.minLength(1)),
  face: z.string().check(z.minLength(1)),
  from: z.number(),
  to: z.number(),
  at: z.number(),
  seen: z.optional(z.strictObject({ from: z.number(), to: z.number() })),
})
export type FaceChoice = z.infer<typeof faceChoice>

const expansion = z.strictObject({ up: z.number(), down: z.number(), left: z.number(), right: z.number() })
export type Expansion = z.infer<typeof expansion>

/** Seconds as numbers, sizes in pixels. */
export type Input = {
  prompt?: string
  negativePrompt?: string
  shots?: Shot[]
  shotType?: string
  duration?: number
  width?: number
  height?: number
  aspectRatio?: string
  resolution?: string
  fps?: number
  guidance?: number
  firstFrame?: Medium
  lastFrame?: Medium
  /** Places of first and last frame among the pictures of one list, from 1; without it they stand before the others. */
  framesAt?: number[]
  referenceImages?: Medium[]
  referenceVideos?: Medium[]
  sourceVideo?: Medium
  image?: Medium
  audio?: Medium
  voices?: Medium[]
  elements?: ElementUse[]
  sound?: boolean
  keepOriginalSound?: boolean
  fast?: boolean
  characterOrientation?: string
  motionLevel?: string
  offPeak?: boolean
  soundVolume?: number
  originalAudioVolume?: number
  mode?: string
  watermark?: boolean
  camera?: Camera
  staticMask?: Medium
  dynamicMasks?: DynamicMask[]
  faces?: FaceChoice
  effectScene?: string
  editMode?: string
  selection?: string
  sceneImage?: Medium
  styleImage?: Medium
  clothImage?: Medium
  imageReference?: string
  imageFidelity?: number
  humanFidelity?: number
  resultType?: string
  seriesAmount?: string | number
  expand?: Expansion
  voice?: string
  language?: string
  speed?: number
  soundEffects?: string
  music?: string
  asmr?: boolean
  numberResults?: number
  outputFormat?: string
  outputQuality?: number
  safetyCheck?: boolean
  safetyMode?: string
  ttl?: number
  uploadEndpoint?: string
  /** A whole board as one film: what it is put together from. No model takes it. */
  pieces?: Piece[]
  extra?: Record<string, unknown>
}
export type InputKey = keyof Input

/** Unset is left out: nothing, an empty text and an empty list say nothing. The form's one crossing from draft to input. */
export function said(draft: Input): Input {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => isSet(value))) as Input
}

export function isSet(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false
  if (Array.isArray(value)) return value.length > 0
  return true
}

/** Every medium that an input points at, with its dotted path. */
export function mediaOf(input: Input): { path: string; medium: Medium }[] {
  const found: { path: string; medium: Medium }[] = []
  const walk = (value: unknown, path: string) => {
    if (!value || typeof value !== 'object') return
    const parsed = medium.safeParse(value)
    if (parsed.success && !Array.isArray(value)) {
      found.push({ path, medium: parsed.data })
      return
    }
    for (const [key, inner] of Object.entries(value)) walk(inner, path ? `${path}.${key}` : key)
  }
  const { extra: _, ...own } = input
  walk(own, '')
  return found
}
