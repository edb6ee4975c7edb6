'use client'
import { Film } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Asset } from '@/lib/media/asset'
import { drawnPoster } from './poster-draw'

/** A finished picture, or a film's still; never cropped. A film without one has it drawn here, once for all. */
export function Poster({ asset }: { asset: Asset }) {
  const made = asset.posterUrl ?? (asset.kind === 'image' ? asset.url : undefined)
  const [drawn, setDrawn] = useState<{ id: string; src: string | undefined }>()
  useEffect(() => {
    if (made) return
    let here = true
    void drawnPoster(asset).then((src) => {
      if (here) setDrawn({ id: asset.id, src })
    })
    return () => {
      here = false
    }
  }, [asset, made])
  const own = drawn?.id === asset.id ? drawn : undefined
  const src = made ?? own?.src
  if (src) return <img src={src} alt="" decoding="async" className="size-full bg-monitor object-contain" />
  return (
    <span
      className="flex size-full flex-col items-center justify-center gap-1.5 bg-monitor text-12 text-ink-3"
      data-theme="dark"
    >
      <Film aria-hidden className="size-5" />
      {own && 'No picture in this browser'}
    </span>
  )
}
