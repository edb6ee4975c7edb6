// What Runware's pages print for each model, copied by hand and read by nothing of the studio: an independent opinion.

import { I1K, I2K, I4K, N720, N1080, N2160, type Pair, V720, V1080 } from './page-size'

/** `none`: must not be sent. */
type Sizes = readonly Pair[] | 'none'
type Seconds = readonly number[] | { from: number; to: number } | 'none' | 'any'

export type Flow = {
  sizes: Sizes
  /** Without a size the request is refused. */
  sized?: boolean
  seconds: Seconds
  /** Characters. Absent: the page lists no prompt. */
  prompt?: { min: number; max: number; optional?: boolean }
  negative?: boolean
  guidance?: boolean
  resolution?: readonly string[]
  /** Allowed inputs and how many of each. */
  inputs: Readonly<Partial<Record<InputName, { min?: number; max: number }>>>
  settings: readonly string[]
}
export type InputName =
  | 'frameImages'
  | 'referenceImages'
  | 'referenceVideos'
  | 'referenceVoices'
  | 'elements'
  | 'video'
  | 'image'
  | 'audio'
export type FlowName = 't2i' | 'i2i' | 't2v' | 'i2v' | 'r2v' | 'v2v' | 'mc' | 'only'
export type Page = {
  task: 'videoInference' | 'imageInference'
  flows: Readonly<Partial<Record<FlowName, Flow>>>
  /** Old models also take frame images at the top level. */
  legacy?: boolean
  lastFrame?: boolean
  videosAs?: 'strings' | 'objects'
  /** Both prompt and segments in one request are refused. */
  promptOrShots?: boolean
  /** Kling shortens nothing, Runware prints nothing more: rules unknown, so only the envelope is judged. */
  unknown?: boolean
}

const words = { min: 2, max: 2500 }
const five = [5, 10]

const picture = (
  sizes: readonly Pair[],
  max: number,
  min: number,
  more: { sized?: boolean; tiers?: boolean },
): Page => ({
  task: 'imageInference',
  flows: {
    t2i: {
      sizes,
      seconds: 'none',
      prompt: { min, max: 2500 },
      inputs: {},
      settings: [],
      ...(more.sized ? { sized: true } : {}),
    },
    i2i: {
      sizes,
      seconds: 'none',
      prompt: { min, max: 2500 },
      inputs: { referenceImages: { min: 1, max } },
      settings: [],
      ...(more.tiers ? { resolution: ['1k', '2k'] } : {}),
    },
  },
})

/** 1.0 to 2.5. `text` and `image` are size lists; no `text`: pictures only. */
const early = (given: {
  text?: readonly Pair[]
  image: Sizes
  prompts: 'none' | 'needed' | 'free with a picture'
  last?: boolean
}): Page => {
  const prompts = given.prompts !== 'none'
  const base = { seconds: five, guidance: true, negative: prompts, settings: [] }
  const prompt = (optional: boolean) => (prompts ? { prompt: { ...words, ...(optional ? { optional } : {}) } } : {})
  const frames = { frameImages: { min: 1, max: given.last ? 2 : 1 } }
  return {
    task: 'videoInference',
    legacy: true,
    ...(given.last ? { lastFrame: true } : {}),
    flows: {
      ...(given.text ? { t2v: { ...base, ...prompt(false), sizes: given.text, inputs: {} } } : {}),
      i2v: { ...base, ...prompt(given.prompts === 'free with a picture'), sizes: given.image, inputs: frames },
    },
  }
}

const threes = (sizes: readonly Pair[], motion = true): Page => {
  const base = { seconds: { from: 3, to: 15 }, prompt: words, negative: true }
  const shots = ['sound', 'multiPrompt', 'shotType']
  const beside = { referenceImages: { max: 1 }, elements: { max: 3 } }
  const follow = {
    referenceImages: { max: 1 },
    frameImages: { max: 2 },
    elements: { max: 3 },
    referenceVideos: { max: 1 },
  }
  return {
    task: 'videoInference',
    lastFrame: true,
    videosAs: 'strings',
    flows: {
      t2v: { ...base, sizes, inputs: beside, settings: shots },
      i2v: { ...base, sizes: 'none', inputs: { ...beside, frameImages: { max: 2 } }, settings: shots },
      ...(motion
        ? { mc: { ...base, sizes, inputs: follow, settings: ['sound', 'keepOriginalSound', 'characterOrientation'] } }
        : {}),
    },
  }
}

const ones = (sizes: readonly Pair[], fast: boolean): Page => {
  const base = { prompt: words, inputs: {}, settings: [] }
  const kept = ['keepOriginalSound']
  const videos = { referenceImages: { max: 7 }, referenceVideos: { max: 1 } }
  return {
    task: 'videoInference',
    lastFrame: true,
    videosAs: 'strings',
    flows: {
      t2v: { ...base, sizes, seconds: five },
      i2v: { ...base, sizes: 'none', seconds: five, inputs: { frameImages: { max: 2 } } },
      r2v: { ...base, sizes: 'none', seconds: { from: 3, to: 10 }, inputs: videos, settings: kept },
      v2v: {
        ...base,
        sizes: 'none',
        seconds: 'any',
        inputs: { video: { max: 1 }, referenceImages: { max: 4 } },
        settings: fast ? [...kept, 'fast'] : kept,
      },
    },
  }
}

const omni = (sizes: readonly Pair[]): Page => {
  const base = { prompt: words, seconds: { from: 3, to: 15 } }
  const shots = ['sound', 'multiPrompt']
  return {
    task: 'videoInference',
    lastFrame: true,
    videosAs: 'objects',
    promptOrShots: true,
    flows: {
      t2v: { ...base, sizes, inputs: {}, settings: shots },
      i2v: { ...base, sizes: 'none', inputs: { frameImages: { max: 2 } }, settings: shots },
      r2v: {
        ...base,
        sizes,
        inputs: { referenceImages: { max: 7 }, referenceVideos: { max: 1 }, frameImages: { max: 2 } },
        settings: [...shots, 'keepOriginalSound'],
      },
      v2v: {
        ...base,
        sizes: 'none',
        seconds: 'any',
        inputs: { video: { max: 1 }, referenceImages: { max: 4 } },
        settings: ['keepOriginalSound'],
      },
    },
  }
}

const alone = (inputs: Flow['inputs'], settings: readonly string[], prompt: boolean): Page => ({
  task: 'videoInference',
  flows: {
    only: {
      sizes: 'none',
      seconds: 'none',
      inputs,
      settings,
      ...(prompt ? { prompt: { min: 1, max: 2500, optional: true } } : {}),
    },
  },
})
const portrait = { image: { min: 1, max: 1 }, audio: { min: 1, max: 1 } }

const twoSix: Page = {
  task: 'videoInference',
  lastFrame: true,
  videosAs: 'strings',
  flows: {
    t2v: {
      sizes: N1080,
      seconds: five,
      prompt: words,
      negative: true,
      guidance: true,
      inputs: { referenceVoices: { max: 20 } },
      settings: ['sound'],
    },
    i2v: {
      sizes: 'none',
      seconds: five,
      prompt: words,
      negative: true,
      guidance: true,
      inputs: { referenceVoices: { max: 20 }, frameImages: { max: 2 } },
      settings: ['sound'],
    },
    mc: {
      sizes: N1080,
      seconds: five,
      prompt: words,
      negative: true,
      guidance: true,
      inputs: { referenceVoices: { max: 20 }, frameImages: { max: 2 }, referenceVideos: { max: 1 } },
      settings: ['sound', 'keepOriginalSound', 'characterOrientation'],
    },
  },
}

export const pages: Readonly<Record<string, Page>> = {
  'klingai:kling-image@o1': picture([...I1K, ...I2K], 10, 3, { sized: true, tiers: true }),
  'klingai:kling-image@3': picture([...I1K, ...I2K], 1, 1, { tiers: true }),
  'klingai:kling-image@o3': picture([...I1K, ...I2K, ...I4K], 10, 1, {}),
  'klingai:1@1': early({ text: V720, image: V720, prompts: 'free with a picture' }),
  'klingai:1@2': early({ text: V720, image: V720, prompts: 'free with a picture' }),
  'klingai:2@1': early({ image: V720, prompts: 'none' }),
  'klingai:2@2': early({ image: V1080, prompts: 'none' }),
  'klingai:3@1': early({ text: V720, image: V720, prompts: 'free with a picture' }),
  'klingai:3@2': early({ text: V1080, image: V1080, prompts: 'needed' }),
  'klingai:4@3': early({ text: V720, image: V720, prompts: 'free with a picture' }),
  'klingai:5@1': early({ image: V720, prompts: 'none' }),
  'klingai:5@2': early({ image: V1080, prompts: 'none', last: true }),
  'klingai:5@3': early({ text: V1080, image: V1080, prompts: 'free with a picture' }),
  'klingai:6@0': early({ image: 'none', prompts: 'free with a picture' }),
  'klingai:6@1': early({
    text: [...V720, ...V1080],
    image: [...V720, ...V1080],
    prompts: 'free with a picture',
    last: true,
  }),
  'klingai:kling-video@2.6-pro': twoSix,
  'klingai:kling-video@3-standard': threes(N720),
  'klingai:kling-video@3-pro': threes(N1080),
  'klingai:7@1': alone(
    { video: { min: 1, max: 1 }, audio: { min: 1, max: 1 } },
    ['soundVolume', 'originalAudioVolume'],
    false,
  ),
  'klingai:kling@o1-standard': ones(N720, false),
  'klingai:kling@o1': ones(N1080, true),
  'klingai:kling-video@o3-standard': omni(N720),
  'klingai:kling-video@o3-pro': omni(N1080),
  'klingai:avatar@2.0-standard': alone(portrait, [], true),
  'klingai:avatar@2.0-pro': alone(portrait, [], true),
  'klingai:kling-video@3-4k': threes(N2160, false),
  'klingai:kling-video@3.0-turbo': {
    task: 'videoInference',
    flows: {
      t2v: {
        sizes: [...N720, ...N1080],
        seconds: { from: 3, to: 15 },
        prompt: { min: 3, max: 3072 },
        inputs: {},
        settings: [],
      },
      i2v: {
        sizes: 'none',
        seconds: { from: 3, to: 15 },
        prompt: { min: 3, max: 2500 },
        negative: true,
        resolution: ['720p', '1080p'],
        inputs: { frameImages: { min: 1, max: 1 } },
        settings: [],
      },
    },
  },
  'klingai:kling-video@2.6-standard': { task: 'videoInference', flows: {}, unknown: true },
  'klingai:kling-video@o3-4k': { task: 'videoInference', flows: {}, unknown: true },
}
