'use client'
// The film drawn to scale: one segment per shot; the handle between two moves time from one to the other.
import { Fragment, type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { cx } from '../ui/cx'
import { seconds as words } from '../ui/figure'

type Props = {
  seconds: readonly number[]
  active: number
  step: number
  onPick: (at: number) => void
  /** Moves `by` seconds over the border after shot `at`, counted from where the hand took hold. */
  onShift: (at: number, by: number, begun: boolean) => void
}

export function Strip({ seconds, active, step, onPick, onShift }: Props) {
  const bar = useRef<HTMLDivElement>(null)
  const all = seconds.reduce((sum, one) => sum + one, 0)
  const perPixel = () => all / (bar.current?.clientWidth || 1)
  return (
    <div ref={bar} className="flex h-[26px] touch:h-7">
      {seconds.map((value, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a segment is its place in the film
        <Fragment key={at}>
          {at > 0 && (
            <Handle
              label={`Border between shots ${at} and ${at + 1}`}
              left={seconds[at - 1] ?? 0}
              right={value}
              onKey={(steps) => onShift(at - 1, steps * step, true)}
              onDrag={(pixels, begun) => onShift(at - 1, pixels * perPixel(), begun)}
            />
          )}
          <button
            type="button"
            tabIndex={-1}
            aria-label={`Shot ${at + 1}, ${value} s`}
            onClick={() => onPick(at)}
            style={{ flexGrow: value }}
            className={cx(
              'min-w-0 basis-0 overflow-hidden px-2 text-left text-12 whitespace-nowrap tabular-nums transition-colors duration-80 first:rounded-l-picture last:rounded-r-picture',
              at === active ? 'bg-accent-soft font-medium text-accent-ink' : 'bg-hover text-ink-2 hover:text-ink',
            )}
          >
            {words(value)}
          </button>
        </Fragment>
      ))}
    </div>
  )
}

type HandleProps = {
  label: string
  left: number
  right: number
  onKey: (steps: number) => void
  onDrag: (pixels: number, begun: boolean) => void
}

/** Ten by twenty-four to the hand, four by fourteen to the eye. */
function Handle({ label, left, right, onKey, onDrag }: HandleProps) {
  const from = useRef<number>(undefined)
  const press = (event: KeyboardEvent) => {
    const steps = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (steps === 0 || event.altKey) return
    event.preventDefault()
    onKey(steps)
  }
  const down = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    from.current = event.clientX
    onDrag(0, true)
  }
  const move = (event: PointerEvent) => {
    if (from.current !== undefined) onDrag(event.clientX - from.current, false)
  }
  const up = () => {
    from.current = undefined
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a movable border is a separator with a value; there is no element for it
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={left}
      aria-valuemin={0}
      aria-valuemax={left + right}
      aria-valuetext={`${left} s and ${right} s`}
      onKeyDown={press}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
      className="group relative z-10 -mx-1 flex w-2.5 shrink-0 cursor-ew-resize touch-none items-center justify-center rounded-picture focus-visible:outline-offset-0 touch:before:absolute touch:before:-inset-x-4 touch:before:-inset-y-2"
    >
      <span aria-hidden className="absolute inset-y-0 left-1/2 w-0.5 -translate-x-1/2 bg-ground" />
      <span
        aria-hidden
        className="relative h-4 w-1.5 rounded-full border border-ground bg-edge box-content group-hover:bg-ink-2 group-active:bg-ink"
      />
    </div>
  )
}
