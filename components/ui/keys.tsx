'use client'
// Keys as they are named on the keyboard at hand: "Mod+Shift+Z" is ⇧ ⌘ Z on a Mac and Ctrl Shift Z elsewhere.
import { useSyncExternalStore } from 'react'
import { Kbd } from './kbd'

const never = () => () => {}
const isMac = () => /mac|iphone|ipad/i.test(navigator.userAgent)

const useMac = () => useSyncExternalStore(never, isMac, () => false)

const same: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Enter: '↵',
  Escape: 'Esc',
  Delete: 'Del',
}
const there: Record<string, string> = { Mod: 'Ctrl', Control: 'Ctrl' }
const mac: Record<string, string> = { Mod: '⌘', Control: '⌃', Alt: '⌥', Shift: '⇧' }

/** The caps of a combination, in the order in which they are pressed. */
const capsOf = (keys: string, onMac: boolean): string[] =>
  keys
    .split('+')
    .map((key) => (onMac ? mac[key] : there[key]) ?? same[key] ?? (key.length === 1 ? key.toUpperCase() : key))

/** For aria-keyshortcuts, which knows Control and Meta alone. */
export const spokenKeys = (keys: string) =>
  keys.includes('Mod') ? `${keys.replace('Mod', 'Control')} ${keys.replace('Mod', 'Meta')}` : keys

/** Whether this is the combination: Mod is Ctrl or ⌘; Shift counts where it is named, and for letters. */
export function isPressed(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const has = (name: string) => parts.includes(name)
  const letter = /^[a-z]$/i.test(key)
  if (has('Mod') !== (event.ctrlKey || event.metaKey) || has('Alt') !== event.altKey) return false
  if ((letter || has('Shift') || key.length > 1) && has('Shift') !== event.shiftKey) return false
  // With Alt held, some keyboards write another letter.
  if (letter && has('Alt')) return event.code === `Key${key.toUpperCase()}`
  return letter ? event.key.toLowerCase() === key.toLowerCase() : event.key === (key === 'Space' ? ' ' : key)
}

export function Keys({ of, always = false }: { of: string; always?: boolean }) {
  const onMac = useMac()
  return (
    <span className="flex gap-1">
      {capsOf(of, onMac).map((cap) => (
        <Kbd key={cap} always={always}>
          {cap}
        </Kbd>
      ))}
    </span>
  )
}
