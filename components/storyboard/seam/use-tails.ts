'use client'
import { useMemo, useRef } from 'react'
import type { Tails } from '@/lib/storyboard/seam'
import type { Board } from '@/lib/storyboard/storyboard'
import { tailsOf } from '@/lib/storyboard/tail'
import type { Task } from '@/lib/tasks/task'

/** What the films before the seams give. The same object as before while nothing of it changed, so that no plan is made anew. */
export function useTails(board: Board, tasks: readonly Task[]): Tails {
  const before = useRef<{ key: string; tails: Tails }>(undefined)
  return useMemo(() => {
    const tails = tailsOf(board, tasks)
    const key = JSON.stringify([...tails])
    if (before.current?.key === key) return before.current.tails
    before.current = { key, tails }
    return tails
  }, [board, tasks])
}
