// How each field of a workflow stands for a given input: offered or barred, needed or not, and within which limits.
import type { Input, InputKey } from './input'
import { kinds } from './kinds'
import type { Kind, Limits } from './limits'
import type { Row, Use, Workflow } from './row'
import { holds, keysIn, type Rule } from './rules'
import { type FieldId, fieldIds, vocabulary } from './vocabulary'

/** `barred` is the reason why a field cannot be used just now; it stays in its place, greyed, with that reason. */
export type Standing = {
  field: FieldId
  kind: Kind
  use: Use
  keys: readonly InputKey[]
  needed: boolean
  barred?: string
}

export function workflowOf(row: Row, id: string): Workflow | undefined {
  return row.workflows.find((one) => one.id === id)
}

export function keysOf(field: FieldId, limits: Limits[Kind]): readonly InputKey[] {
  const kind: { keys?(limits: unknown): readonly InputKey[] } = kinds[vocabulary[field].kind] as never
  return kind.keys?.(limits) ?? [field as InputKey]
}

/** Every field of the workflow in the order of the vocabulary, with limits narrowed as the input asks. */
export function standing(workflow: Workflow, input: Input): Standing[] {
  const rules = workflow.rules ?? []
  const active = rules.filter((rule) => holds(rule.when, input))
  const bars = new Map<InputKey, string>()
  const needs = new Set<InputKey>()
  for (const rule of active) {
    if ('bars' in rule) for (const key of keysIn(rule.bars)) bars.set(key, rule.why)
    if ('needs' in rule) for (const key of keysIn(rule.needs)) needs.add(key)
  }
  return fieldIds.flatMap((field): Standing[] => {
    const own = workflow.fields[field]
    if (!own) return []
    const use: Use = { ...own, limits: narrowed(field, own.limits, active) } as Use
    const keys = keysOf(field, use.limits)
    const barred = keys.map((key) => bars.get(key)).find((why) => why !== undefined)
    const needed = own.required === true || keys.some((key) => needs.has(key))
    return [{ field, kind: vocabulary[field].kind, use, keys, needed, ...(barred === undefined ? {} : { barred }) }]
  })
}

/** Laid over, one level deep into `of` and other objects: a rule names only what is tighter. */
function narrowed(field: FieldId, limits: Limits[Kind], active: readonly Rule[]): Limits[Kind] {
  let now: Record<string, unknown> = { ...limits }
  for (const rule of active) {
    if (!('narrows' in rule) || rule.narrows !== field) continue
    for (const [key, value] of Object.entries(rule.to)) {
      const before = now[key]
      const both = isRecord(before) && isRecord(value)
      now = { ...now, [key]: both ? { ...before, ...value } : value }
    }
  }
  return now as Limits[Kind]
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
