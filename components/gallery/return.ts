'use client'
// Coming back from the viewer: the list stands where it was left, and the take last seen has the focus.
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { Task } from '@/lib/tasks/task'

let left: { address: string; top: number; seen: string | undefined } | undefined

/** Told by the viewer: the take that was looked at last. */
export function remember(id: string) {
  if (left) left.seen = id
}

export function useReturn(
  scroller: RefObject<HTMLElement | null>,
  tasks: readonly Task[],
  go: (index: number) => void,
) {
  const here = useRef(false)
  useLayoutEffect(() => {
    if (here.current || tasks.length === 0) return
    here.current = true
    const before = left
    if (!before?.seen || before.address !== location.search) return
    const own = scroller.current
    if (own && own.scrollHeight > own.clientHeight) own.scrollTop = before.top
    else window.scrollTo(0, before.top)
    const index = tasks.findIndex(({ id }) => id === before.seen)
    if (index >= 0) go(index)
  }, [scroller, tasks, go])
  useEffect(() => {
    const own = scroller.current
    const keep = () => {
      left = { address: location.search, top: own?.scrollTop || window.scrollY, seen: undefined }
    }
    own?.addEventListener('scroll', keep, { passive: true })
    window.addEventListener('scroll', keep, { passive: true })
    keep()
    return () => {
      own?.removeEventListener('scroll', keep)
      window.removeEventListener('scroll', keep)
    }
  }, [scroller])
}
