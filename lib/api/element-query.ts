// What the pages ask about elements. They are small, and suggestions need them all: the whole library is read at once.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Element, NewElement } from '../elements/element'
import { api } from './client'
import { keys } from './keys'

async function allElements(signal: AbortSignal): Promise<Element[]> {
  const found: Element[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await api.listElements({ query: { limit: 200, ...(cursor ? { cursor } : {}) } }, { signal })
    found.push(...page.items)
    if (!page.nextCursor) return found
    cursor = page.nextCursor
  }
}

/** The one changed last first. */
export const useElements = (enabled = true) =>
  useQuery({ queryKey: keys.elements, queryFn: ({ signal }) => allElements(signal), enabled })

/** `seen` is the element that the change began from; without it a new one is kept. */
type Kept = { draft: NewElement; seen?: Pick<Element, 'id' | 'version'> | undefined }

export function useKeepElement() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ draft, seen }: Kept) =>
      seen
        ? api.saveElement({ params: { id: seen.id }, body: { ...draft, version: seen.version } })
        : api.addElement({ body: draft }),
    onSuccess: (kept) =>
      client.setQueryData<Element[]>(
        keys.elements,
        (list) => list && [kept, ...list.filter(({ id }) => id !== kept.id)],
      ),
    onSettled: () => client.invalidateQueries({ queryKey: keys.elements }),
  })
}

export function useRemoveElement() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.removeElement({ params: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.elements }),
  })
}
