'use client'
// One frame of the film: a click sets a point or takes one back, and what is chosen shines through.
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react'
import type { Outline } from './ask'
import { fine, type Session, type Spot, timeOf } from './session'

type Props = {
  session: Session
  /** Address of the film. */
  film: string
  frame: number
  spots: readonly Spot[]
  outlines: readonly Outline[]
  busy: boolean
  onSet: (spot: Spot) => void
  onDrop: (at: number) => void
}

/** Screen pixels within which a click means the point that is there. */
const reach = 12

export function Frame({ session, film, frame, spots, outlines, busy, onSet, onDrop }: Props) {
  const id = useId()
  const player = useRef<HTMLVideoElement>(null)
  const [cursor, setCursor] = useState<Spot>()
  const seconds = timeOf(frame, session)
  useEffect(() => {
    const video = player.current
    if (!video) return
    const seek = () => {
      video.currentTime = seconds
    }
    if (video.readyState > 0) seek()
    else video.addEventListener('loadedmetadata', seek, { once: true })
    return () => video.removeEventListener('loadedmetadata', seek)
  }, [seconds])

  const act = (spot: Spot, box: { width: number; height: number }) => {
    if (busy) return
    const near = spots.findIndex(({ x, y }) => Math.hypot((x - spot.x) * box.width, (y - spot.y) * box.height) <= reach)
    if (near >= 0) onDrop(near)
    else onSet({ x: fine(spot.x), y: fine(spot.y) })
  }
  const click = (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    act({ x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height }, box)
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key]
    const [dx = 0, dy = 0] = way ?? []
    if (way) {
      event.preventDefault()
      const step = event.shiftKey ? 0.1 : 0.01
      const from = cursor ?? { x: 0.5, y: 0.5 }
      setCursor({ x: fine(from.x + dx * step), y: fine(from.y + dy * step) })
    }
    if (event.key === 'Enter' && cursor) {
      event.preventDefault()
      act(cursor, event.currentTarget.getBoundingClientRect())
    }
  }
  const { width, height } = session
  const thick = Math.max(width, height) / 160
  return (
    <div className="size-full bg-monitor p-3" data-theme="dark">
      <div className="flex size-full items-center justify-center [container-type:size]">
        <div
          role="application"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: points are set by arrows and Enter as well
          tabIndex={0}
          aria-label={`Frame ${frame + 1} of ${session.frames}. Arrow keys move the crosshair, Enter sets a point or takes the one beneath it back.`}
          aria-busy={busy}
          onClick={click}
          onKeyDown={press}
          // As large as the room allows in either direction: a click is measured along the picture's own edges.
          className="relative cursor-crosshair"
          style={{ aspectRatio: `${width} / ${height}`, width: `min(100cqw, ${(100 * width) / height}cqh)` }}
        >
          <video ref={player} src={film} muted playsInline preload="auto" className="pointer-events-none size-full" />
          <svg
            aria-hidden
            viewBox={`0 0 ${width} ${height}`}
            className="pointer-events-none absolute inset-0 size-full"
          >
            {outlines.map(({ subject, picture }) => (
              <g key={subject}>
                <mask id={`${id}${subject}`}>
                  <image href={picture} width={width} height={height} preserveAspectRatio="none" />
                </mask>
                <rect width={width} height={height} fill="#ffb454" opacity={0.5} mask={`url(#${id}${subject})`} />
              </g>
            ))}
            {spots.map(({ x, y }) => (
              <circle
                key={`${x} ${y}`}
                cx={x * width}
                cy={y * height}
                r={thick * 1.6}
                fill="#fff"
                stroke="#000c"
                strokeWidth={thick * 0.6}
              />
            ))}
            {cursor && (
              <path
                d={`M${cursor.x * width - thick * 4} ${cursor.y * height}h${thick * 8}M${cursor.x * width} ${cursor.y * height - thick * 4}v${thick * 8}`}
                stroke="#fff"
                strokeWidth={thick * 0.6}
              />
            )}
          </svg>
        </div>
      </div>
    </div>
  )
}
