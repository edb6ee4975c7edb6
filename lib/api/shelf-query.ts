// What the pages ask about elements and voices that providers keep.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { ProviderId } from '../models/row'
import { api } from './client'
import { keys } from './keys'
import type { kept, keptKind } from './shelf'

export type Kept = z.output<typeof kept>
export type KeptKind = z.output<typeof keptKind>

export const useKeepers = () =>
  useQuery({ queryKey: keys.keepers, queryFn: ({ signal }) => api.listKeepers({}, { signal }) })

/** Own ones first. Asked of the provider itself, so it is asked only when wanted, and kept for a while. */
export const useKept = (provider: ProviderId, what: KeptKind, enabled = true) =>
  useQuery({
    queryKey: keys.kept(provider, what),
    queryFn: ({ signal }) => api.listKept({ params: { id: provider }, query: { what } }, { signal }),
    select: ({ items }) => items,
    staleTime: 5 * 60_000,
    enabled,
  })

/** @param version asks again once the element has changed, for changed parts are not known any more. */
export const useKnown = (id: string, version: number) =>
  useQuery({
    queryKey: [...keys.known(id), version],
    queryFn: ({ signal }) => api.whereKnown({ params: { id } }, { signal }),
    select: ({ places }) => places,
  })

/** Both change what is known of elements and what the provider lists. */
function useChanged() {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['kept'] }),
      client.invalidateQueries({ queryKey: [...keys.elements, 'known'] }),
    ])
}

export function useKeepThere() {
  const changed = useChanged()
  return useMutation({
    mutationFn: ({ provider, what, element }: { provider: ProviderId; what: KeptKind; element: string }) =>
      api.keepThere({ params: { id: provider }, body: { what, element } }),
    onSettled: changed,
  })
}

export function useDropThere() {
  const changed = useChanged()
  return useMutation({
    mutationFn: ({ provider, what, kept }: { provider: ProviderId; what: KeptKind; kept: string }) =>
      api.dropThere({ params: { id: provider }, query: { what, kept } }),
    onSettled: changed,
  })
}
