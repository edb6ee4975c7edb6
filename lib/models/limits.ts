// Every kind of value there is, and what may be said about it in a row.
import type { MediaLimits } from '../media/limits'

export type Size = { width: number; height: number; aspectRatio: string; resolution?: string }

/** Characters, seconds, pixels, counts. */
export type Limits = {
  text: { min?: number; max: number; lines?: number }
  choice: { options: readonly (string | number)[]; labels?: Readonly<Record<string, string>> }
  whole: { min: number; max: number; step?: number; unit?: string }
  decimal: { min: number; max: number; step: number; unit?: string }
  toggle: Record<never, never>
  /** `as`: written as width and height, as aspectRatio and resolution, or either. */
  size: { sizes: readonly Size[]; as: 'pixels' | 'words' | 'either' }
  duration: { values: readonly number[] } | { min: number; max: number; step: number }
  asset: { of: MediaLimits }
  assets: { of: MediaLimits; min?: number; max: number }
  frames: { of: MediaLimits; ends: 'first' | 'both' }
  shots: { max: number; words: { min?: number; max: number }; seconds: { min: number; max?: number; step: number } }
  voices: { of: MediaLimits; max: number }
  elements: { max: number; pictures: number; of: MediaLimits }
  raw: Record<never, never>
}

export type Kind = keyof Limits
