// What Runware calls each field: what is carried along from an import may not say the same twice.
import type { Fields } from '../../row'
import type { FieldId } from '../../vocabulary'

const kling = (key: string) => `providerSettings.klingai.${key}` as const

const words = {
  prompt: ['positivePrompt'],
  negativePrompt: ['negativePrompt'],
  shots: [`${kling('multiPrompt')}.*.prompt`, `${kling('multiPrompt')}.*.duration`],
  shotType: [kling('shotType')],
  duration: ['duration'],
  size: ['width', 'height'],
  resolution: ['resolution'],
  guidance: ['CFGScale'],
  frames: ['image', 'inputImage', 'frame'].flatMap((key) => [`inputs.frameImages.*.${key}`, `frameImages.*.${key}`]),
  referenceImages: ['inputs.referenceImages'],
  referenceVideos: ['inputs.referenceVideos.*.video', 'inputs.referenceVideos.*.referType'],
  sourceVideo: ['inputs.video'],
  image: ['inputs.image'],
  audio: ['inputs.audio'],
  voices: ['inputs.referenceVoices'],
  elements: ['id', 'description', 'frontalImage', 'images', 'videos', 'voices', 'voice', 'tags'].map(
    (key) => `inputs.elements.*.${key}`,
  ),
  sound: [kling('sound')],
  keepOriginalSound: [kling('keepOriginalSound')],
  characterOrientation: [kling('characterOrientation')],
  fast: [kling('fast')],
  soundVolume: [kling('soundVolume')],
  originalAudioVolume: [kling('originalAudioVolume')],
  numberResults: ['numberResults'],
  outputFormat: ['outputFormat'],
  outputQuality: ['outputQuality'],
  safetyCheck: ['safety.checkContent'],
  safetyMode: ['safety.mode'],
  ttl: ['ttl'],
  uploadEndpoint: ['uploadEndpoint'],
} as const satisfies { readonly [F in FieldId]?: readonly string[] }

/** What the studio itself says in every task. */
export const ours = [
  'taskType',
  'taskUUID',
  'model',
  'deliveryMethod',
  'outputType',
  'includeCost',
  'webhookURL',
] as const

/** The paths that a workflow's own fields fill. */
export const taken = (fields: Fields): string[] => [
  ...ours,
  ...Object.entries(words).flatMap(([field, paths]) => (field in fields ? paths : [])),
]
