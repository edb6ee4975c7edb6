'use client'
// What stands in for footage: a picture with a slow move at half strength, one's own at full, or a slate with the words.
import { useEffect, useRef } from 'react'
import type { Control } from '@/components/media/player-control'
import { cx } from '@/components/ui/cx'
import { stillOfShot } from '../shot/picture'
import type { Piece } from './play'

/** How much nearer a picture comes while its shot lasts. */
const reach = 0.07

export function MonitorStill({ piece, control }: { piece: Piece; control: Control }) {
  const { shot, at, state } = piece
  const picture = useRef<HTMLImageElement>(null)
  const own = state.kind === 'picture'
  const src = stillOfShot(shot)
  const { watch, time } = control
  useEffect(() => {
    const calm = matchMedia('(prefers-reduced-motion: reduce)')
    const move = () => {
      const share = Math.max(0, Math.min(1, (time() - piece.start) / (piece.end - piece.start)))
      const near = 1 + reach * (piece.at % 2 ? 1 - share : share)
      const aside = (piece.at % 4 < 2 ? 1 : -1) * (share - 0.5) * reach * 30
      if (picture.current) picture.current.style.transform = calm.matches ? '' : `translateX(${aside}%) scale(${near})`
    }
    move()
    return watch(move)
  }, [watch, time, piece.at, piece.start, piece.end])
  if (src)
    return (
      <div className="absolute inset-0 overflow-hidden bg-monitor">
        <img
          ref={picture}
          alt={`${own ? 'Own picture' : 'Still'} of shot ${at + 1}`}
          src={src}
          className={cx('size-full object-contain', !own && 'opacity-50')}
        />
      </div>
    )
  return (
    <div className="absolute inset-0 flex items-center justify-center bg-monitor">
      <div className="flex aspect-video h-full max-h-full max-w-full flex-col justify-center border border-line bg-raised p-6">
        <p className="font-mono text-12 text-ink-2">{String(at + 1).padStart(2, '0')}</p>
        <p className="line-clamp-6 max-w-[46ch] text-15 wrap-anywhere">{shot.prompt || 'No words yet'}</p>
      </div>
    </div>
  )
}
