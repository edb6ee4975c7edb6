'use client'
// How large the cards are: kept in this browser, in five steps from many to few.
import { useSyncExternalStore } from 'react'

const kept = 'reelboard-density'
/** The width in px that a card aims for. */
const aims = [200, 250, 320, 420, 640] as const
const narrowest = 190
export const steps = { min: 0, max: aims.length - 1, start: 1 }

const listeners = new Set<() => void>()

function read(): number {
  try {
    const step = Number(localStorage.getItem(kept) ?? steps.start)
    return Number.isInteger(step) && step >= steps.min && step <= steps.max ? step : steps.start
  } catch {
    return steps.start
  }
}

export function setDensity(step: number) {
  try {
    localStorage.setItem(kept, String(step))
  } catch {
    return
  }
  for (const tell of listeners) tell()
}

const listen = (tell: () => void) => {
  listeners.add(tell)
  window.addEventListener('storage', tell)
  return () => {
    listeners.delete(tell)
    window.removeEventListener('storage', tell)
  }
}

export const useDensity = () => useSyncExternalStore(listen, read, () => steps.start)

export type Layout = { columns: number; gap: number; margin: number; card: number }

/** @param width of the whole window or column, in px. Two columns at least, five at 1440, four at 1024. */
export function layoutOf(width: number, step: number): Layout {
  const [gap, margin] = width < 900 ? [8, 16] : width < 1200 ? [12, 16] : [16, 24]
  const inner = Math.max(0, width - 2 * margin)
  const fitting = (card: number) => (inner + gap) / (card + gap)
  const columns = Math.max(2, Math.min(Math.round(fitting(aims[step] ?? 250)), Math.floor(fitting(narrowest))))
  return { columns, gap, margin, card: (inner - (columns - 1) * gap) / columns }
}
