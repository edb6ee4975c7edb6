// Kling's addresses: which order goes where, and in which words.
import type { Issue } from '../../errors'
import type { Bag, Cell } from '../wire'
import { either, flag, id, idOrFile, made, mediaList, medium, number, same, seconds } from './cell'
import { face, foldFace, unfoldFace } from './face'
import { brush, camera } from './move'
import { contents, told } from './newer'
import { effectInput, expansion, foldExpansion, unfoldExpansion } from './picture'
import { type ElementName, elements, imageList, videoList, voices } from './reference'
import { multi } from './shot'

export type Endpoint = {
  path: string
  cells: (nameOf: ElementName) => readonly Cell[]
  /** How the model is said: in the body, in the path alone, or not at all. */
  model: 'body' | 'path' | 'none'
  /** The default of `model_name` as documented, where it is a model that still runs. */
  default?: string
  /** Where the name of the order and the callback stand; a synchronous one has neither. */
  envelope: 'top' | 'options' | 'none'
  /** Pairs of names of which one may be used. */
  one?: readonly (readonly [string, string])[]
  fold?: (body: Bag) => { body: Bag; issues: Issue[] }
  unfold?: (body: Bag) => Bag
}

const told2 = [same('prompt', 'prompt'), same('negativePrompt', 'negative_prompt')] as const
const mode = same('mode', 'mode')
const length = seconds('duration', 'duration')
const watermark = flag('watermark', 'watermark_info.enabled')
const shape = same('aspectRatio', 'aspect_ratio')
const sound = either('sound', 'sound', 'on', 'off')
const count = number('numberResults', 'n')
const resolution = same('resolution', 'resolution')
const film = idOrFile('sourceVideo', 'video_id', 'video_url')
const speech = idOrFile('audio', 'audio_id', 'sound_file')
const speechPair = [['audio_id', 'sound_file']] as const
const filmPair = [['video_id', 'video_url']] as const
const generated = [...multi, ...told2, sound, number('guidance', 'cfg_scale'), mode, camera] as const

const post = (path: string, cells: Endpoint['cells'], more: Partial<Endpoint> = {}): Endpoint => ({
  path,
  cells,
  model: 'body',
  envelope: 'top',
  ...more,
})

export const endpoints = {
  text2video: post('/v1/videos/text2video', () => [...generated, shape, length, watermark]),
  image2video: post('/v1/videos/image2video', (nameOf) => [
    medium('firstFrame', 'image'),
    medium('lastFrame', 'image_tail'),
    ...generated,
    elements(nameOf),
    voices,
    ...brush,
    length,
    watermark,
  ]),
  omni: post(
    '/v1/videos/omni-video',
    (nameOf) => [
      ...multi,
      same('prompt', 'prompt'),
      imageList,
      elements(nameOf),
      videoList,
      sound,
      number('guidance', 'cfg_scale'),
      mode,
      shape,
      length,
      watermark,
    ],
    { default: 'kling-video-o1' },
  ),
  references: post(
    '/v1/videos/multi-image2video',
    () => [mediaList('referenceImages', 'image_list', 'image'), ...told2, mode, length, shape, watermark],
    { default: 'kling-v1-6' },
  ),
  motion: post(
    '/v1/videos/motion-control',
    (nameOf) => [
      medium('firstFrame', 'image_url'),
      { ...medium('referenceVideos', 'video_url'), ...one('referenceVideos', 'video_url') },
      same('characterOrientation', 'character_orientation'),
      mode,
      either('keepOriginalSound', 'keep_original_sound', 'yes', 'no'),
      same('prompt', 'prompt'),
      elements(nameOf),
      watermark,
    ],
    { default: 'kling-v2-6' },
  ),
  edit: post(
    '/v1/videos/multi-elements',
    () => [
      id('selection', 'session_id'),
      same('editMode', 'edit_mode'),
      mediaList('referenceImages', 'image_list', 'image'),
      ...told2,
      mode,
      length,
      watermark,
    ],
    { default: 'kling-v1-6' },
  ),
  extend: post(
    '/v1/videos/video-extend',
    () => [made('sourceVideo', 'video_id'), ...told2, number('guidance', 'cfg_scale'), watermark],
    { model: 'none' },
  ),
  lips: post(
    '/v1/videos/advanced-lip-sync',
    () => [
      face,
      ...speech,
      number('soundVolume', 'sound_volume'),
      number('originalAudioVolume', 'original_audio_volume'),
      watermark,
    ],
    { model: 'none', one: speechPair, fold: foldFace, unfold: unfoldFace },
  ),
  avatar: post(
    '/v1/videos/avatar/image2video',
    () => [medium('image', 'image'), ...speech, same('prompt', 'prompt'), mode, watermark],
    { model: 'none', one: speechPair },
  ),
  effects: post('/v1/videos/effects', () => [same('effectScene', 'effect_scene'), effectInput], { model: 'none' }),
  noise: post('/v1/audio/text-to-audio', () => [same('prompt', 'prompt'), number('duration', 'duration')], {
    model: 'none',
  }),
  filmNoise: post(
    '/v1/audio/video-to-audio',
    () => [
      ...film,
      same('soundEffects', 'sound_effect_prompt'),
      same('music', 'bgm_prompt'),
      flag('asmr', 'asmr_mode'),
    ],
    { model: 'none', one: filmPair },
  ),
  speech: post(
    '/v1/audio/tts',
    () => [
      same('prompt', 'text'),
      id('voice', 'voice_id'),
      same('language', 'voice_language'),
      number('speed', 'voice_speed'),
    ],
    { model: 'none', envelope: 'none' },
  ),
  images: post('/v1/images/generations', (nameOf) => [
    ...told2,
    { ...medium('referenceImages', 'image'), ...one('referenceImages', 'image') },
    same('imageReference', 'image_reference'),
    number('imageFidelity', 'image_fidelity'),
    number('humanFidelity', 'human_fidelity'),
    elements(nameOf),
    resolution,
    count,
    shape,
    watermark,
  ]),
  omniImages: post(
    '/v1/images/omni-image',
    (nameOf) => [
      same('prompt', 'prompt'),
      mediaList('referenceImages', 'image_list', 'image'),
      elements(nameOf),
      resolution,
      same('resultType', 'result_type'),
      count,
      number('seriesAmount', 'series_amount'),
      shape,
      watermark,
    ],
    { default: 'kling-image-o1' },
  ),
  subjects: post(
    '/v1/images/multi-image2image',
    () => [
      mediaList('referenceImages', 'subject_image_list', 'subject_image'),
      medium('sceneImage', 'scene_image'),
      medium('styleImage', 'style_image'),
      same('prompt', 'prompt'),
      count,
      shape,
      watermark,
    ],
    { default: 'kling-v2-1' },
  ),
  expand: post(
    '/v1/images/editing/expand',
    () => [medium('image', 'image'), expansion, same('prompt', 'prompt'), count, watermark],
    { model: 'none', fold: foldExpansion, unfold: unfoldExpansion },
  ),
  angles: post('/v1/general/ai-multi-shot', () => [medium('image', 'element_frontal_image'), watermark], {
    model: 'none',
  }),
  tryOn: post('/v1/images/kolors-virtual-try-on', () => [
    medium('image', 'human_image'),
    medium('clothImage', 'cloth_image'),
    watermark,
  ]),
  recognize: post('/v1/videos/image-recognize', () => [medium('image', 'image')], { model: 'none', envelope: 'none' }),
  turboWords: post(
    '/text-to-video/kling-3.0-turbo',
    () => [
      told('prompt'),
      same('resolution', 'settings.resolution'),
      same('aspectRatio', 'settings.aspect_ratio'),
      number('duration', 'settings.duration'),
      flag('watermark', 'options.watermark_info.enabled'),
    ],
    { model: 'path', envelope: 'options' },
  ),
  turboPicture: post(
    '/image-to-video/kling-3.0-turbo',
    () => [
      contents,
      same('resolution', 'settings.resolution'),
      number('duration', 'settings.duration'),
      flag('watermark', 'options.watermark_info.enabled'),
    ],
    { model: 'path', envelope: 'options' },
  ),
} as const satisfies Record<string, Endpoint>
export type EndpointId = keyof typeof endpoints
export const endpointIds = Object.keys(endpoints) as EndpointId[]

/** A list of ours of which the provider takes one. */
function one(
  key: 'referenceVideos' | 'referenceImages',
  at: string,
): Pick<Cell, 'write' | 'take' | 'outward' | 'inward'> {
  const single = medium('image', at)
  return {
    write: ({ [key]: list }, media) => (list?.[0] ? single.write({ image: list[0] }, media) : undefined),
    take: (value) => {
      const { input, ...told } = single.take(value)
      return input?.image ? { ...told, input: { [key]: [input.image] } } : told
    },
    outward: () => [],
    inward: () => [key, '0'],
  }
}
