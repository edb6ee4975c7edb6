// Which way of working a request means: Runware has no word for it, its inputs tell.
import type { Row, Workflow } from '../../models/row'
import type { WorkflowId } from '../../models/vocabulary'
import { type Bag, get } from '../wire'

/** The first that holds and that the model has; a model with one way only has that one. */
const signs: readonly { inputs: readonly string[]; means: readonly WorkflowId[] }[] = [
  { inputs: [], means: ['lip-sync', 'avatar'] },
  { inputs: ['inputs.video'], means: ['video-edit'] },
  { inputs: ['inputs.referenceVideos'], means: ['motion-control'] },
  { inputs: ['inputs.referenceImages', 'inputs.referenceVideos'], means: ['reference-to-video', 'image-to-image'] },
  { inputs: ['inputs.frameImages', 'frameImages'], means: ['image-to-video'] },
  { inputs: [], means: ['text-to-video', 'text-to-image'] },
]

export function workflowFor(row: Row, request: Bag): Workflow {
  const has = (path: string) => get(request, path.split('.')) !== undefined
  for (const { inputs, means } of signs) {
    if (inputs.length && !inputs.some(has)) continue
    // Whether a model that is known in part takes a last frame is not known: such frames are carried as they are.
    if (row.partly && means.includes('image-to-video') && endsIn(request)) continue
    const found = row.workflows.find(({ id }) => means.includes(id))
    if (found) return found
  }
  const [only] = row.workflows
  if (!only) throw new Error(`${row.model} has no workflow`)
  return only
}

function endsIn(request: Bag): boolean {
  const lists = [get(request, ['inputs', 'frameImages']), request.frameImages]
  return lists.some((list) => Array.isArray(list) && (list.length > 1 || ['last', -1, '-1'].includes(list[0]?.frame)))
}
