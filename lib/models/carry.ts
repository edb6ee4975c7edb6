// Changing the model or the workflow: what fits stays, what does not is set aside and listed, nothing is altered unsaid.
import { type Input, type InputKey, said } from './input'
import { kinds, type sizeOf } from './kinds'
import type { Row, Workflow } from './row'
import { keysOf, standing } from './standing'
import { type FieldId, fieldIds, vocabulary } from './vocabulary'

/** `from` and `to` in words; no `to`: set aside. */
export type Change = { field: FieldId; label: string; from: string; to?: string }

/** What a fresh form of this workflow holds. */
export function startInput(workflow: Workflow): Input {
  let input: Input = {}
  for (const { field, kind, use, keys } of standing(workflow, {})) {
    if (use.start !== undefined) input = { ...input, ...asKeys(keys, use.start) }
    else if (use.required && (kind === 'size' || kind === 'duration' || kind === 'choice'))
      input = { ...input, ...begin(field, use.limits, keys) }
  }
  return input
}

function begin(field: FieldId, limits: unknown, keys: readonly InputKey[]): Input {
  const maker: { start?(limits: unknown): unknown } = kinds[vocabulary[field].kind] as never
  const value = maker.start?.(limits)
  return value === undefined ? {} : asKeys(keys, value)
}

const asKeys = (keys: readonly InputKey[], value: unknown): Input =>
  (keys.length > 1 && typeof value === 'object' ? value : { [keys[0] as string]: value }) as Input

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
    const use = workflow.fields[field]
    const before = from?.fields[field]
    const ownKeys = new Set([
      ...(use ? keysOf(field, use.limits) : []),
      ...(before ? keysOf(field, before.limits) : []),
    ])
    const given = Object.fromEntries([...ownKeys].filter((key) => old[key] !== undefined).map((key) => [key, old[key]]))
    if (Object.keys(given).length === 0) continue
    const kept = use ? fitting(field, use.limits, given as Input) : {}
    input = { ...input, ...kept }
    const lost = Object.keys(given).filter((key) => !(key in kept))
    if (lost.length === 0) continue
    const next = use ? nearest(field, use.limits, given as Input) : undefined
    if (next) input = { ...input, ...next }
    changes.push({
      field,
      label: vocabulary[field].label,
      from: inWords(given as Input, lost),
      ...(next ? { to: inWords(next, Object.keys(next)) } : {}),
    })
  }
  for (const [key, value] of Object.entries(startInput(workflow)))
    if (!(key in input) && !(key in old)) input = { ...input, [key]: value }
  return { input, changes }
}

/** The part of a field's value that the new limits accept as it stands. */
function fitting(field: FieldId, limits: unknown, given: Input): Input {
  const kind: {
    check(limits: unknown, key: InputKey): { safeParse(value: unknown): { success: boolean } }
    across?(limits: unknown, input: Input): unknown[]
  } = kinds[vocabulary[field].kind] as never
  const keys = keysOf(field, limits as never)
  const kept = Object.fromEntries(
    Object.entries(given).filter(
      ([key, value]) => keys.includes(key as InputKey) && kind.check(limits, key as InputKey).safeParse(value).success,
    ),
  ) as Input
  return kind.across?.(limits, kept).length ? {} : kept
}

/** A legal neighbour for lengths and sizes; everything else is set aside whole. */
function nearest(field: FieldId, limits: unknown, given: Input): Input | undefined {
  if (field === 'duration' && typeof given.duration === 'number') {
    const bounds = limits as { values: readonly number[] } | { min: number; max: number }
    const wanted = given.duration
    const value =
      'values' in bounds
        ? [...bounds.values].sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0]
        : Math.min(bounds.max, Math.max(bounds.min, wanted))
    return value === undefined ? undefined : { duration: value }
  }
  if (field === 'size') {
    const { sizes, as } = limits as Parameters<typeof sizeOf>[0]
    const shape = given.aspectRatio ?? (given.width && given.height ? given.width / given.height : undefined)
    const near =
      sizes.find((size) =>
        typeof shape === 'number' ? Math.abs(size.width / size.height - shape) < 0.02 : size.aspectRatio === shape,
      ) ?? sizes[0]
    if (!near) return
    return as === 'words'
      ? said({ aspectRatio: near.aspectRatio, resolution: near.resolution })
      : { width: near.width, height: near.height }
  }
}

function inWords(input: Input, keys: readonly string[]): string {
  if (input.width && input.height) return `${input.width}×${input.height}`
  return keys
    .map((key) => {
      const value = input[key as InputKey]
      if (Array.isArray(value)) return String(value.length)
      if (typeof value === 'number') return key === 'duration' ? `${value} s` : String(value)
      if (typeof value === 'string') return value.length > 24 ? `${value.slice(0, 23)}…` : value
      return typeof value === 'boolean' ? (value ? 'on' : 'off') : 'set'
    })
    .join(' · ')
}
