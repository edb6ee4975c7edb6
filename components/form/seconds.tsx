'use client'
// The seconds of one shot: a chip that opens a stepper and the lawful values; arrows change it while it is under hand or pointer.
import { type KeyboardEvent, useEffect, useEffectEvent, useState } from 'react'
import { cx } from '../ui/cx'
import { seconds as words } from '../ui/figure'
import { NumberField } from '../ui/number-field'
import { Popover } from '../ui/popover'
import { isTaken } from '../ui/typing'

type Props = {
  id: string
  label: string
  value: number
  onChange: (value: number) => void
  min: number
  max: number
  step: number
  values: readonly number[]
  invalid: boolean
}

export function Seconds({ id, label, value, onChange, min, max, step, values, invalid }: Props) {
  const [open, setOpen] = useState(false)
  const [hovered, setHovered] = useState(false)
  const turn = (key: string) => {
    const by = key === 'ArrowUp' ? step : key === 'ArrowDown' ? -step : 0
    const next = Math.round((value + by) * 1000) / 1000
    if (by === 0) return false
    if (next >= min && next <= max) onChange(next)
    return true
  }
  const pressed = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (!isTaken(event) && turn(event.key)) event.preventDefault()
  })
  useEffect(() => {
    if (!hovered) return
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [hovered])
  return (
    <Popover
      label={label}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          id={id}
          aria-label={`${label}: ${value} s`}
          aria-invalid={invalid || undefined}
          onPointerEnter={() => setHovered(true)}
          onPointerLeave={() => setHovered(false)}
          onKeyDown={(event: KeyboardEvent) => {
            if (!event.altKey && turn(event.key)) {
              event.preventDefault()
              event.stopPropagation()
            }
          }}
          className={cx(
            'room inline-flex h-6 shrink-0 items-center rounded-chip border px-2 text-13 font-medium tabular-nums transition-colors duration-80 hover:bg-hover data-[popup-open]:bg-hover touch:h-7',
            invalid ? 'border-failed text-failed' : 'border-edge',
          )}
        >
          {words(value)}
        </button>
      }
    >
      <div className="flex w-56 flex-col gap-3">
        <NumberField
          label={label}
          onEnter={() => setOpen(false)}
          value={value}
          onChange={(next) => {
            if (next !== null) onChange(next)
          }}
          min={min}
          max={max}
          step={step}
          unit="s"
          invalid={invalid}
        />
        {values.length > 0 && (
          // biome-ignore lint/a11y/useSemanticElements: a group of choices in a popover, not a form's fieldset
          <div role="group" aria-label="Lawful seconds" className="grid grid-cols-5 gap-1">
            {values.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={one === value}
                onClick={() => {
                  onChange(one)
                  setOpen(false)
                }}
                className="h-7 rounded-chip text-12 text-ink-2 tabular-nums hover:bg-hover aria-pressed:bg-ink aria-pressed:font-medium aria-pressed:text-ground touch:h-11"
              >
                {one}
              </button>
            ))}
          </div>
        )}
      </div>
    </Popover>
  )
}
