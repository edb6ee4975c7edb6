'use client'
// The queue as the page shows it; places are not told by the stream, so it is read again while it is open.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './client'
import type { Contract } from './contract'
import type { Asked } from './entry'
import { keys } from './keys'

export const useQueue = (open = true) =>
  useQuery({
    queryKey: keys.queue,
    queryFn: ({ signal }) => api.readQueue({}, { signal }),
    refetchInterval: open ? 4_000 : false,
    staleTime: 0,
  })

export function useChangeQueue() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Asked<Contract['changeQueue']>['body']) => api.changeQueue({ body }),
    onSuccess: (queue) => client.setQueryData(keys.queue, queue),
    onError: () => client.invalidateQueries({ queryKey: keys.queue }),
  })
}
