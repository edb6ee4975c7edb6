// Requests as somebody else wrote them, and what becomes of them here.
import { StudioError } from '../../../lib/errors'
import { rowOf } from '../../../lib/models/catalog'
import type { Input } from '../../../lib/models/input'
import { refusals } from '../../../lib/models/schema'
import { read } from '../../../lib/providers/runware/read'
import { body } from '../../../lib/providers/runware/wire'
import type { Bag } from '../../../lib/providers/wire'

export const film = (model: string, more: Bag): Bag => ({ taskType: 'videoInference', taskUUID: 'x', model, ...more })
export const still = (model: string, more: Bag): Bag => ({ ...film(model, more), taskType: 'imageInference' })
export const kling = (settings: Bag): Bag => ({ providerSettings: { klingai: settings } })
export const words = { positivePrompt: 'A harbour at dawn' }
export const frame = { inputs: { frameImages: [{ image: 'p1', frame: 'first' }] } }
export const shots = [
  { prompt: 'Gulls rise', duration: '3' },
  { prompt: 'A boat leaves', duration: 4 },
]
export const PRO3 = 'klingai:kling-video@3-pro'
export const O3 = 'klingai:kling-video@o3-pro'
export const O1 = 'klingai:kling@o1'
export const PRO26 = 'klingai:kling-video@2.6-pro'

export function refusal(request: unknown): { paths: string[]; words: string } {
  try {
    read(request)
  } catch (failure) {
    if (!(failure instanceof StudioError)) throw failure
    return {
      paths: failure.issues?.map(({ path }) => path) ?? [],
      words: failure.issues?.map(({ message }) => message).join(' ') ?? '',
    }
  }
  return { paths: [], words: 'taken' }
}
export const notes = (request: unknown) => read(request).notes.join('\n')
export function again(request: unknown): Bag {
  const { model, workflow: id, input } = read(request)
  const row = rowOf('runware', model)
  const workflow = row?.workflows.find((one) => one.id === id)
  if (!row || !workflow) throw new Error('no such row')
  return body({ name: 'x', row, workflow, input }, (asset) => asset)
}
export function placing(model: string, id: string, input: Input): string[] {
  const row = rowOf('runware', model)
  const workflow = row?.workflows.find((one) => one.id === id)
  if (!row || !workflow) throw new Error('no such row')
  return refusals(row, workflow, input, () => undefined).map(({ path }) => path)
}
