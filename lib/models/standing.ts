// How each field of a workflow stands for a given input: offered or barred, needed or not, and within which limits.
import type { Input, InputKey } from './input'
import { kindOf } from './kinds'
import type { Kind, Limits } from './limits'
import type { Row, Use, Workflow } from './row'
import { type Force, holds, keysIn, type Rule } from './rules'
import { type FieldId, fieldIds, vocabulary } from './vocabulary'

/** `barred` is the reason why a field cannot be used just now; it stays in its place, greyed, with that reason. */
export type Standing = {
  field: FieldId
  kind: Kind
  use: Use
  keys: readonly InputKey[]
  needed: boolean
  barred?: string
  /** Why its limits are narrower just now. */
  tight?: string
}

/** Who asks: the form (`offering`), an order made here (`placing`), an import or a preview (`carrying`). */
export type Stance = 'offering' | 'placing' | 'carrying'

/** Softer sentences count only where they were meant to. */
export function counts(force: Force = 'always', stance: Stance): boolean {
  return force === 'always' || stance === 'offering' || force === stance
}

export function workflowOf(row: Row, id: string): Workflow | undefined {
  return row.workflows.find((one) => one.id === id)
}

export const keysOf = (field: FieldId, limits: Limits[Kind]): readonly InputKey[] =>
  // A field without keys of its own kind is itself a key of the input; `frames` and `size` never come here.
  kindOf(field).keys?.(limits) ?? [field as InputKey]

/** What the rules that hold make of a workflow's fields, by those rules: a plan asks it for every block that could be. */
const kept = new WeakMap<Workflow, Map<string, Standing[]>>()

/** Every field of the workflow in the order of the vocabulary, with limits narrowed as the input asks. */
export function standing(workflow: Workflow, input: Input, stance: Stance = 'offering'): Standing[] {
  const { rules = [] } = workflow
  const active = [...rules.keys()].filter((at) => {
    const rule = rules[at]
    return rule !== undefined && counts(rule.force, stance) && holds(rule.when, input)
  })
  const ofWorkflow = kept.get(workflow) ?? new Map<string, Standing[]>()
  kept.set(workflow, ofWorkflow)
  const key = active.join()
  const found =
    ofWorkflow.get(key) ??
    standingBy(
      workflow,
      active.flatMap((at) => rules[at] ?? []),
    )
  ofWorkflow.set(key, found)
  return found
}

function standingBy(workflow: Workflow, active: readonly Rule[]): Standing[] {
  const bars = new Map<InputKey, string>()
  const needs = new Set<InputKey>()
  for (const rule of active) {
    if ('bars' in rule) for (const key of keysIn(rule.bars)) bars.set(key, rule.why)
    if ('needs' in rule && rule.force !== 'offering') for (const key of keysIn(rule.needs)) needs.add(key)
  }
  return fieldIds.flatMap((field): Standing[] => {
    const own = workflow.fields[field]
    if (!own) return []
    const use: Use = { ...own, limits: narrowed(field, own.limits, active) }
    const keys = keysOf(field, use.limits)
    const barred = keys.map((key) => bars.get(key)).find((why) => why !== undefined)
    const needed = own.required === true || keys.some((key) => needs.has(key))
    const tight = active.flatMap((rule) => ('narrows' in rule && rule.narrows === field ? [rule.why] : []))
    return [
      {
        field,
        kind: vocabulary[field].kind,
        use,
        keys,
        needed,
        ...(barred === undefined ? {} : { barred }),
        ...(tight.length ? { tight: [...new Set(tight)].join(' ') } : {}),
      },
    ]
  })
}

/** Laid over, one level deep into `of` and other objects: a rule names only what is tighter. */
function narrowed<L extends Limits[Kind]>(field: FieldId, limits: L, active: readonly Rule[]): L {
  let now = limits
  for (const rule of active) {
    if (!('narrows' in rule) || rule.narrows !== field) continue
    const before: Record<string, unknown> = { ...now }
    const tighter = Object.entries(rule.to).map(([key, value]) => {
      const old = before[key]
      return [key, isRecord(old) && isRecord(value) ? { ...old, ...value } : value]
    })
    now = Object.assign({}, now, Object.fromEntries(tighter))
  }
  return now
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
