// A gateway as it is set, and a request of its page in and out again.
import { readGateways } from '../../../lib/env.gateway.server'
import { StudioError } from '../../../lib/errors'
import { rowOf } from '../../../lib/models/catalog'
import { read } from '../../../lib/providers/openai/read'
import { body } from '../../../lib/providers/openai/wire'
import type { Imported } from '../../../lib/providers/provider'
import type { Bag } from '../../../lib/providers/wire'

export function gateway(settings: Record<string, string> = {}) {
  const [first] = readGateways({
    OPENAI_VIDEOS_API_KEY: 'k',
    OPENAI_VIDEOS_BASE_URL: 'https://gate.example',
    ...settings,
  })
  if (!first) throw new Error('no gateway')
  return first
}
export type Way = ReturnType<typeof gateway>

export function sentFor(
  { model, workflow: id, input }: Pick<Imported, 'model' | 'workflow' | 'input'>,
  way: Way = gateway(),
): Bag {
  const row = rowOf('openai', model)
  const workflow = row?.workflows.find((one) => one.id === id)
  if (!row || !workflow) throw new Error(`no ${model} ${id}`)
  return body({ row, workflow, input }, way, (asset) => asset)
}

export const imported = (request: unknown, way: Way = gateway()) => read(request, undefined, way)
export const again = (request: unknown, way: Way = gateway()) => sentFor(imported(request, way), way)

/** Paths and sentences of a refusal; a request that is taken has none. */
export function refusal(request: unknown, way: Way = gateway(), endpoint?: string): { paths: string[]; words: string } {
  try {
    read(request, endpoint, way)
  } catch (failure) {
    if (!(failure instanceof StudioError)) throw failure
    const issues = failure.issues ?? []
    return { paths: issues.map(({ path }) => path), words: issues.map(({ message }) => message).join(' ') }
  }
  return { paths: [], words: 'taken' }
}

export const film = (more: Bag = {}): Bag => ({ model: 'Kling-3.0-Omni', prompt: 'A harbour at dawn', ...more })
export const picture = 'https://files.example/a.png'
export const clip = 'https://files.example/a.mp4'
export const shots = (more: Bag = {}): Bag => ({
  multi_shot: true,
  shot_type: 'customize',
  multi_prompt: [
    { index: 1, prompt: 'Gulls rise', duration: '3' },
    { index: 2, prompt: 'A boat leaves', duration: '2' },
  ],
  ...more,
})
export const double = (bag: Bag) => JSON.stringify({ AdditionalParameters: JSON.stringify(bag) })
