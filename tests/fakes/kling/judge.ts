// Judges a request by the pages, and names the field that it refuses: the texts of a 1201.
import { shapesOf, timesOf } from './look'
import { imageModels, imageShapes, omniImageModels, omniPages, type Page, shapes, videoPages } from './page'
import { type Bag, bag, bags, number, text, yes } from './shape'

const many = (value: unknown) => bags(value).length

/** A picture or a sound: an address, or raw Base64. */
function inline(body: Bag, field: string, value = body[field]): string[] {
  if (value === undefined) return []
  if (typeof value !== 'string') return [`${field} is not a string`]
  if (/^https?:\/\//.test(value)) return []
  if (/^data:/.test(value)) return [`${field} must be base64 without a prefix`]
  return /^[A-Za-z0-9+/]+={0,2}$/.test(value) ? [] : [`${field} is neither an url nor base64`]
}
const film = (field: string, value: unknown): string[] =>
  typeof value === 'string' && /^https?:\/\//.test(value) ? [] : [`${field} must be an url`]

const longest = (body: Bag, field: string, most: number) =>
  (text(body[field])?.length ?? 0) > most ? [`${field} is longer than ${most} characters`] : []
const among = (body: Bag, field: string, choices: readonly string[]) =>
  body[field] === undefined || choices.includes(String(body[field]))
    ? []
    : [`${field} must be one of ${choices.join(', ')}`]
const needed = (body: Bag, ...fields: string[]) =>
  fields.flatMap((field) => (body[field] === undefined ? [`${field} is required`] : []))
const oneOf = (body: Bag, a: string, b: string) =>
  (body[a] === undefined) === (body[b] === undefined) ? [`exactly one of ${a} and ${b} is needed`] : []

function shots(body: Bag, allowed: boolean, seconds: number): string[] {
  const list = bags(body.multi_prompt)
  if (!yes(body.multi_shot))
    return [
      ...(body.multi_prompt === undefined ? [] : ['multi_prompt is invalid without multi_shot']),
      ...(body.shot_type === undefined ? [] : ['shot_type is invalid without multi_shot']),
      ...needed(body, 'prompt'),
    ]
  if (!allowed) return ['multi_shot is not supported by the current model']
  if (body.shot_type === 'intelligence')
    return [...needed(body, 'prompt'), ...(list.length ? ['multi_prompt is invalid with intelligence'] : [])]
  if (body.shot_type !== 'customize') return ['shot_type must be one of customize, intelligence']
  if (list.length < 1 || list.length > 6) return ['multi_prompt needs 1 to 6 shots']
  const sum = list.reduce((total, one) => total + number(one.duration), 0)
  return [
    ...list.flatMap((one, at) => [
      ...(number(one.index) === at + 1 ? [] : [`multi_prompt[${at}].index must be ${at + 1}`]),
      ...((text(one.prompt) ?? '').length > 512 ? [`multi_prompt[${at}].prompt is longer than 512 characters`] : []),
      ...(number(one.duration) >= 1 ? [] : [`multi_prompt[${at}].duration must be at least 1`]),
    ]),
    ...(sum === seconds ? [] : ['the durations of multi_prompt must add up to duration']),
  ]
}

function camera(body: Bag, page: Page, pictured: boolean, mode: string, seconds: number): string[] {
  if (body.camera_control === undefined) return []
  const { type, config } = bag(body.camera_control)
  const able = pictured ? page.camera?.picture && mode === 'pro' : page.camera?.words && mode === 'std'
  if (!able || seconds !== 5) return ['camera_control is not supported by the current model']
  const kinds = pictured ? ['simple'] : ['simple', 'down_back', 'forward_up', 'right_turn_forward', 'left_turn_forward']
  if (!kinds.includes(String(type))) return [`camera_control.type must be one of ${kinds.join(', ')}`]
  if (type !== 'simple') return config === undefined ? [] : ['camera_control.config must be empty']
  const values = Object.values(bag(config)).map(number)
  if (values.some((value) => !(Math.abs(value) <= 10))) return ['camera_control.config must lie in [-10, 10]']
  return values.filter((value) => value !== 0).length === 1 ? [] : ['camera_control.config needs exactly one value']
}

function brush(body: Bag, page: Page, mode: string, seconds: number): string[] {
  const masks = bags(body.dynamic_masks)
  if (!masks.length && body.static_mask === undefined) return []
  if (!page.brush?.includes(mode) || seconds !== 5) return ['dynamic_masks is not supported by the current model']
  return [
    ...shapesOf(body),
    ...inline(body, 'static_mask'),
    ...(masks.length > 6 ? ['dynamic_masks takes at most 6'] : []),
    ...masks.flatMap((one, at) => {
      const points = bags(one.trajectories)
      const whole = points.every(({ x, y }) => Number.isInteger(number(x)) && Number.isInteger(number(y)))
      return [
        ...inline(one, 'mask'),
        ...(points.length < 2 || points.length > 77 || !whole
          ? [`dynamic_masks[${at}].trajectories needs 2 to 77 points`]
          : []),
      ]
    }),
  ]
}

function generated(body: Bag, pictured: boolean): string[] {
  const name = String(body.model_name ?? 'kling-v1')
  const page = videoPages[name]
  if (!page) return [`model_name is not valid: ${name}`]
  if (name === 'kling-v1') return ['model kling-v1 has been discontinued']
  const mode = String(body.mode ?? 'std')
  if (page.plain && body.mode !== undefined) return ['mode is not supported by the current model']
  const tail = body.image_tail !== undefined
  const [what, times] = !pictured
    ? (['text2video', page.words] as const)
    : body.image === undefined
      ? (['image_tail alone', page.end] as const)
      : tail
        ? (['image_tail', page.both] as const)
        : (['image2video', page.picture] as const)
  const seconds = number(body.duration ?? '5')
  if (pictured && body.image === undefined && !tail) return ['at least one of image and image_tail is needed']
  if (!times?.[mode]?.includes(seconds))
    return [`model/mode/duration(${name}/${mode}/${body.duration ?? 5}) is not supported with ${what}`]
  const groups = [
    tail,
    many(body.dynamic_masks) > 0 || body.static_mask !== undefined,
    body.camera_control !== undefined,
  ]
  const elements = many(body.element_list)
  const voices = many(body.voice_list)
  return [
    ...(groups.filter(Boolean).length > 1 ? ['image_tail, dynamic_masks and camera_control exclude each other'] : []),
    ...longest(body, 'prompt', 2500),
    ...longest(body, 'negative_prompt', 2500),
    ...shots(body, page.multi === true, seconds),
    ...inline(body, 'image'),
    ...inline(body, 'image_tail'),
    ...(pictured
      ? body.aspect_ratio === undefined
        ? []
        : ['aspect_ratio is not supported']
      : among(body, 'aspect_ratio', shapes)),
    ...among(body, 'sound', ['on', 'off']),
    ...(body.sound === 'on' && (!page.sound?.includes(mode) || (tail && name === 'kling-v2-6'))
      ? ['sound is not supported by the current model']
      : []),
    ...(body.cfg_scale !== undefined && !page.guidance ? ['cfg_scale is not supported by the current model'] : []),
    ...(elements > (pictured ? (page.elements ?? 0) : 0) ? ['element_list is not supported by the current model'] : []),
    ...(voices > 0 && !(pictured && page.voices?.includes(mode))
      ? ['voice_list is not supported by the current model']
      : []),
    ...(voices > 2 ? ['voice_list takes at most 2'] : []),
    ...(voices > 0 && body.sound !== 'on' ? ['voice_list needs sound on'] : []),
    ...(voices > 0 && elements > 0 ? ['element_list and voice_list exclude each other'] : []),
    ...camera(body, page, pictured, mode, seconds),
    ...brush(body, page, mode, seconds),
  ]
}

function omni(body: Bag): string[] {
  const name = String(body.model_name ?? 'kling-video-o1')
  const page = omniPages[name]
  if (!page) return [`model_name is not valid: ${name}`]
  const films = bags(body.video_list)
  const pictures = bags(body.image_list)
  const elements = many(body.element_list)
  const base = films.some(({ refer_type: type = 'base' }) => type === 'base')
  const first = pictures.some(({ type }) => type === 'first_frame')
  const last = pictures.some(({ type }) => type === 'end_frame')
  const seconds = number(body.duration ?? '5')
  return [
    ...(page.modes.includes(String(body.mode ?? 'pro')) ? [] : ['mode is not supported by the current model']),
    ...(base || (Number.isInteger(seconds) && seconds >= 3 && seconds <= page.longest)
      ? []
      : ['duration is not supported by the current model']),
    ...longest(body, 'prompt', 2500),
    ...shots(body, page.multi, seconds),
    ...(films.length > 1 ? ['video_list takes at most 1'] : []),
    ...films.flatMap((one) => [
      ...film('video_url', one.video_url),
      ...among(one, 'refer_type', ['base', 'feature']),
      ...among(one, 'keep_original_sound', ['yes', 'no']),
    ]),
    ...pictures.flatMap((one) => [
      ...needed(one, 'image_url'),
      ...inline(one, 'image_url'),
      ...among(one, 'type', ['first_frame', 'end_frame']),
    ]),
    ...(last && !first ? ['image_list: end_frame needs a first_frame'] : []),
    ...(base && (first || last) ? ['image_list: frames are not supported with a video to edit'] : []),
    ...(pictures.length + elements > (films.length ? 4 : 7) ? ['image_list and element_list take too many'] : []),
    ...among(body, 'sound', ['on', 'off']),
    ...(body.sound === 'on' && (!page.sound || films.length) ? ['sound is not supported by the current model'] : []),
    ...(!first && !base ? needed(body, 'aspect_ratio') : []),
    ...among(body, 'aspect_ratio', shapes),
  ]
}

function motion(body: Bag): string[] {
  return [
    ...among(body, 'model_name', ['kling-v2-6', 'kling-v3']),
    ...needed(body, 'image_url', 'video_url', 'character_orientation', 'mode'),
    ...inline(body, 'image_url'),
    ...(body.video_url === undefined ? [] : film('video_url', body.video_url)),
    ...among(body, 'character_orientation', ['image', 'video']),
    ...among(body, 'mode', ['std', 'pro']),
    ...among(body, 'keep_original_sound', ['yes', 'no']),
    ...longest(body, 'prompt', 2500),
    ...(many(body.element_list) > 1 ? ['element_list takes at most 1'] : []),
  ]
}

const images = (body: Bag, models: readonly string[]) => [
  ...among(body, 'model_name', models),
  ...needed(body, 'prompt'),
  ...longest(body, 'prompt', 2500),
  ...inline(body, 'image'),
  ...(body.n === undefined || (number(body.n) >= 1 && number(body.n) <= 9) ? [] : ['n must lie between 1 and 9']),
  ...(body.image !== undefined && body.negative_prompt !== undefined
    ? ['negative_prompt is not supported with image']
    : []),
]

function element(body: Bag): string[] {
  const { frontal_image: front, refer_images: more } = bag(body.element_image_list)
  const list = bags(more)
  const films = bags(bag(body.element_video_list).refer_videos)
  return [
    ...needed(body, 'element_name', 'reference_type'),
    ...longest(body, 'element_name', 20),
    ...longest(body, 'element_description', 100),
    ...among(body, 'reference_type', ['video_refer', 'image_refer']),
    ...(body.reference_type === 'image_refer'
      ? [
          ...inline({ frontal_image: front }, 'frontal_image'),
          ...(front === undefined ? ['frontal_image is required'] : []),
          ...(list.length < 1 || list.length > 3 ? ['refer_images needs 1 to 3'] : []),
          ...list.flatMap((one) => inline(one, 'image_url')),
        ]
      : films.length === 1
        ? film('video_url', films[0]?.video_url)
        : ['refer_videos needs one']),
    ...bags(body.tag_list).flatMap((one) => (/^o_10[1-8]$/.test(String(one.tag_id)) ? [] : ['tag_id is not known'])),
  ]
}

const turbo = (body: Bag, pictured: boolean): string[] => {
  const settings = bag(body.settings)
  const prompts = bags(body.contents).filter(({ type }) => type === 'prompt')
  const frames = bags(body.contents).filter(({ type }) => type === 'first_frame')
  const seconds = settings.duration ?? 5
  return [
    ...(pictured
      ? [
          ...(frames.length === 1 ? inline({ url: frames[0]?.url }, 'url') : ['contents needs one first_frame']),
          ...(prompts.length > 1 ? ['contents takes one prompt'] : []),
        ]
      : needed(body, 'prompt')),
    ...(typeof seconds === 'number' && Number.isInteger(seconds) && seconds >= 3 && seconds <= 15
      ? []
      : ['settings.duration must be an integer from 3 to 15']),
    ...among(settings, 'resolution', ['720p', '1080p']),
    ...(pictured ? [] : among(settings, 'aspect_ratio', shapes)),
  ]
}

const judges: Readonly<Record<string, (body: Bag) => string[]>> = {
  '/v1/videos/text2video': (body) => generated(body, false),
  '/v1/videos/image2video': (body) => generated(body, true),
  '/v1/videos/omni-video': omni,
  '/v1/videos/motion-control': motion,
  '/v1/videos/multi-image2video': (body) => [
    ...among(body, 'model_name', ['kling-v1-6']),
    ...needed(body, 'prompt'),
    ...(many(body.image_list) >= 1 && many(body.image_list) <= 4 ? [] : ['image_list needs 1 to 4']),
    ...bags(body.image_list).flatMap((one) => [...needed(one, 'image'), ...inline(one, 'image')]),
  ],
  '/v1/videos/multi-elements': (body) => [
    ...needed(body, 'session_id', 'edit_mode'),
    ...among(body, 'edit_mode', ['addition', 'swap', 'removal']),
  ],
  '/v1/videos/video-extend': (body) => needed(body, 'video_id'),
  '/v1/videos/advanced-lip-sync': (body) => [
    ...needed(body, 'session_id'),
    ...(many(body.face_choose) === 1 ? [] : ['face_choose needs one face']),
    ...bags(body.face_choose).flatMap((one) => [
      ...needed(one, 'face_id', 'sound_start_time', 'sound_end_time', 'sound_insert_time'),
      ...oneOf(one, 'audio_id', 'sound_file'),
      ...inline(one, 'sound_file'),
      ...timesOf(one),
    ]),
  ],
  '/v1/videos/avatar/image2video': (body) => [
    ...needed(body, 'image'),
    ...inline(body, 'image'),
    ...oneOf(body, 'audio_id', 'sound_file'),
    ...among(body, 'mode', ['std', 'pro']),
  ],
  '/v1/videos/effects': (body) => [...needed(body, 'effect_scene', 'input')],
  '/v1/audio/text-to-audio': (body) => [
    ...needed(body, 'prompt', 'duration'),
    ...longest(body, 'prompt', 200),
    ...(number(body.duration) >= 3 && number(body.duration) <= 10 ? [] : ['duration must lie between 3 and 10']),
  ],
  '/v1/audio/video-to-audio': (body) => oneOf(body, 'video_id', 'video_url'),
  '/v1/audio/tts': (body) => [
    ...needed(body, 'text', 'voice_id', 'voice_language'),
    ...longest(body, 'text', 1000),
    ...among(body, 'voice_language', ['zh', 'en']),
  ],
  '/v1/videos/identify-face': (body) => oneOf(body, 'video_id', 'video_url'),
  '/v1/videos/image-recognize': (body) => [...needed(body, 'image'), ...inline(body, 'image')],
  '/v1/images/generations': (body) => [
    ...images(body, imageModels),
    ...among(body, 'resolution', ['1k', '2k']),
    ...among(body, 'aspect_ratio', imageShapes),
  ],
  '/v1/images/omni-image': (body) => [
    ...images(body, omniImageModels),
    ...among(body, 'aspect_ratio', [...imageShapes, 'auto']),
  ],
  '/v1/images/multi-image2image': (body) => needed(body, 'subject_image_list'),
  '/v1/images/editing/expand': (body) => [...needed(body, 'image'), ...inline(body, 'image')],
  '/v1/images/kolors-virtual-try-on': (body) => needed(body, 'human_image', 'cloth_image'),
  '/v1/general/ai-multi-shot': (body) => needed(body, 'element_frontal_image'),
  '/v1/general/custom-voices': (body) => [
    ...needed(body, 'voice_name'),
    ...longest(body, 'voice_name', 20),
    ...oneOf(body, 'voice_url', 'video_id'),
    ...(body.voice_url === undefined ? [] : film('voice_url', body.voice_url)),
  ],
  '/v1/general/advanced-custom-elements': element,
  '/text-to-video/kling-3.0-turbo': (body) => turbo(body, false),
  '/image-to-video/kling-3.0-turbo': (body) => turbo(body, true),
}

/** Every reason why it is refused. The old field `model` counts as no model. */
export const judge = (path: string, body: Bag): string[] => judges[path]?.(body) ?? []
export const isKnown = (path: string) => Object.hasOwn(judges, path)
