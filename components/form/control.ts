// What every control is given: how its field stands, and nothing about the model.
import type { InputKey } from '@/lib/models/input'
import type { Kind, Limits } from '@/lib/models/limits'
import type { Standing } from '@/lib/models/standing'
import { type FieldId, vocabulary } from '@/lib/models/vocabulary'

export type ControlProps<K extends Kind = Kind> = {
  field: FieldId
  limits: Limits[K]
  keys: readonly InputKey[]
  label: string
  hint?: string | undefined
  note?: string | undefined
  needed: boolean
  /** It has a value that a fresh form begins with, so leaving it out is not one of its choices. */
  started: boolean
  barred?: string | undefined
}

export function propsOf<K extends Kind>(standing: Standing): ControlProps<K> {
  const { field, use, keys, needed, barred, tight } = standing
  const word: { label: string; help?: string } = vocabulary[field]
  return {
    field,
    // The kind of a standing and the limits of its use come from one line of the vocabulary; the compiler cannot see the tie.
    limits: use.limits as Limits[K],
    keys,
    label: use.label ?? word.label,
    // A row that calls a field otherwise means something else by it.
    hint: use.label === undefined ? word.help : undefined,
    note: [use.note, tight].filter(Boolean).join(' ') || undefined,
    needed,
    started: use.start !== undefined || use.required === true,
    barred,
  }
}

/** The id of the control that fills a path of the input; errors and the next action lead there. */
export const idOf = (path: string) => `field-${path.replaceAll('.', '-')}`
