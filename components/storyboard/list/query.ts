'use client'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { api } from '@/lib/api/client'
import type { NewBoard } from '@/lib/storyboard/storyboard'

export const boardsKey = ['storyboards', 'list'] as const

export const useBoards = () =>
  useInfiniteQuery({
    queryKey: boardsKey,
    queryFn: ({ pageParam, signal }) =>
      api.listStoryboards({ query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    staleTime: 0,
  })

/** Keeps a new board and opens it. */
export function useNewBoard() {
  const client = useQueryClient()
  const router = useRouter()
  return useMutation({
    mutationFn: async (make: () => NewBoard | Promise<NewBoard>) => api.addStoryboard({ body: await make() }),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: boardsKey })
      router.push(`/storyboards/${id}`)
    },
  })
}

export function useRemoveBoard() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.removeStoryboard({ params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: boardsKey }),
  })
}
