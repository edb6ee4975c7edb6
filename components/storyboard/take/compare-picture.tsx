'use client'
import type { KeyboardEvent, PointerEvent } from 'react'
import type { Control } from '@/components/media/player-control'
import { percent } from '@/components/ui/figure'
import type { Asset } from '@/lib/media/asset'
import { MonitorFilm } from '../stage/monitor-film'

/** A film or a picture under comparison, and where in it the part in question stands, in seconds. Two may be one and the same file; their ids differ. */
export type Side = { id: string; film: Asset; from: number; seconds: number; label: string }

type Props = {
  a: Side
  b: Side
  control: Control
  heard: 'a' | 'b'
  wipe: boolean
  /** 0..1 from the left: A shows to its left, B to its right. */
  edge: number
  onEdge: (edge: number) => void
}

export function Pictures({ a, b, control, heard, wipe, edge, onEdge }: Props) {
  const film = ({ id, film, from, seconds, label }: Side, side: 'a' | 'b', style = {}) => {
    const look = { className: 'absolute inset-0 size-full object-contain', style }
    if (film.kind === 'image') return <img key={id} src={film.url} alt={label} {...look} />
    return (
      <MonitorFilm
        key={id}
        film={film}
        place={{ from, seconds, start: 0 }}
        control={control}
        mode="on"
        sounding={heard === side}
        label={label}
        {...look}
      />
    )
  }
  if (!wipe)
    return (
      <div className="grid min-h-0 flex-1 gap-2 px-4 max-md:flex-none md:grid-cols-2 md:gap-3">
        <div className="relative min-h-0 max-md:aspect-video">{film(a, 'a')}</div>
        <div className="relative min-h-0 max-md:aspect-video">{film(b, 'b')}</div>
      </div>
    )
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    onEdge(Math.max(0, Math.min(1, (event.clientX - box.left) / box.width)))
  }
  const nudge = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -0.02, ArrowRight: 0.02, PageUp: 0.1, PageDown: -0.1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    onEdge(Math.max(0, Math.min(1, edge + by)))
  }
  return (
    <div
      className="relative mx-4 min-h-0 flex-1 cursor-ew-resize touch-none max-md:aspect-video max-md:flex-none"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        drag(event)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) drag(event)
      }}
    >
      {film(a, 'a')}
      {film(b, 'b', { clipPath: `inset(0 0 0 ${edge * 100}%)` })}
      <div
        role="slider"
        tabIndex={0}
        aria-label="Border between A and B"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(edge * 100)}
        aria-valuetext={percent(edge)}
        onKeyDown={nudge}
        className="absolute inset-y-0 w-6 -translate-x-1/2 before:absolute before:inset-y-0 before:left-1/2 before:w-0.5 before:-translate-x-1/2 before:bg-accent-edge"
        style={{ left: `${edge * 100}%` }}
      />
    </div>
  )
}
