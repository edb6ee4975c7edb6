'use client'
// What stands for a shot: its take or a picture of one's own whole, else its still at half strength, else a slate.
import { ImagePlus } from 'lucide-react'
import { Poster } from '@/components/media/poster'
import { still } from '@/components/media/still'
import { cx } from '@/components/ui/cx'
import type { BoardShot } from '@/lib/storyboard/storyboard'
import { useFrameOf } from './frame-draw'
import type { ShotState } from './state'

/** The picture of one's own that stands for a shot. */
export function stillOfShot({ picture, firstFrame, referenceImages, lastFrame }: BoardShot): string | undefined {
  const own = picture ?? firstFrame ?? referenceImages?.[0] ?? lastFrame
  return own && still(own)
}

type Props = {
  shot: BoardShot
  state: ShotState
  /** In thumbnails too small to judge by. */
  crop?: boolean
}

export function ShotPicture({ shot, state, crop = false }: Props) {
  const { film, from = 0 } = state
  // The film's own poster is that of its first shot; the others have theirs drawn, and so have films without one.
  const poster = from > 0 ? undefined : film?.posterUrl
  const frame = useFrameOf(poster || (from === 0 && !crop) ? undefined : film, from)
  if (film && from === 0 && !crop) return <Poster asset={film} />
  const made = poster ?? frame
  const src = made ?? stillOfShot(shot)
  if (src)
    return (
      <img
        alt=""
        src={src}
        loading="lazy"
        decoding="async"
        className={cx(
          'size-full',
          crop ? 'object-cover' : 'object-contain',
          !made && state.kind !== 'picture' && 'opacity-50',
        )}
      />
    )
  if (crop) return <span className="hatched block size-full" />
  return (
    <span className="hatched flex size-full flex-col items-center justify-center gap-1.5 text-12 text-ink-2">
      <ImagePlus aria-hidden className="size-4" />
      <span className="bg-monitor px-1">No picture yet</span>
    </span>
  )
}
