'use client'
// Which shots are selected: one that is shown, and those that commands are for.
import { useCallback, useMemo, useRef, useState } from 'react'
import type { BoardShot } from '@/lib/storyboard/storyboard'

type Picked = { current?: string | undefined; anchor?: string | undefined; ids: readonly string[] }

export function useSelection(shots: readonly BoardShot[]) {
  const [picked, setPicked] = useState<Picked>({ ids: [] })
  const now = useRef(shots)
  now.current = shots
  const pick = useCallback((id: string, how?: 'toggle' | 'range') => {
    setPicked((before) => {
      const shown = before.current ?? now.current[0]?.id
      const held = before.ids.length > 0 ? before.ids : shown ? [shown] : []
      if (how === 'range') {
        const anchor = before.anchor ?? shown ?? id
        const [a, b] = [anchor, id].map((one) => now.current.findIndex((shot) => shot.id === one))
        const ids = now.current.slice(Math.min(a ?? 0, b ?? 0), Math.max(a ?? 0, b ?? 0) + 1).map((shot) => shot.id)
        return { current: id, anchor, ids }
      }
      if (how !== 'toggle') return { current: id, anchor: id, ids: [id] }
      if (!held.includes(id)) return { current: id, anchor: id, ids: [...held, id] }
      const ids = held.filter((one) => one !== id)
      return ids.length === 0 ? before : { current: ids.at(-1), anchor: ids.at(-1), ids }
    })
  }, [])
  const many = useCallback((ids: readonly string[]) => setPicked({ current: ids[0], anchor: ids[0], ids }), [])
  const at = Math.max(
    0,
    shots.findIndex(({ id }) => id === picked.current),
  )
  const shot = shots[at]
  const ids = useMemo(() => {
    const held = new Set(picked.ids)
    const left = shots.flatMap(({ id }) => (held.has(id) ? [id] : []))
    return left.length > 0 ? left : shot ? [shot.id] : []
  }, [shots, picked.ids, shot])
  const key = ids.join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same shots are the same selection, whatever is written in them
  const set = useMemo(() => new Set(ids), [key])
  return { shot, at, ids, set, pick, many }
}
