// What the pages ask about films of boards and marks on takes. The stream brings what comes of it.
import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from './client'
import type { Contract } from './contract'
import type { Asked } from './entry'

/** @param stand changes with whatever the film is made of; nothing: it is not asked. */
export const useBoardFilm = (id: string, stand: string | undefined) =>
  useQuery({
    queryKey: ['board-film', id, stand],
    queryFn: ({ signal }) => api.readFilm({ params: { id } }, { signal }),
    enabled: stand !== undefined,
    staleTime: 0,
    placeholderData: (before) => before,
  })

type Making = Asked<Contract['makeFilm']>['body'] & { board: string }

/** Give it an id: pressing twice then makes one film. */
export const useMakeFilm = () =>
  useMutation({ mutationFn: ({ board, ...body }: Making) => api.makeFilm({ params: { id: board }, body }) })

type Mark = Asked<Contract['markTask']>['body'] & { id: string }

/** Arrives even when the page goes right after. */
export const useMark = () =>
  useMutation({ mutationFn: ({ id, ...body }: Mark) => api.markTask({ params: { id }, body }, { keepalive: true }) })
