'use client'
// One tooltip for the whole page. Whatever carries data-tip gets it under a resting pointer, or at once by keyboard.
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Keys } from './keys'
import type { Side } from './tip'

const restMs = 500
/** After one was shown the next comes at once for this long. */
const warmMs = 400

type Tip = { at: HTMLElement; words: string; keys: string | undefined; side: Side }

const tipOf = (target: EventTarget | null): Tip | undefined => {
  const at = target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null
  if (!at?.dataset.tip || at.dataset.popupOpen !== undefined) return
  return { at, words: at.dataset.tip, keys: at.dataset.tipKeys, side: at.dataset.tipSide as Side }
}

export function TooltipLayer() {
  const [shown, show] = useState<Tip>()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    let left = Number.NEGATIVE_INFINITY
    const hide = () => {
      clearTimeout(waiting)
      show((before) => {
        if (before) left = performance.now()
        return undefined
      })
    }
    const over = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse') return
      const found = tipOf(event.target)
      if (found && event.relatedTarget instanceof Node && found.at.contains(event.relatedTarget)) return
      hide()
      if (found) waiting = setTimeout(() => show(found), performance.now() - left < warmMs ? 0 : restMs)
    }
    const focus = (event: FocusEvent) => {
      const found = tipOf(event.target)
      hide()
      if (found?.at.matches(':focus-visible')) show(found)
    }
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Tab') hide()
    }
    const heard: [string, (event: never) => void, boolean?][] = [
      ['pointerover', over],
      ['focusin', focus],
      ['focusout', hide],
      ['keydown', key, true],
      ['pointerdown', hide, true],
      ['scroll', hide, true],
    ]
    for (const [name, act, early] of heard) document.addEventListener(name, act as EventListener, early)
    return () => {
      clearTimeout(waiting)
      for (const [name, act, early] of heard) document.removeEventListener(name, act as EventListener, early)
    }
  }, [])
  useLayoutEffect(() => {
    const at = shown?.at.getBoundingClientRect()
    if (!at || !box.current) return
    const { offsetWidth: width, offsetHeight: height } = box.current
    const gap = 6
    const beside = shown?.side === 'left' || shown?.side === 'right'
    const below = shown?.side === 'bottom' ? at.bottom + gap + height < innerHeight : at.top - gap - height < 0
    const x =
      shown?.side === 'left'
        ? at.left - gap - width
        : shown?.side === 'right'
          ? at.right + gap
          : at.left + at.width / 2 - width / 2
    const y = beside ? at.top + at.height / 2 - height / 2 : below ? at.bottom + gap : at.top - gap - height
    box.current.style.translate = `${Math.max(8, Math.min(innerWidth - width - 8, x))}px ${Math.max(8, y)}px`
  }, [shown])
  if (!shown) return null
  return (
    <div
      ref={box}
      aria-hidden
      className="pointer-events-none fixed top-0 left-0 z-60 flex items-center gap-2 rounded-control border border-line bg-overlay px-2 py-1 text-12 whitespace-nowrap text-ink shadow-float transition-opacity duration-140 starting:opacity-0"
    >
      {shown.words}
      {shown.keys && <Keys of={shown.keys} />}
    </div>
  )
}
