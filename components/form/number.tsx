'use client'
import { X } from 'lucide-react'
import { IconButton } from '../ui/icon-button'
import { NumberField } from '../ui/number-field'
import { Slider } from '../ui/slider'
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
  const bounds = { min: limits.min, max: limits.max ?? Infinity, step: limits.step ?? 1 }
  return (
    <Line
      label={label}
      hint={hint}
      note={note}
      paths={[key]}
      aside={
        <span className="flex shrink-0 items-center gap-3">
          {number === null ? (
            <span className="text-12 whitespace-nowrap text-ink-3">model’s own</span>
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
          )}
          {limits.max !== undefined && (
            <Slider
              {...bounds}
              label={label}
              value={number ?? limits.min}
              onChange={(next) => patch({ [key]: next })}
              className="w-28 max-lg:w-16"
            />
          )}
          <NumberField
            {...(limits.max === undefined ? { min: limits.min, step: bounds.step } : bounds)}
            id={idOf(key)}
            label={label}
            value={number}
            onChange={(next) => patch({ [key]: next ?? undefined })}
            steppers={false}
            size="tool"
            invalid={wrong}
            describedBy={wrong ? errorId(key) : undefined}
            {...(limits.unit ? { unit: limits.unit } : {})}
          />
        </span>
      }
    />
  )
}
