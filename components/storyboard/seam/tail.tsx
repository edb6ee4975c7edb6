'use client'
// The end of the film before a seam, frame by frame.
import { StepBack, StepForward } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { middleOf, timeCode } from '@/components/media/time-code'
import { IconButton } from '@/components/ui/icon-button'
import { Slider } from '@/components/ui/slider'
import type { BoardShot } from '@/lib/storyboard/storyboard'
import { type Measured, measureDrawn } from './compare'
import { SideStill } from './head'
import { plannedEnd } from './plan'
import type { TailFilm } from './view'

type Props = {
  tail: TailFilm
  frame: number
  onFrame: (frame: number) => void
  onMeasure: (measured: Measured | undefined) => void
}

export function TailScrubber({ tail: { film, fps, first, last }, frame, onFrame, onMeasure }: Props) {
  const video = useRef<HTMLVideoElement>(null)
  const [blind, setBlind] = useState(false)
  useEffect(() => {
    const at = video.current
    if (at && at.readyState > 0) at.currentTime = middleOf(frame, fps)
  }, [frame, fps])
  const to = (next: number) => onFrame(Math.max(first, Math.min(last, next)))
  const press = (event: KeyboardEvent) => {
    const by = event.key === ',' ? -1 : event.key === '.' ? 1 : 0
    if (by === 0) return
    event.preventDefault()
    event.stopPropagation()
    to(frame + by)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys step frames from whatever control has the focus
    <div className="flex flex-col" onKeyDown={press}>
      <div
        className="relative flex aspect-video overflow-hidden items-center justify-center bg-monitor"
        data-theme="dark"
      >
        <video
          ref={video}
          src={film.url}
          muted
          playsInline
          preload="auto"
          aria-label="The end before"
          onLoadedData={(event) => {
            const at = event.currentTarget
            setBlind(at.videoWidth === 0)
            at.currentTime = middleOf(frame, fps)
          }}
          onError={() => setBlind(true)}
          onSeeked={(event) => onMeasure(measureDrawn(event.currentTarget))}
          className="size-full object-contain"
        />
        {blind && (
          <p className="absolute inset-0 flex items-center justify-center p-4 text-center text-ink-2">
            This browser cannot show the film; the studio can still take its frame.
          </p>
        )}
      </div>
      <div className="flex items-center gap-2">
        <IconButton label="One frame back" keys="," size="tool" onClick={() => to(frame - 1)}>
          <StepBack />
        </IconButton>
        <Slider
          label="Frame of the end"
          value={frame}
          onChange={to}
          min={first}
          max={Math.max(last, first + 1)}
          valueText={(at) => `frame ${at - first + 1} of ${last - first + 1}`}
          className="min-w-0 flex-1"
        />
        <IconButton label="One frame on" keys="." size="tool" onClick={() => to(frame + 1)}>
          <StepForward />
        </IconButton>
        <span className="font-mono text-12 whitespace-nowrap text-ink-2">
          {timeCode(middleOf(frame - first, fps), fps)}
        </span>
      </div>
    </div>
  )
}

/** Without a film: the picture that stands for the shot, else its words. */
export function TailStill({ shot, onMeasure }: { shot: BoardShot; onMeasure: Props['onMeasure'] }) {
  return <SideStill shot={shot} own={plannedEnd(shot)?.picture} onMeasure={onMeasure} />
}
