// What a row says of a field across its ways of working: one line where all agree, else a line for each.
import type { Row, Workflow } from '@/lib/models/row'
import { keysIn, type When } from '@/lib/models/rules'
import { keysOf } from '@/lib/models/standing'
import { type FieldId, vocabulary, workflowWords } from '@/lib/models/vocabulary'
import { limitsOf } from './limit-words'

/** `where`: only in these ways of working. `no`: cannot be used, and these words are the reason. */
export type Line = { words: string; where?: string; no?: true }

const always = (when: When | undefined) => when === undefined || Object.keys(when).length === 0

/** Why a field that the workflow lists cannot be used in it after all. */
function closedWhy({ rules = [], fields }: Workflow, field: FieldId): string | undefined {
  const limits = fields[field]?.limits
  if (!limits) return
  const keys = keysOf(field, limits)
  return rules.find(
    (rule) => 'bars' in rule && always(rule.when) && keys.every((key) => keysIn(rule.bars).includes(key)),
  )?.why
}

export const uses = (workflow: Workflow, field: FieldId) =>
  workflow.fields[field] !== undefined && closedWhy(workflow, field) === undefined

function needed({ rules = [], fields }: Workflow, field: FieldId): boolean {
  const use = fields[field]
  if (!use) return false
  const keys = keysOf(field, use.limits)
  return (
    use.required === true ||
    rules.some((rule) => 'needs' in rule && always(rule.when) && keys.every((key) => keysIn(rule.needs).includes(key)))
  )
}

function gather(row: Row, say: (workflow: Workflow) => string | undefined): Line[] {
  const groups = new Map<string, string[]>()
  for (const workflow of row.workflows) {
    const words = say(workflow)
    if (words !== undefined) groups.set(words, [...(groups.get(words) ?? []), workflowWords[workflow.id]])
  }
  return [...groups].map(([words, ways]) =>
    ways.length === row.workflows.length ? { words } : { words, where: ways.join(', ') },
  )
}

/** Empty: the row says nothing of it. */
export function fieldLines(row: Row, field: FieldId, full = false): Line[] {
  const open = gather(row, (workflow) => {
    if (!uses(workflow, field)) return
    const words = limitsOf(workflow.fields, field, full)
    return full && needed(workflow, field) ? `${words} · needed` : words
  })
  if (open.length > 0 && !full) return open
  const closed = gather(row, (workflow) => (uses(workflow, field) ? undefined : closedFor(workflow, field)))
  return [...open, ...closed.map((line): Line => ({ ...line, no: true }))]
}

const closedFor = (workflow: Workflow, field: FieldId) => workflow.barred?.[field] ?? closedWhy(workflow, field)

/** Frames per second: chosen in the form, or as the page states them. */
export const fpsLines = (row: Row, full = false): Line[] => {
  const chosen = fieldLines(row, 'fps', full)
  return chosen.length > 0 ? chosen : gather(row, ({ fps }) => (fps === undefined ? undefined : String(fps)))
}

/** Nothing said of a model that is known in part is no denial. */
export const orUnknown = (row: Row, lines: Line[]): Line[] =>
  lines.length === 0 && row.partly ? [{ words: 'not known' }] : lines

/** Several fields in one cell, each under its own name. */
export function cellLines(row: Row, fields: readonly FieldId[]): Line[] {
  const found = fields
    .map((field) => ({ field, lines: fieldLines(row, field) }))
    .filter(({ lines }) => lines.length > 0)
  if (found.length === 0) return orUnknown(row, [])
  const said = found.filter(({ lines }) => lines.some(({ no }) => !no))
  const [only] = found
  if (found.length === 1 && only && only.field === fields[0]) return only.lines
  const shown = said.length > 0 ? said : found.slice(0, 1)
  return shown.flatMap(({ field, lines }) =>
    lines.map((line) => ({ ...line, words: line.no ? line.words : `${vocabulary[field].label}: ${line.words}` })),
  )
}
