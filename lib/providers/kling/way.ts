// Which of Kling's addresses a row and a way of working go to, and under which name.
import type { Row, Workflow } from '../../models/row'
import type { WorkflowId } from '../../models/vocabulary'
import type { EndpointId } from './endpoint'

/** Which way of working goes to which address, for the kinds of model that `dialect.api` names. */
const ways: Readonly<Record<string, { readonly [W in WorkflowId]?: EndpointId }>> = {
  video: {
    'text-to-video': 'text2video',
    'image-to-video': 'image2video',
    'reference-to-video': 'references',
    'motion-control': 'motion',
    'video-edit': 'edit',
  },
  omni: {
    'text-to-video': 'omni',
    'image-to-video': 'omni',
    'reference-to-video': 'omni',
    'video-edit': 'omni',
  },
  image: { 'text-to-image': 'images', 'image-to-image': 'images', 'reference-to-image': 'subjects' },
  'omni-image': { 'text-to-image': 'omniImages', 'image-to-image': 'omniImages' },
  turbo: { 'text-to-video': 'turboWords', 'image-to-video': 'turboPicture' },
  tool: {
    extend: 'extend',
    'lip-sync': 'lips',
    avatar: 'avatar',
    effects: 'effects',
    'text-to-audio': 'noise',
    'video-to-audio': 'filmNoise',
    'text-to-speech': 'speech',
    'image-expand': 'expand',
    'multi-angle': 'angles',
    'try-on': 'tryOn',
    'image-recognize': 'recognize',
  },
}

export function endpointOf(row: Pick<Row, 'dialect' | 'model'>, workflow: Pick<Workflow, 'id'>): EndpointId {
  const id = ways[String(row.dialect?.api)]?.[workflow.id]
  if (!id) throw new Error(`${row.model} has no address for ${workflow.id}`)
  return id
}

/** The name that is sent: the row's own, unless a picture and a film model share one. */
export const nameOn = ({ dialect, model }: Pick<Row, 'dialect' | 'model'>): string => String(dialect?.name ?? model)
