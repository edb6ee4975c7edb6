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
  /** Where the fill begins, for a track with a middle; default: the least value. */
  from?: number
  className?: string
}

export function Slider({ label, value, onChange, min, max, step = 1, valueText, from, className }: Props) {
  const place = (at: number) => ((at - min) / (max - min)) * 100
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
        <Base.Track className="relative h-1 w-full rounded-full bg-hover forced-colors:bg-[GrayText]">
          {from === undefined ? (
            <Base.Indicator className="rounded-full bg-ink-2" />
          ) : (
            <span
              aria-hidden
              className="absolute h-full rounded-full bg-ink-2"
              style={{
                left: `${Math.min(place(from), place(value))}%`,
                width: `${Math.abs(place(value) - place(from))}%`,
              }}
            />
          )}
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
