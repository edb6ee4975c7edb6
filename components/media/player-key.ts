'use client'
import { useEffect, useEffectEvent } from 'react'
import { isTaken } from '@/components/ui/typing'
import type { Control } from './player-control'

/** The player's keys, heard wherever the focus is, as long as nothing else takes them. */
export function usePlayerKeys(control: Control, onFull: () => void, active: boolean) {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (isTaken(event)) return
    const onButton = event.target instanceof Element && event.target.closest('button, a') !== null
    const acts: Record<string, () => void> = {
      k: control.pause,
      j: () => control.shuttle(-1),
      l: () => control.shuttle(1),
      ',': () => control.step(-1),
      '.': () => control.step(1),
      m: () => control.setMuted(!control.muted),
      o: () => control.setLoop(!control.loop),
      f: onFull,
      Home: () => control.seek(0),
      End: () => control.seek(control.duration),
      ...(onButton ? {} : { ' ': control.toggle }),
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    if (!active) return
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [active])
}
