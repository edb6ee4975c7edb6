'use client'
// One film under a clock that is not its own: it is told where to be, and only corrected when it strays.
import { type CSSProperties, useEffect, useEffectEvent, useRef } from 'react'
import type { Control } from '@/components/media/player-control'
import type { Asset } from '@/lib/media/asset'

/** Seconds that film and clock may part before the film is sought anew; less is made up for by its speed. */
const far = 0.25
const near = 0.03

type Place = {
  /** Where in the film the part begins, and how long its footage lasts, in seconds. */
  from: number
  seconds: number
  /** Where on the clock the part begins. */
  start: number
}

type Props = {
  film: Asset
  place: Place
  control: Control
  /** `on` follows the clock; `cue` stands at its first frame; `still` keeps the frame that it shows. */
  mode: 'on' | 'cue' | 'still'
  label?: string | undefined
  /** Its sound is heard. */
  sounding?: boolean
  /** A frame of the part is there to be seen. */
  onDrawn?: (() => void) | undefined
  className?: string
  style?: CSSProperties
}

export function MonitorFilm({ film, place, control, mode, label, sounding = true, onDrawn, className, style }: Props) {
  const video = useRef<HTMLVideoElement>(null)
  const follow = useEffectEvent(() => {
    const at = video.current
    if (!at || at.readyState === 0) return
    if (mode === 'still') return at.pause()
    const since = mode === 'on' ? control.time() - place.start : 0
    const wanted = place.from + Math.max(0, Math.min(since, place.seconds - 0.5 / (film.fps ?? 24)))
    const plays = mode === 'on' && control.rate > 0 && since < place.seconds
    at.muted = control.muted || !sounding || mode !== 'on'
    if (!plays) {
      if (!at.paused) at.pause()
      if (!at.seeking && Math.abs(at.currentTime - wanted) > 1 / 100) at.currentTime = wanted
      return
    }
    const gap = wanted - at.currentTime
    if (Math.abs(gap) > far * control.rate) {
      if (!at.seeking) at.currentTime = wanted
    } else pace(at, control.rate, gap)
    // Refused without a press on the page: the picture is then sought frame by frame.
    if (at.paused) at.play().catch(() => at.paused && !at.seeking && Object.assign(at, { currentTime: wanted }))
  })
  const seen = useEffectEvent(() => {
    follow()
    const at = video.current
    if (at && at.readyState >= 2 && !at.seeking && at.currentTime >= place.from - 0.1) onDrawn?.()
  })
  const { watch } = control
  useEffect(() => {
    follow()
    return watch(() => follow())
  }, [watch])
  // biome-ignore lint/correctness/useExhaustiveDependencies: told again when the part or its role changes
  useEffect(() => seen(), [place.from, place.start, mode])
  return (
    // biome-ignore lint/a11y/useMediaCaption: what is said stands in the caption line
    <video
      ref={video}
      src={film.url}
      poster={place.from === 0 ? film.posterUrl : undefined}
      preload="auto"
      playsInline
      aria-label={label}
      aria-hidden={label === undefined || undefined}
      onLoadedData={seen}
      onSeeked={seen}
      className={className}
      style={style}
    />
  )
}

/** A little faster or slower until it is where it should be. */
function pace(at: HTMLVideoElement, rate: number, gap: number) {
  const wanted = Math.abs(gap) < near ? rate : rate * (1 + Math.max(-0.08, Math.min(0.08, gap)))
  if (Math.abs(at.playbackRate - wanted) > 0.01) at.playbackRate = wanted
}
