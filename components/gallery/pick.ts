'use client'
// What is picked in the gallery, in the order of picking. What leaves the list is picked no more.
import { useCallback, useState } from 'react'
import type { Asset } from '@/lib/media/asset'
import type { Task } from '@/lib/tasks/task'

/** On the card: the first two are A and B. */
export type Mark = 'A' | 'B' | 'more'

/** One of two under comparison. */
export type Compared = { task: Task; film: Asset }

/** @param tasks nothing while the list is not known. */
export function usePicks(tasks: readonly Task[] | undefined) {
  const [ids, setIds] = useState<readonly string[]>([])
  const picked = ids.flatMap((id) => tasks?.find((task) => task.id === id) ?? [])
  if (tasks && picked.length < ids.length) setIds(picked.map(({ id }) => id))
  const pick = useCallback(
    ({ id }: Pick<Task, 'id'>) =>
      setIds((now) => (now.includes(id) ? now.filter((other) => other !== id) : [...now, id])),
    [],
  )
  return {
    picked,
    pick,
    swap: useCallback(() => setIds((now) => [...now].reverse()), []),
    clear: useCallback(() => setIds([]), []),
    markOf(id: string): Mark | undefined {
      const at = ids.indexOf(id)
      return at < 0 ? undefined : at === 0 ? 'A' : at === 1 ? 'B' : 'more'
    },
  }
}

/** The two that can be seen beside one another, or why there are none. */
export function pairOf(picked: readonly Task[]): { pair: [Compared, Compared] } | { reason: string } {
  if (picked.length < 2) return { reason: 'Pick one more to compare' }
  if (picked.length > 2) return { reason: 'Two are compared at a time' }
  const [a, b] = picked.flatMap((task): Compared[] => {
    const [film] = task.outputs
    return task.status === 'done' && film ? [{ task, film }] : []
  })
  if (!a || !b) return { reason: 'Only finished takes are compared' }
  if (a.film.kind === 'audio' || b.film.kind === 'audio') return { reason: 'Sounds are not compared by eye' }
  if (a.film.kind !== b.film.kind) return { reason: 'A film and a picture are not compared' }
  return { pair: [a, b] }
}
