'use client'
import { NumberField } from '../ui/number-field'
import { Slider } from '../ui/slider'
import { type Axis, type AxisWords, axes } from './move'

type Props = {
  id: string
  axis: Axis
  value: number
  range: { min: number; max: number; step: number }
  onChange: (value: number) => void
  invalid: boolean
  describedBy?: string | undefined
}

/** One axis: its name, where minus and plus lead, and how much. */
export function AxisRow({ id, axis, value, range, onChange, invalid, describedBy }: Props) {
  const { label, minus, plus, signs }: AxisWords = axes[axis]
  const [less, more] = signs ?? [minus, plus]
  const way = (amount: number) => (amount === 0 ? 'still' : `${Math.abs(amount)} ${amount < 0 ? minus : plus}`)
  return (
    <div className="flex items-center gap-2.5">
      <span className="w-20 shrink-0 leading-none">
        <span className="text-12 font-medium">{label}</span>
        <span className="block truncate text-11 text-ink-3" title={`− ${minus}, + ${plus}`}>
          {value === 0 ? `${less}, ${more}` : `${Math.abs(value)} ${value < 0 ? less : more}`}
        </span>
      </span>
      <Slider
        {...range}
        label={label}
        value={Math.min(range.max, Math.max(range.min, value))}
        onChange={onChange}
        from={0}
        valueText={way}
        className="min-w-0 flex-1"
      />
      <NumberField
        {...range}
        id={id}
        label={`${label}, amount`}
        value={value}
        onChange={(next) => onChange(next ?? 0)}
        steppers={false}
        size="tool"
        invalid={invalid}
        describedBy={describedBy}
      />
    </div>
  )
}
