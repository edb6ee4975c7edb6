'use client'
// The keys of a board, heard wherever the focus is, as long as nothing else takes them.
import { useEffect, useEffectEvent } from 'react'
import { isTaken } from '@/components/ui/typing'
import type { Act } from './act'
import type { Desk } from './desk'
import type { Draft } from './draft'
import { wordsId } from './words'

type Props = {
  desk: Desk
  draft: Draft
  selected: string | undefined
  act: Act
  onRender: () => void
  onPlay: () => void
}

export function useBoardKeys({ desk, draft, selected, act, onRender, onPlay }: Props) {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (commanded(event, desk, onRender)) return
    const at = draft.shots.findIndex((shot) => shot.id === selected)
    if (event.altKey && selected && !event.ctrlKey && !event.metaKey && !inDialog(event)) {
      const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key]
      if (by === undefined) return
      event.preventDefault()
      act.move(selected, by)
      return requestAnimationFrame(() => focusShot(selected))
    }
    if (isTaken(event) || onOther(event)) return
    const columns = Number(document.querySelector<HTMLElement>('[data-columns]')?.dataset.columns ?? 1)
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }
    const step = steps[event.key]
    if (step !== undefined) {
      const to = draft.shots[at < 0 ? 0 : at + step]
      event.preventDefault()
      if (!to) return
      act.select(to.id)
      return focusShot(to.id)
    }
    const acts: Record<string, () => void> = {
      n: () => act.add(selected),
      // A button takes Space for itself; on a card it plays.
      ...(event.target instanceof Element && event.target.matches('[data-open]') ? { ' ': onPlay } : {}),
      ...(selected
        ? {
            Enter: () => act.select(selected, true),
            d: () => act.duplicate(selected),
            Delete: () => act.remove(selected),
            Backspace: () => act.remove(selected),
          }
        : {}),
    }
    const run = acts[event.key]
    if (!run) return
    event.preventDefault()
    run()
  })
  useEffect(() => {
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
}

/** Undo, redo and render are heard while writing too: the undo list is the board's own. */
function commanded(event: KeyboardEvent, desk: Desk, onRender: () => void): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented || inDialog(event)) return false
  const key = event.key.toLowerCase()
  const run =
    key === 'z'
      ? event.shiftKey
        ? desk.redo
        : desk.undo
      : key === 'y'
        ? desk.redo
        : key === 'enter'
          ? onRender
          : undefined
  if (!run) return false
  event.preventDefault()
  run()
  return true
}

const inDialog = ({ target }: KeyboardEvent) =>
  target instanceof Element && target.closest('[role="dialog"],[role="menu"],[role="listbox"]') !== null

/** A press on another control is that control's own; a shot's card is ours. */
function onOther({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false
  const control = target.closest('button, a, [role="slider"], [role="separator"]')
  if (!control || control.matches('[data-open]')) return false
  return key === 'Enter' || key.startsWith('Arrow')
}

function focusShot(id: string) {
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
