// Changing the model or the workflow: what fits stays, what does not is set aside and listed, nothing is altered unsaid.

import { checkOf } from './check'
import { type Input, type InputKey, said } from './input'
import { barredWhy } from './judge'
import { kindOf } from './kinds'
import type { Kind, Limits } from './limits'
import { inSteps } from './measure'
import type { Row, Workflow } from './row'
import { nearestSize, sizeWords } from './size'
import { keysOf, standing } from './standing'
import { startInput } from './start'
import { type FieldId, fieldIds, vocabulary } from './vocabulary'

/** `from` and `to` in words; no `to`: set aside. `why` is a sentence. */
export type Change = { field: FieldId; label: string; from: string; to?: string; why?: string }

/** The draft as the new workflow can hold it, and every difference. The old draft is the undo. */
export function carry(
  draft: Input,
  row: Row,
  workflow: Workflow,
  from?: Workflow,
): { input: Input; changes: Change[] } {
  const old = said(draft)
  let input: Input = {}
  const changes: Change[] = []
  for (const field of fieldIds) {
    const given = part(old, keysEither(field, workflow, from))
    if (Object.keys(given).length === 0) continue
    const limits = workflow.fields[field]?.limits
    const kept = limits ? fitting(field, limits, given) : {}
    const lost = part(
      given,
      // Where frames stood in a list of another model is nothing that a person wrote.
      keysIn(given).filter((key) => !(key in kept) && key !== 'framesAt'),
    )
    const next = limits && Object.keys(lost).length ? nearest(field, limits, given) : undefined
    input = { ...input, ...kept, ...next }
    if (Object.keys(lost).length) changes.push(change(field, lost, next, reason(row, workflow, lost)))
  }
  // What fits by itself may still be forbidden beside the rest.
  for (const { field, keys, barred } of standing(workflow, input)) {
    const given = part(input, keys)
    if (barred === undefined || Object.keys(given).length === 0) continue
    input = part(
      input,
      keysIn(input).filter((key) => !keys.includes(key)),
    )
    changes.push(change(field, given, undefined, barred))
  }
  return { input: begun(input, old, workflow), changes }
}

/** Defaults of fields that the draft never spoke of and that may be set beside the rest. */
function begun(input: Input, old: Input, workflow: Workflow): Input {
  const closed = new Set(standing(workflow, input).flatMap(({ keys, barred }) => (barred === undefined ? [] : keys)))
  const start = startInput(workflow)
  const fresh = keysIn(start).filter((key) => !(key in input) && !(key in old) && !closed.has(key))
  return { ...input, ...part(start, fresh) }
}

const keysIn = (input: Input) => Object.keys(input) as InputKey[]
const part = (input: Input, keys: readonly InputKey[]): Input =>
  Object.fromEntries(keys.flatMap((key) => (input[key] === undefined ? [] : [[key, input[key]]])))

/** A field's keys differ with its limits: a size is said in pixels here and in words there. */
const keysEither = (field: FieldId, ...workflows: (Workflow | undefined)[]): InputKey[] => [
  ...new Set(
    workflows.flatMap((one) => {
      const limits = one?.fields[field]?.limits
      return limits ? keysOf(field, limits) : []
    }),
  ),
]

/** The part of a field's value that the new limits accept as it stands. */
function fitting(field: FieldId, limits: Limits[Kind], given: Input): Input {
  const kind = kindOf(field)
  const own = new Set(keysOf(field, limits))
  const kept = part(
    given,
    keysIn(given).filter((key) => own.has(key) && checkOf(field, limits, key).safeParse(given[key]).success),
  )
  return kind.across?.(limits, kept).length ? {} : kept
}

/** A lawful neighbour for lengths and sizes, and as many of a list as there is room for; else it is set aside whole. */
function nearest(field: FieldId, limits: Limits[Kind], given: Input): Input | undefined {
  if (field === 'duration' && ('values' in limits || 'step' in limits)) {
    const value = inSteps(limits as Limits['duration'], given.duration)
    return value === undefined ? undefined : { duration: value }
  }
  if (field === 'size' && 'sizes' in limits) return nearestSize(limits, given)
  if ((field === 'referenceImages' || field === 'referenceVideos' || field === 'voices') && 'max' in limits) {
    const list = given[field] ?? []
    return limits.max && list.length > limits.max ? { [field]: list.slice(0, limits.max) } : undefined
  }
}

function reason(row: Row, workflow: Workflow, lost: Input): string {
  const [why] = keysIn(lost).flatMap((key) => barredWhy(workflow, key) ?? [])
  return why ?? `${row.name} does not take this here.`
}

function change(field: FieldId, from: Input, to: Input | undefined, why: string): Change {
  const { label } = vocabulary[field]
  return { field, label, from: inWords(from), ...(to && Object.keys(to).length ? { to: inWords(to) } : { why }) }
}

function inWords(input: Input): string {
  const { width, height } = input
  if (width && height) return sizeWords({ width, height })
  return Object.entries(input)
    .map(([key, value]) => {
      if (Array.isArray(value)) return String(value.length)
      if (typeof value === 'number') return key === 'duration' ? `${value} s` : String(value)
      if (typeof value === 'string') return value.length > 24 ? `${value.slice(0, 23)}…` : value
      return typeof value === 'boolean' ? (value ? 'on' : 'off') : 'set'
    })
    .join(' · ')
}
