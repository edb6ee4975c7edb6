// What a gateway calls each field: what is carried along from an import may not say the same twice.
import type { Fields } from '../../row'
import type { FieldId } from '../../vocabulary'

const output = (key: string) => `metadata.output_config.${key}`
export const packed = 'metadata.ext_info'
/** The extras as they are once unpacked; how they are packed is the gateway's setting. */
export const native = `${packed}.AdditionalParameters`

const words = {
  prompt: ['prompt'],
  duration: ['seconds', output('duration')],
  resolution: [output('resolution')],
  size: [output('aspect_ratio')],
  sound: [output('audio_generation')],
  offPeak: ['metadata.offpeak'],
  motionLevel: ['metadata.motion_level'],
  frames: ['image', 'metadata.last_frame_url'],
  image: ['image'],
  referenceVideos: ['metadata.video_url'],
  shots: [`${native}.multi_prompt`],
  shotType: [`${native}.shot_type`],
  elements: [`${native}.element_list`],
  keepOriginalSound: [`${native}.keep_original_sound`],
  characterOrientation: [`${native}.character_orientation`],
  audio: [`${native}.sound_file`, `${native}.audio_id`],
} as const satisfies { readonly [F in FieldId]?: readonly string[] }

/** The paths that a workflow's own fields fill. */
export const taken = (fields: Fields, scene: boolean): string[] => [
  ...Object.entries(words).flatMap(([field, paths]) => (field in fields ? paths : [])),
  ...('referenceImages' in fields ? [scene ? 'image' : 'metadata.file_infos'] : []),
  ...(scene ? ['metadata.scene_type'] : []),
]
