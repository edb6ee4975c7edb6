// The draft between two visits, in this browser: nothing written is lost by a reload.

import { asProviderId } from '@/lib/models/provider-id'
import type { Row } from '@/lib/models/row'
import { startInput } from '@/lib/models/start'
import { workflowIds } from '@/lib/models/vocabulary'
import { type Draft, partOf } from '../form/draft'
import { fetchRows, isFirst, placeOf } from './rows'

const place = 'reelboard.draft'
const isObject = (value: unknown): value is Record<never, never> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The input is a draft: it may be as unfinished or wrong as the form allows, so only its outline is looked at. */
function draftIn(kept: unknown): Draft | undefined {
  const provider = asProviderId(String(partOf(kept, 'provider')))
  const model = partOf(kept, 'model')
  const workflow = workflowIds.find((id) => id === partOf(kept, 'workflow'))
  const [input, parked] = [partOf(kept, 'input'), partOf(kept, 'parked')]
  if (!provider || typeof model !== 'string' || !workflow || !isObject(input) || !isObject(parked)) return
  return { provider, model, workflow, input, parked }
}

export function keepDraft(draft: Draft) {
  try {
    localStorage.setItem(place, JSON.stringify(draft))
  } catch {
    // A browser that keeps nothing (private window, full storage) still composes.
  }
}

/** Nothing when there is none, or when the catalogue no longer has its model. */
export async function keptDraft(): Promise<Draft | undefined> {
  const found = storedDraft()
  if (found && !isFirst(found)) await fetchRows()
  return found && placeOf(found) ? found : undefined
}

function storedDraft(): Draft | undefined {
  try {
    return draftIn(JSON.parse(localStorage.getItem(place) ?? 'null'))
  } catch {
    return
  }
}

export function freshDraft(row: Row): Draft | undefined {
  const [workflow] = row.workflows
  if (!workflow) return
  return { provider: row.provider, model: row.model, workflow: workflow.id, input: startInput(workflow), parked: {} }
}
