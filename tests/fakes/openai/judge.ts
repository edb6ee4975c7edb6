// What the gateway's page and the service behind it say of a request to create, written anew from the pages.
import { type Bag, bag } from './body'

export type Verdict = { message: string; param: string; code: string }
export type Packing = 'double-string' | 'string' | 'object'

const models: Readonly<Record<string, readonly [number, number]>> = {
  'kling-3.0-omni': [5, 15],
  'kling-2.6': [5, 10],
  'kling-2.5': [5, 10],
}
const no = (param: string, message: string, code = 'invalid_value'): Verdict => ({ param, message, code })
const oneOf = (value: unknown, param: string, all: readonly string[]): Verdict[] =>
  value === undefined || all.includes(String(value)) ? [] : [no(param, `${param} must be one of ${all.join(', ')}`)]
const address = (value: unknown) => typeof value === 'string' && /^(https?:\/\/|file:)/.test(value)
const asked = (value: unknown, param: string): Verdict[] =>
  value === undefined || address(value) ? [] : [no(param, `${param} must be a URL`)]

/** @param packing how this gateway wants the extras. */
export function judge(body: Bag, packing: Packing): Verdict[] {
  const metadata = bag(body.metadata)
  const output = bag(metadata.output_config)
  const name = String(body.model).toLowerCase()
  const model = Object.keys(models).find((one) => name === one || name.startsWith(`${one}-`))
  if (typeof body.model !== 'string' || !model) return [no('model', 'model is not supported', 'model_not_found')]
  const scene = metadata.scene_type
  const { extras, wrong } = unpacked(metadata.ext_info, packing)
  return [
    ...seconds(body, output, models[model] ?? [0, 0]),
    ...oneOf(output.resolution, 'metadata.output_config.resolution', ['720P', '1080P']),
    ...oneOf(output.aspect_ratio, 'metadata.output_config.aspect_ratio', ['16:9', '9:16', '1:1']),
    ...oneOf(output.audio_generation, 'metadata.output_config.audio_generation', ['Enabled', 'Disabled']),
    ...oneOf(scene, 'metadata.scene_type', ['motion_control', 'avatar_i2v', 'lip_sync', 'template_effect']),
    ...oneOf(metadata.motion_level, 'metadata.motion_level', ['std', 'pro']),
    ...(metadata.offpeak === undefined || typeof metadata.offpeak === 'boolean'
      ? []
      : [no('metadata.offpeak', 'offpeak must be a boolean')]),
    ...asked(body.image, 'image'),
    ...asked(metadata.last_frame_url, 'metadata.last_frame_url'),
    ...asked(metadata.video_url, 'metadata.video_url'),
    ...(metadata.last_frame_url !== undefined && !pictured(body, metadata)
      ? [no('metadata.last_frame_url', 'last frame requires first frame')]
      : []),
    ...files(metadata.file_infos),
    ...wrong,
    ...ofScene(scene, body, metadata, extras),
    ...shots(extras, body, model),
  ]
}

const pictured = (body: Bag, metadata: Bag) => body.image !== undefined || metadata.file_infos !== undefined

function seconds({ seconds: said }: Bag, output: Bag, [min, max]: readonly [number, number]): Verdict[] {
  if (said !== undefined && (typeof said !== 'string' || !/^\d+$/.test(said)))
    return [no('seconds', 'seconds must be a string of digits')]
  const { duration } = output
  if (duration !== undefined && !Number.isInteger(duration))
    return [no('metadata.output_config.duration', 'duration must be an integer')]
  if (said !== undefined && duration !== undefined && Number(said) !== duration)
    return [no('seconds', 'seconds and duration differ')]
  const length = said ?? duration
  return length === undefined || (Number(length) >= min && Number(length) <= max)
    ? []
    : [no('seconds', `seconds must lie between ${min} and ${max}`)]
}

function files(list: unknown): Verdict[] {
  const at = 'metadata.file_infos'
  if (list === undefined) return []
  if (!Array.isArray(list)) return [no(at, 'file_infos must be an array')]
  const used = list.filter((one) => bag(one).usage !== undefined).length
  return [
    ...(used > 0 && used < list.length ? [no(at, 'if usage is used, every item needs it')] : []),
    ...list.flatMap((one, i) => {
      const { type, category, url, file_id: file, usage } = bag(one)
      const said = type === 'Url' ? address(url) : type === 'File' && typeof file === 'string'
      return [
        ...(said ? [] : [no(`${at}.${i}`, 'type Url needs url, type File needs file_id')]),
        ...oneOf(category, `${at}.${i}.category`, ['Image', 'Video']),
        ...oneOf(usage, `${at}.${i}.usage`, ['FirstFrame', 'Reference']),
      ]
    }),
  ]
}

function unpacked(value: unknown, packing: Packing): { extras: Bag; wrong: Verdict[] } {
  const at = 'metadata.ext_info'
  if (value === undefined) return { extras: {}, wrong: [] }
  const wrong = [no(at, `ext_info must be packed as ${packing}`)]
  if ((typeof value === 'string') === (packing === 'object')) return { extras: {}, wrong }
  try {
    const outer = bag(typeof value === 'string' ? JSON.parse(value) : value)
    if (packing !== 'double-string') return { extras: outer, wrong: 'AdditionalParameters' in outer ? wrong : [] }
    if (typeof outer.AdditionalParameters !== 'string') return { extras: {}, wrong }
    return { extras: bag(JSON.parse(outer.AdditionalParameters)), wrong: [] }
  } catch {
    return { extras: {}, wrong }
  }
}

function ofScene(scene: unknown, body: Bag, metadata: Bag, extras: Bag): Verdict[] {
  const films = Array.isArray(metadata.file_infos) && metadata.file_infos.some((one) => bag(one).category === 'Video')
  if (scene === 'motion_control')
    return [
      ...(pictured(body, metadata) ? [] : [no('image', 'motion control needs an image')]),
      ...(metadata.video_url !== undefined || films ? [] : [no('metadata.video_url', 'motion control needs a video')]),
      ...oneOf(extras.keep_original_sound, 'metadata.ext_info.keep_original_sound', ['yes', 'no']),
      ...oneOf(extras.character_orientation, 'metadata.ext_info.character_orientation', ['image', 'video']),
    ]
  if (scene === 'avatar_i2v')
    return [
      ...(pictured(body, metadata) ? [] : [no('image', 'avatar needs an image')]),
      ...((extras.sound_file === undefined) === (extras.audio_id === undefined)
        ? [no('metadata.ext_info', 'avatar needs sound_file or audio_id, one of them')]
        : []),
    ]
  const refers = metadata.file_infos !== undefined || metadata.video_url !== undefined || body.image !== undefined
  return scene !== undefined || refers || body.prompt || extras.multi_shot === true
    ? []
    : [no('prompt', 'prompt is required', 'missing_required_parameter')]
}

function shots(extras: Bag, { seconds: said }: Bag, model: string): Verdict[] {
  const at = 'metadata.ext_info'
  const { multi_shot: on, shot_type: type, multi_prompt: list } = extras
  if (on !== true) return type === undefined && list === undefined ? [] : [no(at, 'multi_shot must be true')]
  if (model !== 'kling-3.0-omni') return [no(at, 'multi_shot needs Kling-3.0-Omni')]
  if (type === 'intelligence') return list === undefined ? [] : [no(at, 'intelligence takes no multi_prompt')]
  if (type !== 'customize' || !Array.isArray(list)) return [no(at, 'customize needs multi_prompt')]
  const total = list.reduce<number>((sum, one) => sum + Number(bag(one).duration), 0)
  return [
    ...(list.length < 1 || list.length > 6 ? [no(at, '1 to 6 shots')] : []),
    ...list.flatMap((one, i) => {
      const { index, prompt, duration } = bag(one)
      const fine =
        index === i + 1 && typeof prompt === 'string' && typeof duration === 'string' && Number(duration) >= 1
      return fine && [...prompt].length <= 512 ? [] : [no(`${at}.multi_prompt.${i}`, 'a shot is wrong')]
    }),
    ...(said !== undefined && total !== Number(said) ? [no(at, 'the shots must add up to seconds')] : []),
  ]
}
