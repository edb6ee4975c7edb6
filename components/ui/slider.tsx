'use client'
import { Slider as Base } from '@base-ui/react/slider'

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
