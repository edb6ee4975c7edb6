// The studio's words for what is asked, the same for every provider. An unset key is left out.
import { isMedium } from '../media/is-medium'
import type { Medium } from '../media/medium'
import type { Piece } from '../media/piece'
import type { Camera, DynamicMask, ElementUse, Expansion, FaceChoice, Shot } from './check/shape'

export type { Camera, DynamicMask, ElementUse, Expansion, FaceChoice, Shot } from './check/shape'

export const cameraAxes = ['horizontal', 'vertical', 'pan', 'tilt', 'roll', 'zoom'] as const

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
    if (isMedium(value)) {
      found.push({ path, medium: value })
      return
    }
    for (const [key, inner] of Object.entries(value)) walk(inner, path ? `${path}.${key}` : key)
  }
  const { extra: _, ...own } = input
  walk(own, '')
  return found
}
