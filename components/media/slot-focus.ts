'use client'
import { type RefObject, useEffect, useRef } from 'react'

/** The button that had the focus gives way to what came of it; the focus goes on to what has its id now. */
export function useKeptFocus(box: RefObject<HTMLElement | null>, id: string, filled: boolean) {
  const held = useRef(false)
  useEffect(() => {
    const node = box.current
    const enter = () => {
      held.current = true
    }
    const leave = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget) held.current = false
    }
    node?.addEventListener('focusin', enter)
    node?.addEventListener('focusout', leave)
    return () => {
      node?.removeEventListener('focusin', enter)
      node?.removeEventListener('focusout', leave)
    }
  }, [box])
  useEffect(() => {
    if (filled && held.current && document.activeElement === document.body) document.getElementById(id)?.focus()
  }, [filled, id])
}
