// What a fresh form holds.
import type { Input, InputKey } from './input'
import { kindOf } from './kinds'
import type { Kind } from './limits'
import type { Workflow } from './row'
import { standing } from './standing'

const begin: ReadonlySet<Kind> = new Set<Kind>(['size', 'duration', 'choice'])

export function startInput(workflow: Workflow): Input {
  let input: Input = {}
  for (const { field, kind, use, keys } of standing(workflow, {})) {
    const value = use.start ?? (use.required && begin.has(kind) ? kindOf(field).start?.(use.limits) : undefined)
    if (value !== undefined) input = { ...input, ...underKeys(keys, value) }
  }
  return input
}

/** A start of several keys names them itself. */
const underKeys = ([first, ...more]: readonly InputKey[], value: unknown): Input =>
  more.length && typeof value === 'object' && value !== null ? value : { [first ?? '']: value }
