// Requests of Kling's in and out again, or refused: what the tests of its wire share.
import { expect } from '@playwright/test'
import { StudioError } from '../../../lib/errors'
import { rowOf } from '../../../lib/models/catalog'
import type { Input } from '../../../lib/models/input'
import { refusals } from '../../../lib/models/schema'
import { readKling } from '../../../lib/providers/kling/read'
import { callOf } from '../../../lib/providers/kling/wire'
import type { Bag } from '../../../lib/providers/wire'

export const t2v = 'POST /v1/videos/text2video'
export const i2v = 'POST /v1/videos/image2video'
export const omni = 'POST /v1/videos/omni-video'
export const pic = 'https://files.example/a.png'
export const film = 'https://files.example/a.mp4'

export function sent(model: string, id: string, input: Input): Bag {
  const row = rowOf('kling', model)
  const workflow = row?.workflows.find((one) => one.id === id)
  if (!row || !workflow) throw new Error(`no ${model} ${id}`)
  const { external_task_id: _, ...body } = callOf({ name: 'name', row, workflow, input }, (asset) => asset).body
  return body
}
/** In and out again: what would be sent for the imported request, without the order's name. */
export function again(request: Bag, endpoint?: string): Bag {
  const { model, workflow, input } = readKling(request, endpoint)
  return sent(model, workflow, input)
}
export const notes = (request: Bag, endpoint?: string) => readKling(request, endpoint).notes.join(' ')

export function refused(request: unknown, endpoint?: string): Record<string, string> {
  try {
    readKling(request, endpoint)
  } catch (failure) {
    if (!(failure instanceof StudioError)) throw failure
    expect(failure.code).toBe('invalid')
    return Object.fromEntries((failure.issues ?? []).map(({ path, message }) => [path, message]))
  }
  throw new Error(`taken: ${JSON.stringify(request)}`)
}
export function unplaced(model: string, id: string, input: Input): string[] {
  const row = rowOf('kling', model)
  const workflow = row?.workflows.find((one) => one.id === id)
  if (!row || !workflow) throw new Error(`no ${model} ${id}`)
  return refusals(row, workflow, input, () => undefined).map(({ path }) => path)
}
