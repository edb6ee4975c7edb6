'use client'
// What the draft's provider keeps for its account, as far as it can be picked from just now.
import { type Kept, type KeptKind, useKeepers, useKept } from '@/lib/api/shelf-query'
import { useDesk } from './draft'

/** `label`: the provider, where it keeps anything at all. `why`: the reason for which nothing can be picked. */
export function usePickable(what: KeptKind): { label?: string; items: readonly Kept[]; why?: string } {
  const { row } = useDesk()
  const { data } = useKeepers()
  const keeper = data?.keepers.find(({ provider }) => provider === row.provider)
  const { data: items = [], error, isLoading } = useKept(row.provider, what, keeper?.ready === true)
  if (!keeper) return { items: [] }
  const { label, ready, reason } = keeper
  const why = ready ? (error?.message ?? (isLoading ? `Asking ${label}…` : undefined)) : reason
  return { label, items, ...(why === undefined ? {} : { why }) }
}
