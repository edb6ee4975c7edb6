'use client'
// The film as a line to scale: when each face is seen, and the piece of sound that is dragged, cut and moved by keys.
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import type { Face } from '@/lib/models/check/shape'
import { cx } from '../ui/cx'
import { type Bounds, begun, ended, exact, lengthOf, moved, type Place, shared } from './place'

type Props = {
  faces: readonly Face[]
  chosen: Face | undefined
  place: Place
  bounds: Bounds
  wrong: boolean
  onPlace: (place: Place) => void
}

type Grip = 'from' | 'piece' | 'to'
const moves: Record<Grip, (place: Place, by: number, bounds: Bounds) => Place> = {
  from: begun,
  piece: moved,
  to: ended,
}
const s = (seconds: number) => `${exact(seconds)}\u202fs`

export function Timeline({ faces, chosen, place, bounds, wrong, onPlace }: Props) {
  const line = useRef<HTMLDivElement>(null)
  const held = useRef<{ grip: Grip; x: number; start: Place }>(undefined)
  const end = place.at + lengthOf(place)
  const span = Math.max(bounds.film ?? 1, end, ...faces.map(({ to }) => to))
  const left = (seconds: number) => `${(seconds / span) * 100}%`
  const ticks = Array.from({ length: Math.floor(span / step(span)) + 1 }, (_, at) => at * step(span))

  const down = (grip: Grip) => (event: PointerEvent<HTMLElement>) => {
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    held.current = { grip, x: event.clientX, start: place }
  }
  const move = (event: PointerEvent) => {
    const width = line.current?.clientWidth
    if (!held.current || !width) return
    const { grip, x, start } = held.current
    // Tenths of a second are as fine as a hand is; the fields take milliseconds.
    const by = Math.round((((event.clientX - x) / width) * span) / 0.1) * 0.1
    onPlace(moves[grip](start, by, bounds))
  }
  const up = () => {
    held.current = undefined
  }
  const press = (grip: Grip) => (event: KeyboardEvent) => {
    const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key]
    if (!way) return
    event.preventDefault()
    event.stopPropagation()
    onPlace(moves[grip](place, way * (event.shiftKey ? 1 : 0.1), bounds))
  }
  const handle = (grip: Grip, label: string, value: number, text: string, className: string) => (
    <span
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={grip === 'piece' ? exact(span) : exact(bounds.sound ?? span)}
      aria-valuenow={value}
      aria-valuetext={text}
      onPointerDown={down(grip)}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
      onKeyDown={press(grip)}
      className={className}
    />
  )
  return (
    <div ref={line} className="relative flex flex-col gap-1 select-none">
      <div aria-hidden className="relative h-4 text-11 text-ink-3 tabular-nums">
        {ticks.map((at) => (
          <span
            key={at}
            className={cx('absolute', at > 0 && at < span && '-translate-x-1/2', at >= span && '-translate-x-full')}
            style={{ left: left(at) }}
          >
            {exact(at)}
          </span>
        ))}
      </div>
      <ul aria-label="When faces are seen" className="flex flex-col gap-1">
        {faces.map((face, at) => (
          <li key={face.id} className="relative h-4 rounded-chip bg-hover">
            <span
              className={cx(
                'absolute inset-y-0 flex items-center overflow-hidden rounded-chip px-1.5 text-11 whitespace-nowrap',
                face.id === chosen?.id ? 'bg-accent-soft text-accent-ink' : 'bg-raised text-ink-2',
              )}
              style={{ left: left(face.from), width: left(face.to - face.from) }}
            >
              Face {at + 1}, {s(face.from)} to {s(face.to)}
            </span>
          </li>
        ))}
      </ul>
      <div className="relative h-9 touch-none rounded-chip bg-hover">
        {bounds.film !== undefined && bounds.film < span && (
          <span
            aria-hidden
            className="hatched absolute inset-y-0 right-0 rounded-chip"
            style={{ left: left(bounds.film) }}
          />
        )}
        <span
          className={cx(
            'absolute inset-y-0 flex items-center overflow-hidden rounded-chip border',
            wrong ? 'border-failed bg-raised' : 'border-accent-edge bg-accent-soft',
          )}
          style={{ left: left(place.at), width: left(lengthOf(place)) }}
        >
          {handle(
            'piece',
            'Where the sound is heard',
            place.at,
            `heard from ${s(place.at)} to ${s(end)}${chosen ? `, meets the face for ${s(shared(place, chosen))}` : ''}`,
            'absolute inset-0 cursor-grab rounded-chip -outline-offset-2',
          )}
          {handle(
            'from',
            'Where the sound begins',
            place.from,
            `its first ${s(place.from)} are cut`,
            'absolute inset-y-0 left-0 w-2.5 cursor-ew-resize rounded-chip border-r border-edge bg-raised room',
          )}
          {handle(
            'to',
            'Where the sound ends',
            place.to,
            `it ends at ${s(place.to)} of itself`,
            'absolute inset-y-0 right-0 w-2.5 cursor-ew-resize rounded-chip border-l border-edge bg-raised room',
          )}
          <span aria-hidden className="pointer-events-none truncate px-4 text-12 text-ink tabular-nums">
            {s(lengthOf(place))} of sound
          </span>
        </span>
      </div>
    </div>
  )
}

/** Seconds between two figures, so that about six of them stand on the line. */
function step(span: number): number {
  return [0.5, 1, 2, 5, 10, 15, 30].find((seconds) => span / seconds <= 7) ?? 60
}
