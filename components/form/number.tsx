'use client'
import { X } from 'lucide-react'
import { IconButton } from '../ui/icon-button'
import { NumberField } from '../ui/number-field'
import { SliderField } from '../ui/slider'
import { type ControlProps, idOf } from './control'
import { useInput, useWrite } from './draft'
import { useFindings } from './finding'
import { errorId, Line } from './frame'

export function Measure({ limits, keys, label, hint, note, needed }: ControlProps<'whole' | 'decimal'>) {
  const key = keys[0] ?? 'duration'
  const value = useInput(key)
  const { patch } = useWrite()
  const wrong = useFindings([key]).length > 0
  const number = typeof value === 'number' ? value : null
  const shared = {
    id: idOf(key),
    label,
    value: number,
    onChange: (next: number | null) => patch({ [key]: next ?? undefined }),
    step: limits.step ?? 1,
    invalid: wrong,
    describedBy: wrong ? errorId(key) : undefined,
    ...(limits.unit ? { unit: limits.unit } : {}),
  }
  return (
    <Line
      label={label}
      hint={hint}
      note={note}
      paths={[key]}
      aside={
        number === null ? (
          <span className="text-12 text-ink-3">model’s own</span>
        ) : (
          !needed && (
            <IconButton
              label={`Leave ${label.toLowerCase()} to the model`}
              size="card"
              onClick={() => patch({ [key]: undefined })}
            >
              <X />
            </IconButton>
          )
        )
      }
    >
      {limits.max === undefined ? (
        <NumberField {...shared} min={limits.min} />
      ) : (
        <SliderField {...shared} min={limits.min} max={limits.max} />
      )}
    </Line>
  )
}
