'use client'
// Whether the queue stands open; asked for from the header, from boards and from the palette.
import { useSyncExternalStore } from 'react'

let open = false
const watchers = new Set<() => void>()
const turn = (next: boolean) => {
  open = next
  for (const tell of watchers) tell()
}
const watch = (tell: () => void) => {
  watchers.add(tell)
  return () => watchers.delete(tell)
}

export const openQueue = () => turn(true)
export const closeQueue = () => turn(false)
export const useQueueOpen = () =>
  useSyncExternalStore(
    watch,
    () => open,
    () => false,
  )
