'use client'
import { Poster } from '@/components/media/poster'
import type { Asset } from '@/lib/media/asset'
import { useFrameOf } from '../shot/frame-draw'

/** The shot's own first frame in a film: of a film of several shots the poster shows only the first. */
export function TakeThumb({ film, from }: { film: Asset; from: number }) {
  const frame = useFrameOf(from > 0 ? film : undefined, from)
  if (from === 0) return <Poster asset={film} />
  return frame ? <img alt="" src={frame} className="size-full object-contain" /> : null
}
