'use client'
// The queue as the page shows it; places are not told by the stream, so it is read again while it is open.
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { isWaiting } from '../tasks/after'
import type { Task } from '../tasks/task'
import { api } from './client'
import type { Contract } from './contract'
import type { Asked } from './entry'
import { keys } from './keys'

const pageSize = 100

/** `items` are those of the pages read so far, the next one first; `waiting` is how many wait in all. */
export const useQueue = (open = true) =>
  useInfiniteQuery({
    queryKey: keys.queue,
    queryFn: ({ pageParam, signal }) =>
      api.readQueue({ query: { limit: pageSize, ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: open ? 4_000 : false,
    staleTime: 0,
    select: standing,
  })

type Page = Awaited<ReturnType<typeof api.readQueue>>

/** The same function at every drawing: another would be asked anew, and give other places each time. */
function standing({ pages }: { pages: Page[] }) {
  const items = [...new Map(pages.flatMap((page) => page.items.map((task) => [task.id, task] as const))).values()]
  const { paused = false, waiting = 0 } = pages[0] ?? {}
  return { paused, waiting, items, places: placesIn(items) }
}

/** By id, from 1: each among those of its provider. What waits for a film has no place yet. */
export function placesIn(items: readonly Task[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  return new Map(
    items.flatMap((task) => {
      if (isWaiting(task)) return []
      const place = (counts.get(task.provider) ?? 0) + 1
      counts.set(task.provider, place)
      return [[task.id, place] as const]
    }),
  )
}

export function useChangeQueue() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Asked<Contract['changeQueue']>['body']) => api.changeQueue({ body }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.queue }),
  })
}
