'use client'
import { Film } from 'lucide-react'
import { useState } from 'react'
import type { Asset } from '@/lib/media/asset'

/** A finished picture, or a film's still; never cropped. A film without one yet shows its own first frame. */
export function Poster({ asset, className }: { asset: Asset; className?: string }) {
  const [gone, setGone] = useState(false)
  const src = asset.posterUrl ?? (asset.kind === 'image' ? asset.url : undefined)
  const dress = className ?? 'size-full object-contain'
  if (gone) return <Film aria-hidden className="m-auto size-6 text-ink-3" />
  if (src) return <img src={src} alt="" decoding="async" onError={() => setGone(true)} className={dress} />
  return (
    <video
      src={`${asset.url}#t=0.1`}
      muted
      playsInline
      preload="metadata"
      tabIndex={-1}
      aria-hidden
      onError={() => setGone(true)}
      className={dress}
    />
  )
}
