'use client'
// The keys of a board, heard wherever the focus is, as long as nothing else takes them. What they do stands in the commands.
import { useEffect, useEffectEvent } from 'react'
import { isPressed } from '@/components/ui/keys'
import { wordsId } from '../inspector/words'
import { commands, run } from './command'
import type { Hand } from './hand'

export function useBoardKeys(hand: Hand) {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || inDialog(event)) return
    const writing = isWriting(event)
    const found = commands.find((one) => (!writing || one.writing) && one.keys?.some((keys) => isPressed(keys, event)))
    if (found && !(found.keys?.length && belongs(event))) {
      event.preventDefault()
      // A key held down is one press of what costs, and what is refused is told once.
      if (!(event.repeat && (found.group === 'Render' || found.not?.(hand.now())))) run(found, hand)
      return
    }
    if (!writing && !onOther(event)) walk(event, hand)
  })
  useEffect(() => {
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
}

/** Arrows walk the cards; with Shift they take them along. */
function walk(event: KeyboardEvent, { draft, at, act }: Hand) {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const columns = Number(document.querySelector<HTMLElement>('[data-columns]')?.dataset.columns ?? 1)
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }
  const step = steps[event.key]
  if (step === undefined) {
    // One shot alone again.
    const shown = event.key === 'Escape' ? draft.shots[at] : undefined
    if (shown) act.select(shown.id)
    return
  }
  const to = draft.shots[document.activeElement?.closest('[data-shot]') || at > 0 ? at + step : 0]
  event.preventDefault()
  if (!to) return
  act.select(to.id, false, event.shiftKey ? 'range' : undefined)
  focusShot(to.id)
}

const inDialog = ({ target }: KeyboardEvent) =>
  target instanceof Element && target.closest('[role="dialog"],[role="menu"],[role="listbox"]') !== null

const isWriting = ({ target }: KeyboardEvent) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** A button takes Enter and Space for itself; on a card they are the board's. */
function belongs(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  if (event.key === ' ') return !(event.target instanceof Element && event.target.matches('[data-open]'))
  return event.key === 'Enter' && onOther(event)
}

/** A press on another control is that control's own; a shot's card is ours. */
function onOther({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false
  const control = target.closest('button, a, [role="slider"], [role="separator"]')
  if (!control || control.matches('[data-open]')) return false
  return key === 'Enter' || key.startsWith('Arrow')
}

export function focusShot(id: string) {
  const at = document.querySelector<HTMLElement>(`[data-shot="${CSS.escape(id)}"] [data-open]`)
  at?.focus({ preventScroll: true })
  at?.closest('[data-shot]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** When the inspector shows the shot. */
export function focusWords(id: string) {
  let tries = 0
  const look = () => {
    const at = document.getElementById(wordsId(id))
    if (at) at.focus()
    else if (tries++ < 120) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
