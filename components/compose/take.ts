'use client'
// The tasks that were made from the form, by whichever draft it held.
import { useMemo } from 'react'
import { useTasks } from '@/lib/api/queries'

/** They belong to no storyboard. */
export function useTakes() {
  const list = useTasks()
  const takes = useMemo(() => (list.data ?? []).filter(({ storyboardId }) => storyboardId === undefined), [list.data])
  return { takes, all: !list.hasNextPage, pending: list.isPending, error: list.error, tasks: list.data ?? [] }
}
