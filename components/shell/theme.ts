'use client'
// Light, dark, or as the system says; kept in this browser, set on <html> before anything is painted.
import { useSyncExternalStore } from 'react'
import { kept } from './theme-before-paint'

export const themes = ['system', 'dark', 'light'] as const
export type Theme = (typeof themes)[number]
const listeners = new Set<() => void>()

function read(): Theme {
  try {
    const said = localStorage.getItem(kept)
    return said === 'dark' || said === 'light' ? said : 'system'
  } catch {
    return 'system'
  }
}

const systemLight = () => matchMedia('(prefers-color-scheme: light)')

function apply() {
  const theme = read()
  const shown = theme === 'system' ? (systemLight().matches ? 'light' : 'dark') : theme
  document.documentElement.dataset.theme = shown
}

export function setTheme(theme: Theme) {
  try {
    if (theme === 'system') localStorage.removeItem(kept)
    else localStorage.setItem(kept, theme)
  } catch {
    // A browser that keeps nothing still shows the theme until the page is left.
    if (theme !== 'system') document.documentElement.dataset.theme = theme
    return
  }
  apply()
  for (const tell of listeners) tell()
}

function listen(tell: () => void) {
  const changed = () => {
    apply()
    tell()
  }
  listeners.add(tell)
  const system = systemLight()
  system.addEventListener('change', changed)
  window.addEventListener('storage', changed)
  return () => {
    listeners.delete(tell)
    system.removeEventListener('change', changed)
    window.removeEventListener('storage', changed)
  }
}

export function useTheme(): Theme {
  return useSyncExternalStore(listen, read, () => 'system')
}
