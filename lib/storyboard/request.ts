// A provider's request, already in the studio's words, as a board: its shots word for word, and what a board has no place for.
import type { Input, InputKey } from '../models/input'
import type { ProviderId } from '../models/row'
import { type FieldId, fieldIds, vocabulary } from '../models/vocabulary'
import type { NewBoard } from './storyboard'

type Given = { provider: ProviderId; model: string; input: Input }
type Told = { board: NewBoard; notes: string[] }

/** What a board says in its own way. */
const carried = new Set<InputKey>([
  'prompt',
  'shots',
  'shotType',
  'duration',
  'width',
  'height',
  'aspectRatio',
  'sound',
  'firstFrame',
  'lastFrame',
  'referenceImages',
  'referenceVideos',
  'mode',
])

/** @param seconds of a request that names none. */
export function boardOfRequest({ provider, model, input }: Given, seconds: number): Told {
  const { shots, prompt = '', duration, firstFrame, lastFrame, referenceImages, referenceVideos, sound, mode } = input
  const told = shots?.length ? shots : [{ prompt, duration: duration ?? seconds }]
  const shape = shapeOf(input)
  const byModel = !shots?.length && input.shotType === 'intelligence'
  return {
    board: {
      title: 'Imported request',
      settings: {
        provider,
        model,
        ...(shape ? { aspectRatio: shape } : {}),
        ...(sound === undefined ? {} : { sound }),
        ...(mode === undefined ? {} : { mode }),
        ...(byModel ? { shotMode: 'model' as const } : {}),
      },
      shots: told.map((shot, at) => ({
        prompt: shot.prompt,
        duration: shot.duration,
        ...(shots?.length || duration !== undefined ? {} : { fromScript: true }),
        ...(firstFrame && at === 0 ? { firstFrame } : {}),
        ...(lastFrame && at === told.length - 1 ? { lastFrame } : {}),
        ...(referenceImages?.length ? { referenceImages } : {}),
        ...(referenceVideos?.length ? { referenceVideos } : {}),
      })),
    },
    notes: notesOn(input),
  }
}

function notesOn(input: Input): string[] {
  const { elements = [], extra, resolution } = input
  const keys = (Object.keys(input) as InputKey[]).filter(
    (key) => !carried.has(key) && key !== 'elements' && key !== 'extra' && key !== 'resolution',
  )
  const labels = keys.map((key) => (fieldIds.includes(key as FieldId) ? vocabulary[key as FieldId].label : key))
  return [
    ...(elements.length > 0
      ? [
          `${elements.length === 1 ? 'One element' : `${elements.length} elements`} of the request: add them to the library and call them by @name.`,
        ]
      : []),
    ...(resolution ? [`The resolution ${resolution}: on a board the model’s own for the shape is taken.`] : []),
    ...(labels.length > 0 ? [`Not kept on a board: ${labels.join(', ')}.`] : []),
    ...(extra ? [`Not kept on a board: ${Object.keys(extra).join(', ')}.`] : []),
  ]
}

/** As width to height in small numbers. */
function shapeOf({ aspectRatio, width, height }: Input): string | undefined {
  if (aspectRatio) return aspectRatio
  if (!width || !height) return
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b))
  const by = common(width, height)
  return `${width / by}:${height / by}`
}
