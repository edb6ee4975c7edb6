'use client'
// A file pasted anywhere on the page finds the slot that has the focus, else the first free one that it fits.
import { type RefObject, useEffect, useEffectEvent } from 'react'
import type { AssetKind } from '@/lib/media/asset'
import { kindOf } from './measure'

type Place = { box: HTMLElement; kind: AssetKind; free: boolean; take: (file: File) => void }
const places = new Set<() => Place | undefined>()

function pasted(event: ClipboardEvent) {
  const [file] = event.clipboardData?.files ?? []
  if (!file || event.defaultPrevented) return
  const all = [...places].flatMap((place) => place() ?? [])
  all.sort((a, b) => (a.box.compareDocumentPosition(b.box) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
  const kind = kindOf(file.type)
  const held = all.find(({ box }) => box.contains(document.activeElement))
  const place = held ?? all.find((one) => one.free && (kind === undefined || one.kind === kind))
  if (!place) return
  event.preventDefault()
  place.take(file)
}

export function usePaste(box: RefObject<HTMLElement | null>, slot: Omit<Place, 'box'>) {
  const place = useEffectEvent(() => (box.current ? { box: box.current, ...slot } : undefined))
  useEffect(() => {
    const here = () => place()
    if (places.size === 0) window.addEventListener('paste', pasted)
    places.add(here)
    return () => {
      places.delete(here)
      if (places.size === 0) window.removeEventListener('paste', pasted)
    }
  }, [])
}
