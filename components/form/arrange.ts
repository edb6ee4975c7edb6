// Where the fields of a workflow stand in the form: media first, then the telling, then rows, then what is rarely needed.
import type { Kind } from '@/lib/models/limits'
import type { Row, Workflow } from '@/lib/models/row'
import type { Standing } from '@/lib/models/standing'
import { type FieldId, fieldIds, vocabulary } from '@/lib/models/vocabulary'

/** A field that this workflow bars for good, with the row's reason. */
type BarredField = { field: FieldId; kind: Kind; label: string; why: string }
export type Place = { standing: Standing } | { barred: BarredField }
export type Arrangement = { media: Place[]; telling: Standing[]; rows: Place[]; more: Place[] }

const mediaKinds: ReadonlySet<Kind> = new Set<Kind>([
  'frames',
  'asset',
  'assets',
  'elements',
  'voices',
  'brush',
  'faces',
  'selection',
])
const listKinds: ReadonlySet<Kind> = new Set<Kind>(['assets', 'voices', 'brush', 'faces', 'selection'])
/** Editors that take whole rows; barred, one line tells why. */
const wideKinds: ReadonlySet<Kind> = new Set<Kind>(['brush', 'faces', 'selection'])
const tellingKinds: ReadonlySet<Kind> = new Set<Kind>(['shots'])
const isTelling = (field: FieldId, kind: Kind) => tellingKinds.has(kind) || field === 'prompt'

/** Looked for at their place even where the workflow has none of their own. */
const looked: ReadonlySet<FieldId> = new Set<FieldId>(['frames', 'size', 'duration', 'sound'])

/** @param row what belongs to another of its ways of working stands with what is rarely needed. */
export function arrange(row: Pick<Row, 'workflows'>, workflow: Workflow, standings: readonly Standing[]): Arrangement {
  const elsewhere = (field: FieldId) => !looked.has(field) && row.workflows.some(({ fields }) => fields[field])
  const found: Arrangement = { media: [], telling: [], rows: [], more: [] }
  for (const field of fieldIds) {
    const { kind, label, place } = vocabulary[field]
    const standing = standings.find((one) => one.field === field)
    const why = workflow.barred?.[field]
    const entry: Place | undefined = standing
      ? { standing }
      : why === undefined
        ? undefined
        : { barred: { field, kind, label, why } }
    if (!entry) continue
    if (standing && isTelling(field, kind)) found.telling.push(standing)
    else if (place === 'more' || (!standing && elsewhere(field))) found.more.push(entry)
    else if (standing && mediaKinds.has(kind) && !(standing.barred !== undefined && wideKinds.has(kind)))
      found.media.push(entry)
    else found.rows.push(entry)
  }
  // What fills one column stands before the lists, which may take whole rows.
  const isList = (place: Place) => 'standing' in place && listKinds.has(place.standing.kind)
  return { ...found, media: [...found.media.filter((one) => !isList(one)), ...found.media.filter(isList)] }
}
