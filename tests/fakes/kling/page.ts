// The capability map (legacy, March 2026 and later entries of the vendor's log) as the service judges by it.
type Seconds = readonly number[]
type Times = { readonly [mode: string]: Seconds }

export type Page = {
  words?: Times
  picture?: Times
  /** Start and end frame. */
  both?: Times
  /** An end frame alone. */
  end?: Times
  multi?: boolean
  elements?: number
  /** Modes in which it can be heard. */
  sound?: readonly string[]
  voices?: readonly string[]
  camera?: { words?: boolean; picture?: boolean }
  brush?: readonly string[]
  /** Takes no mode. */
  plain?: boolean
  guidance?: boolean
}

const five = [5]
const two = [5, 10]
const long = Array.from({ length: 13 }, (_, at) => at + 3)
const both = { std: two, pro: two }

export const videoPages: Readonly<Record<string, Page>> = {
  'kling-v1': {
    words: both,
    picture: both,
    both: { std: five, pro: five },
    camera: { words: true },
    brush: ['std', 'pro'],
    guidance: true,
  },
  'kling-v1-5': {
    picture: both,
    both: { pro: two },
    end: { pro: two },
    camera: { picture: true },
    brush: ['pro'],
    guidance: true,
  },
  'kling-v1-6': { words: both, picture: both, both: { pro: two }, end: { pro: two }, guidance: true },
  'kling-v2-master': { words: { std: two }, picture: { std: two }, plain: true },
  'kling-v2-1': { picture: both, both: { pro: two } },
  'kling-v2-1-master': { words: both, picture: both },
  'kling-v2-5-turbo': { words: both, picture: both, both: { pro: two } },
  'kling-v2-6': { words: both, picture: both, both: { pro: two }, sound: ['pro'], voices: ['pro'] },
  'kling-v3': {
    words: { std: long, pro: long, '4k': long },
    picture: { std: long, pro: long, '4k': long },
    both: { std: long, pro: long },
    multi: true,
    elements: 3,
    sound: ['std', 'pro', '4k'],
  },
}

export const omniPages: Readonly<
  Record<string, { modes: readonly string[]; longest: number; multi: boolean; sound: boolean }>
> = {
  'kling-video-o1': { modes: ['std', 'pro'], longest: 10, multi: false, sound: false },
  'kling-v3-omni': { modes: ['std', 'pro', '4k'], longest: 15, multi: true, sound: true },
}

export const imageModels = ['kling-v3', 'kling-v2-1']
export const omniImageModels = ['kling-image-o1', 'kling-v3-omni']
export const shapes = ['16:9', '9:16', '1:1']
export const imageShapes = [...shapes, '4:3', '3:4', '3:2', '2:3', '21:9']
