// What stands for a shot: its take whole, else its still at half strength, else a slate.
import { ImagePlus } from 'lucide-react'
import { Poster } from '@/components/media/poster'
import { still } from '@/components/media/still'
import { cx } from '@/components/ui/cx'
import type { BoardShot } from '@/lib/storyboard/storyboard'
import type { ShotState } from './shot-state'

/** The picture of one's own that stands for a shot. */
export function stillOfShot({ firstFrame, referenceImages, lastFrame }: BoardShot): string | undefined {
  const own = firstFrame ?? referenceImages?.[0] ?? lastFrame
  return own && still(own)
}

/** @param crop in thumbnails too small to judge by. */
export function ShotPicture({ shot, state, crop = false }: { shot: BoardShot; state: ShotState; crop?: boolean }) {
  // A film of several shots has one poster, that of its first; the others keep their stills.
  if (state.film && !state.from)
    return crop && state.film.posterUrl ? (
      <img alt="" src={state.film.posterUrl} loading="lazy" className="size-full object-cover" />
    ) : (
      <Poster asset={state.film} />
    )
  const own = stillOfShot(shot)
  if (own)
    return (
      <img
        alt=""
        src={own}
        loading="lazy"
        decoding="async"
        className={cx('size-full', crop ? 'object-cover' : 'object-contain', !state.film && 'opacity-50')}
      />
    )
  if (crop) return <span className="hatched block size-full" />
  return (
    <span className="hatched flex size-full flex-col items-center justify-center gap-1.5 text-12 text-ink-2">
      <ImagePlus aria-hidden className="size-4" />
      <span className="bg-monitor px-1">{state.film ? 'Within its take' : 'No picture yet'}</span>
    </span>
  )
}
