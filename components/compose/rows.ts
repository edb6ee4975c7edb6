// The catalogue as Compose needs it: the model that a first visit begins with at once, all others as soon as one is asked for.
import { animatic } from '@/lib/models/catalog/local/animatic'
import type { Row, Workflow } from '@/lib/models/row'
import { workflowOf } from '@/lib/models/standing'
import type { Draft } from '../form/draft'
import { patient } from '../ui/late'

type Whole = typeof import('@/lib/models/catalog')
let whole: Whole | undefined
let coming: Promise<Whole> | undefined

/** Free, and it needs nothing. */
export const firstRow: Row = animatic

/** Every row is known once this is done; it does not fail, it goes on asking. */
export function fetchRows(): Promise<Whole> {
  coming ??= patient(() => import('@/lib/models/catalog')).then((found) => {
    whole = found
    return found
  })
  return coming
}

type Turning = typeof import('./turn')
let turning: Turning | undefined

/** Turning the draft to another row or way of working; the form opens when it is there. */
export async function fetchTurning(): Promise<Turning> {
  turning = await patient(() => import('./turn'))
  return turning
}
export const turningNow = () => turning

type Named = Pick<Draft, 'provider' | 'model' | 'workflow'>
export const isFirst = ({ provider, model }: Named) => provider === firstRow.provider && model === firstRow.model

/** Nothing when the catalogue has it not, or not yet: see `fetchRows`. */
export function placeOf(draft: Named): { row: Row; workflow: Workflow } | undefined {
  const row = isFirst(draft) ? firstRow : whole?.rowOf(draft.provider, draft.model)
  const workflow = row && workflowOf(row, draft.workflow)
  return row && workflow ? { row, workflow } : undefined
}
