// The draft between two visits, in this browser: nothing written is lost by a reload.
import * as z from 'zod'
import { startInput } from '@/lib/models/carry'
import { rowOf } from '@/lib/models/catalog'
import { providerId } from '@/lib/models/provider-id'
import type { Row, Workflow } from '@/lib/models/row'
import { workflowOf } from '@/lib/models/standing'
import { workflowIds } from '@/lib/models/vocabulary'
import type { Draft } from '../form/draft'

const place = 'reelboard.draft'
const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)

// The input is a draft: it may be as unfinished or wrong as the form allows, so only its outline is looked at.
const kept = z.object({
  provider: providerId,
  model: z.string(),
  workflow: z.enum(workflowIds),
  input: z.custom<Draft['input']>(isObject),
  parked: z.custom<Draft['parked']>(isObject),
})

export function keepDraft(draft: Draft) {
  try {
    localStorage.setItem(place, JSON.stringify(draft))
  } catch {
    // A browser that keeps nothing (private window, full storage) still composes.
  }
}

/** Nothing when there is none, or when the catalogue no longer has its model. */
export function keptDraft(): Draft | undefined {
  try {
    const found = kept.safeParse(JSON.parse(localStorage.getItem(place) ?? 'null'))
    if (found.success && placeOf(found.data)) return found.data
  } catch {
    return
  }
}

export function placeOf(
  draft: Pick<Draft, 'provider' | 'model' | 'workflow'>,
): { row: Row; workflow: Workflow } | undefined {
  const row = rowOf(draft.provider, draft.model)
  const workflow = row && workflowOf(row, draft.workflow)
  return row && workflow ? { row, workflow } : undefined
}

export function freshDraft(row: Row): Draft | undefined {
  const [workflow] = row.workflows
  if (!workflow) return
  return { provider: row.provider, model: row.model, workflow: workflow.id, input: startInput(workflow), parked: {} }
}
