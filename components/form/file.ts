'use client'
// The facts of our own files that a draft points at: name, pixels, seconds. They live in the query cache.
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { Asset } from '@/lib/media/asset'
import { mediaOf } from '@/lib/models/input'
import { assetKey, findAsset } from '../media/fact'
import { useFromInput } from './draft'

export type FileState = 'known' | 'waiting' | 'gone'
export type Files = { known: (id: string) => Asset | undefined; state: (id: string) => FileState }

export function useFiles(): Files {
  const client = useQueryClient()
  const ids = useFromInput((input) => [
    ...new Set(mediaOf(input).flatMap(({ medium }) => ('asset' in medium ? [medium.asset] : []))),
  ])
  const answers = useQueries({
    queries: ids.map((id) => ({
      queryKey: assetKey(id),
      queryFn: () => findAsset(client, id),
      staleTime: Infinity,
    })),
    combine: (all) => all.map(({ data, status }) => ({ data, status })),
  })
  const known = useCallback((id: string) => answers[ids.indexOf(id)]?.data ?? undefined, [answers, ids])
  const state = useCallback(
    (id: string): FileState => {
      const answer = answers[ids.indexOf(id)]
      if (answer?.data) return 'known'
      return answer?.status === 'success' ? 'gone' : 'waiting'
    },
    [answers, ids],
  )
  return useMemo(() => ({ known, state }), [known, state])
}
