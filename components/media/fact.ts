'use client'
// The facts of our own files by id, in the query cache. An upload tells them; older ones are looked up in the library.
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api/client'
import type { Asset } from '@/lib/media/asset'

export const assetKey = (id: string) => ['asset', id] as const

export function remember(client: QueryClient, asset: Asset) {
  client.setQueryData(assetKey(asset.id), asset)
}

/** Null when the library does not hold it. Reads the library newest first until it is found, and remembers what it saw. */
export async function findAsset(client: QueryClient, id: string): Promise<Asset | null> {
  for (let cursor: string | undefined; ; ) {
    const page = await api.listMedia({ query: { limit: 200, ...(cursor ? { cursor } : {}) } })
    for (const one of page.items) if (one.id !== id) remember(client, one)
    const found = page.items.find((one) => one.id === id)
    if (found) return found
    if (!page.nextCursor) return null
    cursor = page.nextCursor
  }
}

export function useAsset(id: string | undefined): Asset | undefined {
  const client = useQueryClient()
  const { data } = useQuery({
    queryKey: assetKey(id ?? ''),
    queryFn: () => findAsset(client, id ?? ''),
    enabled: id !== undefined,
    staleTime: Infinity,
  })
  return data ?? undefined
}
