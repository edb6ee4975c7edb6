// What a model can do, each a question to its row; never to its name.
import type { Row, Workflow } from '@/lib/models/row'
import type { FieldId, WorkflowId } from '@/lib/models/vocabulary'
import { uses } from './told'

type Capability = { label: string; has: (row: Row) => boolean }

const some = (label: string, test: (workflow: Workflow) => boolean): Capability => ({
  label,
  has: ({ workflows }) => workflows.some(test),
})
const field = (label: string, id: FieldId) => some(label, (workflow) => uses(workflow, id))
const way = (label: string, ...ids: WorkflowId[]) => some(label, ({ id }) => ids.includes(id))

export const capabilities = {
  shots: field('Shots', 'shots'),
  sound: field('Sound', 'sound'),
  'first-frame': field('First frame', 'frames'),
  'last-frame': some('Last frame', ({ fields }) => fields.frames?.limits.ends === 'both'),
  elements: field('Elements', 'elements'),
  references: field('Reference pictures', 'referenceImages'),
  'reference-films': field('Reference films', 'referenceVideos'),
  voices: field('Voices', 'voices'),
  motion: way('Motion control', 'motion-control'),
  edit: way('Edits a film', 'video-edit'),
  speech: way('Speaks', 'lip-sync', 'avatar'),
  negative: field('Leaves out', 'negativePrompt'),
  '4k': some(
    '4K',
    ({ fields }) =>
      fields.size?.limits.sizes.some(({ resolution }) => resolution === '4K') ||
      [fields.mode, fields.resolution].some((use) => use?.limits.options.includes('4k')),
  ),
  priced: { label: 'Price known', has: ({ price }) => price !== 'unknown' },
} satisfies Record<string, Capability>

export type CapabilityId = keyof typeof capabilities
export const capabilityIds = Object.keys(capabilities) as CapabilityId[]
