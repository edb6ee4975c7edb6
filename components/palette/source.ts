'use client'
// What the palette offers: every screen brings its own entries, and they are read when it opens.
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react'

export type PaletteEntry = {
  key: string
  group: string
  label: string
  /** Found by these, too. */
  words?: string
  icon?: ReactNode
  keys?: string
  /** Listed, not possible, with the reason. */
  reason?: string | undefined
  run: () => void
}

const sources = new Map<string, () => readonly PaletteEntry[]>()

/** @param name of the screen; one of a name at a time. */
export function usePaletteEntries(name: string, read: () => readonly PaletteEntry[]) {
  const now = useRef(read)
  now.current = read
  useEffect(() => {
    const source = () => now.current()
    sources.set(name, source)
    return () => {
      if (sources.get(name) === source) sources.delete(name)
    }
  }, [name])
}

export const paletteEntries = () => [...sources.values()].flatMap((read) => read())

let open = false
const watchers = new Set<() => void>()
export const turnPalette = (next: boolean) => {
  open = next
  for (const tell of watchers) tell()
}
const watch = (tell: () => void) => {
  watchers.add(tell)
  return () => watchers.delete(tell)
}
export const usePaletteOpen = () =>
  useSyncExternalStore(
    watch,
    () => open,
    () => false,
  )
