'use client'
// One thing and what it was before: undo and redo by walking a list.
import { useCallback, useMemo, useState } from 'react'

type Past<T> = { all: readonly T[]; at: number }

export function useHistory<T>(start: T) {
  const [past, setPast] = useState<Past<T>>({ all: [start], at: 0 })
  const push = useCallback(
    (change: (now: T) => T) =>
      setPast(({ all, at }) => {
        const now = all[at] ?? start
        const next = change(now)
        return next === now ? { all, at } : { all: [...all.slice(0, at + 1), next], at: at + 1 }
      }),
    [start],
  )
  const step = useCallback(
    (by: 1 | -1) => setPast(({ all, at }) => ({ all, at: Math.min(all.length - 1, Math.max(0, at + by)) })),
    [],
  )
  const now = past.all[past.at] ?? start
  return useMemo(
    () => ({ now, push, step, canUndo: past.at > 0, canRedo: past.at < past.all.length - 1 }),
    [now, push, step, past],
  )
}
