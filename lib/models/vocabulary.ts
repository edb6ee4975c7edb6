// Every field there is, in the order in which a form shows them. A field of a known kind is one line here.
import type { Kind } from './limits'

type Word = { kind: Kind; label: string; help?: string; place: 'main' | 'more' }

export const vocabulary = {
  frames: { kind: 'frames', label: 'Frames', help: 'The pictures the film starts and ends on', place: 'main' },
  image: { kind: 'asset', label: 'Portrait', help: 'The face that speaks', place: 'main' },
  clothImage: { kind: 'asset', label: 'Clothes', help: 'What the person is to wear', place: 'main' },
  sourceVideo: { kind: 'asset', label: 'Film to change', place: 'main' },
  selection: { kind: 'selection', label: 'Selection', help: 'What is to change in the film', place: 'main' },
  faces: { kind: 'faces', label: 'Who speaks', help: 'A face of the film, and where the sound begins', place: 'main' },
  audio: { kind: 'asset', label: 'Sound', help: 'The speech that the lips follow', place: 'main' },
  referenceImages: {
    kind: 'assets',
    label: 'Reference pictures',
    help: 'People, things and places to keep',
    place: 'main',
  },
  sceneImage: { kind: 'asset', label: 'Scene', help: 'Where it takes place', place: 'main' },
  styleImage: { kind: 'asset', label: 'Style', help: 'How it is drawn', place: 'main' },
  referenceVideos: { kind: 'assets', label: 'Reference films', help: 'Motion or style to follow', place: 'main' },
  elements: { kind: 'elements', label: 'Elements', help: 'Named subjects; write @name in the words', place: 'main' },
  effectScene: { kind: 'name', label: 'Effect', help: 'the provider’s name of the scene', place: 'main' },
  editMode: { kind: 'choice', label: 'What to do', place: 'main' },
  prompt: { kind: 'text', label: 'Words', place: 'main' },
  shots: { kind: 'shots', label: 'Shots', place: 'main' },
  shotType: { kind: 'choice', label: 'Shot type', help: 'How the shots are read by the model', place: 'more' },
  negativePrompt: { kind: 'text', label: 'Leave out', help: 'What must not be seen', place: 'main' },
  voices: { kind: 'voices', label: 'Voices', help: 'Write @voice_1 where the first one speaks', place: 'main' },
  voice: { kind: 'name', label: 'Voice', help: 'the provider’s id of the voice', place: 'main' },
  language: { kind: 'choice', label: 'Language', place: 'main' },
  speed: { kind: 'decimal', label: 'Speed', place: 'main' },
  soundEffects: { kind: 'text', label: 'Noises', help: 'What is heard', place: 'main' },
  music: { kind: 'text', label: 'Music', help: 'What is played', place: 'main' },
  asmr: { kind: 'toggle', label: 'Close to the ear', help: 'finer noises, as in ASMR', place: 'main' },
  mode: { kind: 'choice', label: 'Mode', place: 'main' },
  duration: { kind: 'duration', label: 'Length', place: 'main' },
  sound: { kind: 'toggle', label: 'Sound', help: 'made with the picture', place: 'main' },
  keepOriginalSound: { kind: 'toggle', label: 'Keep the original sound', place: 'main' },
  camera: { kind: 'camera', label: 'Camera', help: 'One movement', place: 'main' },
  brush: { kind: 'brush', label: 'Motion brush', help: 'Areas of the picture and the paths they take', place: 'main' },
  expand: { kind: 'expansion', label: 'Room around', help: 'times the picture’s own side', place: 'main' },
  fast: { kind: 'toggle', label: 'Fast', help: 'quicker, for films of 6–20 s', place: 'main' },
  characterOrientation: { kind: 'choice', label: 'Character faces as in', place: 'main' },
  motionLevel: { kind: 'choice', label: 'Motion tier', place: 'main' },
  offPeak: { kind: 'toggle', label: 'Off-peak', help: 'made later, for less', place: 'main' },
  soundVolume: { kind: 'decimal', label: 'Volume of the new sound', place: 'main' },
  originalAudioVolume: { kind: 'decimal', label: 'Volume of the film’s own sound', place: 'main' },
  size: { kind: 'size', label: 'Size', place: 'main' },
  resolution: { kind: 'choice', label: 'Resolution', place: 'main' },
  resultType: { kind: 'choice', label: 'Result', place: 'main' },
  seriesAmount: { kind: 'choice', label: 'Pictures in the series', place: 'main' },
  imageReference: { kind: 'choice', label: 'Keep of the picture', place: 'main' },
  imageFidelity: { kind: 'decimal', label: 'Closeness to the picture', place: 'more' },
  humanFidelity: { kind: 'decimal', label: 'Closeness to the face', place: 'more' },
  fps: { kind: 'choice', label: 'Frames per second', place: 'main' },
  guidance: {
    kind: 'decimal',
    label: 'Closeness to the words',
    help: 'low is freer, high is more literal',
    place: 'more',
  },
  numberResults: { kind: 'whole', label: 'Results', help: 'each with another seed, each paid', place: 'more' },
  watermark: { kind: 'toggle', label: 'Watermark', help: 'a marked copy beside the film', place: 'more' },
  outputFormat: { kind: 'choice', label: 'File format', place: 'more' },
  outputQuality: { kind: 'whole', label: 'File quality', place: 'more' },
  safetyCheck: { kind: 'toggle', label: 'Check the content', place: 'more' },
  safetyMode: { kind: 'choice', label: 'Content check', place: 'more' },
  ttl: { kind: 'whole', label: 'Keep at the provider', help: 'our own copy stays', place: 'more' },
  uploadEndpoint: {
    kind: 'text',
    label: 'Also send the result to',
    help: 'a presigned address for an HTTP PUT',
    place: 'more',
  },
  extra: {
    kind: 'raw',
    label: 'Carried as it was',
    help: 'from an imported request; the provider may refuse it',
    place: 'more',
  },
} as const satisfies Record<string, Word>

export type FieldId = keyof typeof vocabulary
export type KindOf<F extends FieldId> = (typeof vocabulary)[F]['kind']
export const fieldIds = Object.keys(vocabulary) as FieldId[]

/** Fields that hold a provider's own word. */
export const nameFields = ['effectScene', 'voice'] as const satisfies readonly FieldId[]

export const workflowWords = {
  'text-to-video': 'From words',
  'image-to-video': 'From a picture',
  'reference-to-video': 'From references',
  'video-edit': 'Edit a film',
  'motion-control': 'Motion control',
  'lip-sync': 'Lip sync',
  avatar: 'Avatar',
  'text-to-image': 'From words',
  'image-to-image': 'From pictures',
  extend: 'Make it longer',
  effects: 'Effect',
  'text-to-audio': 'Sound from words',
  'video-to-audio': 'Sound for a film',
  'text-to-speech': 'Speech',
  'reference-to-image': 'From references',
  'image-expand': 'Room around a picture',
  'try-on': 'Try on',
  'image-recognize': 'What is in a picture',
  'multi-angle': 'Other angles',
} as const
export type WorkflowId = keyof typeof workflowWords
export const workflowIds = Object.keys(workflowWords) as WorkflowId[]
