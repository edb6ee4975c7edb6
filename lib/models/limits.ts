// Every kind of value there is, and what may be said about it in a row.
import type { MediaLimits } from '../media/limits'

export type Size = { width: number; height: number; aspectRatio: string; resolution?: string }

/** Characters, seconds, pixels, counts. */
export type Limits = {
  /** No `max`: the sources name none. */
  text: { min?: number; max?: number; lines?: number; form?: 'address' }
  choice: { options: readonly (string | number)[]; labels?: Readonly<Record<string, string>> }
  /** A word of the provider's in one line. `known` are suggestions, never the only choice. */
  name: { max?: number; digits?: true; known?: readonly string[] }
  whole: { min: number; max?: number; step?: number; unit?: string }
  decimal: { min: number; max: number; step: number; unit?: string }
  toggle: Record<never, never>
  /** `as`: written as width and height, as aspectRatio and resolution, either of them, or as aspectRatio alone, when width and height only say the proportion. */
  size: { sizes: readonly Size[]; as: 'pixels' | 'words' | 'either' | 'shape' }
  duration: { values: readonly number[] } | { min: number; max: number; step: number }
  /** `id`: only what the provider made itself can be used, by its id of digits; or a file of ours that it made. */
  asset: { of: MediaLimits; id?: true }
  assets: { of: MediaLimits; min?: number; max: number }
  /** `placed`: sent in one list with reference pictures, where an import may have put them anywhere. */
  frames: { of: MediaLimits; ends: 'first' | 'both'; placed?: true }
  /** `written`: the shots go out as one text of at most so many characters. */
  shots: {
    max: number
    words: { min?: number; max: number }
    seconds: { min: number; max?: number; step: number }
    written?: number
  }
  /** No `max`: the sources name none. */
  voices: { of: MediaLimits; max?: number }
  /** `of` are the pictures; an element of film or voice needs its own line here to be had. `byId`: only what the provider knows already, by its id of digits. */
  elements: {
    max: number
    byId?: true
    pictures: number
    of: MediaLimits
    film?: MediaLimits
    voice?: MediaLimits
    tags?: readonly string[]
  }
  /** `types` as the provider calls them; `simple` moves along one axis. */
  camera: { types: readonly string[]; most: number }
  /** Masks have the picture's own size; points are whole pixels from its bottom left. */
  brush: { of: MediaLimits; max: number; points: { min: number; max: number } }
  /** Seconds. `overlap`: how long sound and face must meet, at least. `asking`: what every look for faces costs. */
  faces: {
    sound: { min: number; max: number }
    overlap: number
    asking?: { amount: number; currency: string }
  }
  /** A session in which a subject was chosen by clicking. `of`: the films that can be opened; at most so many points to a frame, in so many frames. */
  selection: { of: MediaLimits; frames: number; points: number }
  /** Each side by so many times the picture's own; `area`: the whole at most so many times the picture. */
  expansion: { max: number; area: number }
  /** `taken`: dotted paths of the provider that fields say, or that the studio sets; `*` is any place in a list. `packed`: where a text may hold such words too; what the fields say wins. */
  raw: { taken?: readonly string[]; packed?: string }
}

export type Kind = keyof Limits
