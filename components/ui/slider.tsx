'use client'
import { Slider as Base } from '@base-ui/react/slider'
import { cx } from './cx'
import { NumberField } from './number-field'

type Props = {
  label: string
  value: number
  onChange: (value: number) => void
  min: number
  max: number
  step?: number
  valueText?: (value: number) => string
  className?: string
}

export function Slider({ label, value, onChange, min, max, step = 1, valueText, className }: Props) {
  return (
    <Base.Root
      value={value}
      onValueChange={(next) => onChange(Array.isArray(next) ? (next[0] ?? min) : next)}
      min={min}
      max={max}
      step={step}
      locale="en"
      thumbAlignment="edge"
      className={className}
    >
      <Base.Control className="flex h-8 w-full touch-none items-center select-none touch:h-11">
        <Base.Track className="h-1 w-full rounded-full bg-hover">
          <Base.Indicator className="rounded-full bg-ink-2" />
          <Base.Thumb
            getAriaLabel={() => label}
            getAriaValueText={valueText ? (_, at) => valueText(at) : null}
            className="size-3.5 rounded-full bg-ink room has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-focus"
          />
        </Base.Track>
      </Base.Control>
    </Base.Root>
  )
}

type WithNumber = Omit<Props, 'value' | 'onChange'> & {
  value: number | null
  onChange: (value: number | null) => void
  unit?: string
  invalid?: boolean
  id?: string
  describedBy?: string | undefined
}

/** A slider for the eye and a number for the hand; both show one value, unset stands at the start. */
export function SliderField({ value, onChange, unit, invalid, id, describedBy, className, ...range }: WithNumber) {
  const { label, min, max, step } = range
  return (
    <div className={cx('flex items-center gap-3', className)}>
      <Slider {...range} value={value ?? min} onChange={onChange} className="min-w-0 flex-1" />
      <NumberField
        label={label}
        value={value}
        onChange={onChange}
        min={min}
        max={max}
        steppers={false}
        {...(step === undefined ? {} : { step })}
        {...(unit === undefined ? {} : { unit })}
        {...(invalid === undefined ? {} : { invalid })}
        {...(id === undefined ? {} : { id })}
        describedBy={describedBy}
      />
    </div>
  )
}
