'use client'
import { type KeyboardEvent, memo, type PointerEvent, useRef, useState } from 'react'
import { cx } from '@/components/ui/cx'
import { seconds } from '@/components/ui/figure'
import type { BoardShot } from '@/lib/storyboard/storyboard'
import type { Act } from '../desk/act'

type Props = {
  left: BoardShot
  right: BoardShot
  /** Numbers of the two, from 1. */
  at: number
  /** Pixels that a second is wide. */
  scale: number
  act: Act
  className?: string
}

/** The border between two shots: time moves over it, the total stays. Both lengths are told while it is dragged. */
export const TimeHandle = memo(function TimeHandle({ left, right, at, scale, act, className }: Props) {
  const from = useRef<{ x: number; moved: number } | undefined>(undefined)
  const [dragging, setDragging] = useState(false)
  const press = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (by === undefined || event.altKey) return
    event.preventDefault()
    act.border(left.id, by)
  }
  const down = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return
    event.preventDefault()
    event.currentTarget.focus()
    event.currentTarget.setPointerCapture(event.pointerId)
    from.current = { x: event.clientX, moved: 0 }
    setDragging(true)
  }
  const move = (event: PointerEvent) => {
    if (!from.current) return
    const by = Math.round((event.clientX - from.current.x) / scale) - from.current.moved
    if (by === 0) return
    from.current.moved += by
    act.border(left.id, by)
  }
  const up = () => {
    from.current = undefined
    setDragging(false)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a movable border is a separator with a value; there is no element for it
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={`Time between shots ${at} and ${at + 1}`}
      aria-valuenow={left.duration}
      aria-valuemin={1}
      aria-valuemax={Math.max(1, left.duration + right.duration - 1)}
      aria-valuetext={`${left.duration} s and ${right.duration} s`}
      onKeyDown={press}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
      className={cx(
        'group flex w-2.5 cursor-ew-resize touch-none items-center justify-center rounded-picture focus-visible:outline-offset-0',
        className,
      )}
    >
      <span aria-hidden className="h-6 w-1 rounded-full bg-line group-hover:bg-edge group-focus-visible:bg-edge" />
      {dragging && (
        <span
          aria-hidden
          className="absolute bottom-full z-20 mb-1 rounded-control border border-line bg-overlay px-2 py-1 text-12 whitespace-nowrap tabular-nums shadow-float"
        >
          {seconds(left.duration)} | {seconds(right.duration)}
        </span>
      )}
    </div>
  )
})
