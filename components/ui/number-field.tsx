'use client'
import { NumberField as Base } from '@base-ui/react/number-field'
import { Minus, Plus } from 'lucide-react'
import { cx } from './cx'

type Props = {
  label: string
  /** Null is unset. A value outside min and max is kept as typed; the form says what is wrong with it. */
  value: number | null
  onChange: (value: number | null) => void
  /** Enter was pressed in the field. */
  onEnter?: () => void
  min?: number
  max?: number
  step?: number
  /** "s", "px": written after the number, out of the way of typing. */
  unit?: string
  steppers?: boolean
  invalid?: boolean
  id?: string
  describedBy?: string | undefined
  size?: 'normal' | 'tool'
  className?: string
}

export function NumberField({
  label,
  value,
  onChange,
  onEnter,
  min,
  max,
  step = 1,
  unit,
  steppers = true,
  invalid = false,
  id,
  describedBy,
  size = 'normal',
  className,
}: Props) {
  const stepper =
    'flex w-8 items-center justify-center text-ink-2 hover:text-ink data-[disabled]:text-ink-3 touch:w-11 [&_svg]:size-3.5'
  return (
    <Base.Root
      id={id}
      value={value}
      onValueChange={(next) => onChange(next)}
      min={min}
      max={max}
      step={step}
      largeStep={step * 10}
      smallStep={step}
      allowOutOfRange
      locale="en"
      className={cx('w-fit', className)}
    >
      <Base.Group
        className={cx(
          'flex items-stretch rounded-control border bg-raised has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-focus',
          size === 'tool' ? 'h-7' : 'h-8',
          'touch:h-11',
          invalid ? 'border-failed' : 'border-edge',
        )}
      >
        {steppers && (
          <Base.Decrement aria-label={`Less ${label.toLowerCase()}`} className={stepper}>
            <Minus />
          </Base.Decrement>
        )}
        <span className="relative flex items-center">
          <Base.Input
            aria-label={label}
            aria-invalid={invalid || undefined}
            aria-describedby={describedBy}
            // What is typed takes the place of what stood there, as in any field one tabs into.
            onKeyDown={(event) => {
              if (event.key === 'Enter') onEnter?.()
            }}
            onFocus={(event) => event.currentTarget.select()}
            className={cx(
              'h-full bg-transparent text-center text-13 font-medium tabular-nums outline-none',
              unit ? 'w-14 pr-3 pl-1' : 'w-14 px-1',
            )}
          />
          {unit && (
            <span aria-hidden className="pointer-events-none absolute right-1.5 text-12 text-ink-2">
              {unit}
            </span>
          )}
        </span>
        {steppers && (
          <Base.Increment aria-label={`More ${label.toLowerCase()}`} className={stepper}>
            <Plus />
          </Base.Increment>
        )}
      </Base.Group>
    </Base.Root>
  )
}
