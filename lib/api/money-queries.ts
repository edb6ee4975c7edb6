// What the pages ask of money, and of the providers that take it. The stream has it read anew as tasks move.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ProviderId } from '../models/row'
import type { Caps } from '../tasks/cap'
import { api } from './client'
import type { Contract } from './contract'
import type { Answer } from './entry'
import { keys } from './keys'

/** Read anew now and then as well: a new day begins without any task. */
export const useSpend = () =>
  useQuery({
    queryKey: keys.spend,
    queryFn: ({ signal }) => api.readSpend({}, { signal }),
    refetchInterval: 300_000,
  })

export function useSetCaps() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Caps) => api.setCaps({ body }),
    async onSuccess(caps) {
      // An older reading on its way must not bring back the caps of before.
      await client.cancelQueries({ queryKey: keys.spend })
      client.setQueryData<Answer<Contract['readSpend']>>(keys.spend, (spend) => spend && { ...spend, caps })
      await client.invalidateQueries({ queryKey: keys.spend })
    },
  })
}

export type LedgerBy = 'day' | 'model' | 'storyboard'

/** The last so many days, today among them; days are this computer's. */
export const useLedger = (by: LedgerBy, days: number) =>
  useQuery({
    queryKey: keys.ledger({ by, days }),
    queryFn: ({ signal }) => {
      const now = new Date()
      const since = new Date(now.getFullYear(), now.getMonth(), now.getDate() - days + 1).toISOString()
      return api.readLedger({ query: { by, since } }, { signal })
    },
  })

/** Titles of all boards by id, the one changed last first. */
export const useTitles = (wanted: boolean) =>
  useQuery({
    queryKey: keys.titles,
    queryFn: async ({ signal }) => {
      const titles = new Map<string, string>()
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const { items, nextCursor } = await api.listStoryboards(
          { query: { limit: 100, ...(cursor ? { cursor } : {}) } },
          { signal },
        )
        for (const { id, title } of items) titles.set(id, title)
        cursor = nextCursor
      }
      return titles
    },
    enabled: wanted,
  })

/** Asked only when somebody wants to know. */
export const useBalance = (id: ProviderId) =>
  useQuery({
    queryKey: keys.balance(id),
    queryFn: ({ signal }) => api.readBalance({ params: { id } }, { signal }),
    enabled: false,
    retry: false,
    select: ({ balance }) => balance,
  })

export function useResume() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: ProviderId) => api.resumeProvider({ params: { id } }),
    onSuccess: () =>
      Promise.all([keys.health, keys.settings].map((queryKey) => client.invalidateQueries({ queryKey }))),
  })
}
