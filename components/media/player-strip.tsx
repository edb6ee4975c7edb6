'use client'
// Time to scale: one piece per shot, its seams can be pressed, the playhead stands where the film stands.
import type { KeyboardEvent, PointerEvent } from 'react'
import { cx } from '@/components/ui/cx'
import { seconds } from '@/components/ui/figure'
import { type Control, useFrame } from './player-control'
import { timeCode } from './time-code'

export type Piece = { seconds: number; still?: string | undefined }

type Props = { control: Control; pieces: readonly Piece[]; tall?: boolean }

export function Strip({ control, pieces, tall = false }: Props) {
  const frame = useFrame(control)
  const { duration, fps } = control
  const total = pieces.reduce((sum, piece) => sum + piece.seconds, 0) || 1
  const at = duration > 0 ? Math.min(1, control.time() / duration) : 0
  const current = pieceAt(pieces, at * total)
  const scrub = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    control.seek(Math.max(0, Math.min(1, (event.clientX - box.left) / box.width)) * duration)
  }
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label="Position"
      aria-valuemin={0}
      aria-valuemax={Math.round(duration * fps)}
      aria-valuenow={frame}
      aria-valuetext={timeCode(frame / fps + 0.0001, fps)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        control.pause()
        scrub(event)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) scrub(event)
      }}
      onKeyDown={(event: KeyboardEvent) => {
        const steps: Record<string, number> = {
          ArrowLeft: -1,
          ArrowRight: 1,
          PageUp: Math.round(fps),
          PageDown: -Math.round(fps),
        }
        const step = steps[event.key]
        if (step === undefined || event.altKey || event.metaKey || event.ctrlKey) return
        event.preventDefault()
        control.step(step)
      }}
      className={cx(
        'relative flex min-w-0 flex-1 touch-none items-center select-none',
        tall ? 'room h-[34px]' : 'h-6 touch:h-11',
      )}
    >
      {tall ? (
        <div className="flex h-full w-full gap-0.5">
          {pieces.map((piece, index) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: shots of a finished film do not move
              key={index}
              style={{ flexGrow: piece.seconds, flexBasis: 0 }}
              className={cx(
                'flex min-w-0 items-center overflow-hidden rounded-[2px] text-12',
                index === current ? 'bg-hover text-ink' : 'bg-raised text-ink-2',
              )}
            >
              {piece.still && (
                <img src={piece.still} alt="" className="h-full w-[58px] shrink-0 object-cover max-md:w-9" />
              )}
              <span className="truncate px-2 tabular-nums">
                {pieces.length > 1 && <span className="mr-1.5 font-medium">{index + 1}</span>}
                {seconds(piece.seconds)}
              </span>
            </span>
          ))}
        </div>
      ) : (
        <div className="flex h-1 w-full gap-0.5">
          {pieces.map((piece, index) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: shots of a finished film do not move
              key={index}
              style={{ flexGrow: piece.seconds, flexBasis: 0 }}
              className="relative h-full overflow-hidden bg-ink/35"
            >
              <span
                className="absolute inset-y-0 left-0 bg-ink"
                style={{ width: `${shareOf(pieces, index, at * total) * 100}%` }}
              />
            </span>
          ))}
        </div>
      )}
      <span
        aria-hidden
        className={cx(
          'pointer-events-none absolute w-0.5 -translate-x-1/2 bg-accent-edge',
          tall
            ? '-top-1.5 -bottom-1 before:absolute before:-top-0.5 before:left-1/2 before:h-1.5 before:w-2.5 before:-translate-x-1/2 before:rounded-[3px] before:bg-accent-edge'
            : 'inset-y-1',
        )}
        style={{ left: `${at * 100}%` }}
      />
    </div>
  )
}

function pieceAt(pieces: readonly Piece[], second: number): number {
  let end = 0
  for (const [index, piece] of pieces.entries()) {
    end += piece.seconds
    if (second < end) return index
  }
  return pieces.length - 1
}

function shareOf(pieces: readonly Piece[], index: number, second: number): number {
  const start = pieces.slice(0, index).reduce((sum, piece) => sum + piece.seconds, 0)
  const length = pieces[index]?.seconds ?? 1
  return Math.max(0, Math.min(1, (second - start) / length))
}
