'use client'
// Which models are shown and which two are looked at together; it stands in the address.
import { createParser, parseAsArrayOf, parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { rowOf } from '@/lib/models/catalog'
import { asProviderId } from '@/lib/models/provider-id'
import type { Row } from '@/lib/models/row'
import { workflowIds, workflowWords } from '@/lib/models/vocabulary'
import { providerWord } from '../compose/fact'
import { capabilities, capabilityIds } from './capability'

export const keyOf = ({ provider, model }: Pick<Row, 'provider' | 'model'>) => `${provider}/${model}`
export function rowAt(key: string): Row | undefined {
  const at = key.indexOf('/')
  return rowOf(key.slice(0, at), key.slice(at + 1))
}

const words = {
  q: parseAsString.withDefault(''),
  way: parseAsStringLiteral(workflowIds),
  can: parseAsArrayOf(parseAsStringLiteral(capabilityIds)).withDefault([]),
  provider: createParser({ parse: (text) => asProviderId(text) ?? null, serialize: (id) => id }),
  pick: parseAsArrayOf(parseAsString).withDefault([]),
  compare: parseAsBoolean.withDefault(false),
  only: parseAsBoolean.withDefault(false),
}

export const useFilter = () => useQueryStates(words, { history: 'replace', throttleMs: 200 })
export type Filter = Pick<ReturnType<typeof useFilter>[0], 'q' | 'way' | 'can' | 'provider'>

const soughtIn = (row: Row) =>
  [
    row.name,
    row.model,
    row.family,
    row.tier,
    row.kind,
    providerWord(row.provider),
    ...row.workflows.flatMap(({ id }) => [id, workflowWords[id]]),
    ...capabilityIds.filter((id) => capabilities[id].has(row)).map((id) => capabilities[id].label),
  ]
    .join(' ')
    .toLowerCase()

/** Every word must stand somewhere in the row, and every capability must be had. */
export function fits(row: Row, { q, way, can, provider }: Filter): boolean {
  const text = soughtIn(row)
  return (
    q
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word)) &&
    (way === null || row.workflows.some(({ id }) => id === way)) &&
    (provider === null || row.provider === provider) &&
    can.every((id) => capabilities[id].has(row))
  )
}

export type Group = { name: string; provider: Row['provider']; rows: Row[] }

export function grouped(rows: readonly Row[]): Group[] {
  const groups = new Map<string, Group>()
  for (const row of rows) {
    const name = row.provider === 'local' ? providerWord('local') : `${providerWord(row.provider)} · ${row.family}`
    const group = groups.get(name) ?? { name, provider: row.provider, rows: [] }
    group.rows.push(row)
    groups.set(name, group)
  }
  return [...groups.values()]
}
