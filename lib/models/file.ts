// What is wrong with the files that an input points at.
import type { Issue } from '../errors'
import type { Asset } from '../media/asset'
import { type MediaLimits, misfits } from '../media/limits'
import { maskIssues } from './brush'
import { faceIssues } from './face'
import { type Input, mediaOf } from './input'
import type { Workflow } from './row'
import { type Stance, type Standing, standing } from './standing'

/** Files of ours that do not exist or break the limits of the slot they are in. Foreign media cannot be measured here. */
export function fileIssues(
  workflow: Workflow,
  input: Input,
  file: (id: string) => Asset | undefined,
  stance: Stance = 'placing',
): Issue[] {
  const stands = standing(workflow, input, stance)
  const single = mediaOf(input).flatMap(({ path, medium }): Issue[] => {
    if (!('asset' in medium)) return []
    const found = file(medium.asset)
    if (!found) return [{ path, message: 'This file is not in the library any more; choose another.' }]
    const limits = slotLimits(stands, path)
    return limits ? misfits(found, limits).map((message) => ({ path, message })) : []
  })
  return [...single, ...maskIssues(input, file), ...faceIssues(input, file)]
}

function slotLimits(stands: readonly Standing[], path: string): MediaLimits | undefined {
  const [key, , part] = path.split('.')
  const limits = stands.find(({ keys }) => keys.some((one) => one === key))?.use.limits
  if (!limits || !('of' in limits)) return
  if (part === 'videos') return 'film' in limits ? limits.film : undefined
  if (part === 'voices') return 'voice' in limits ? limits.voice : undefined
  return limits.of
}
