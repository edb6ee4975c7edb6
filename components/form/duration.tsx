'use client'
import { X } from 'lucide-react'
import { IconButton } from '../ui/icon-button'
import { NumberField } from '../ui/number-field'
import { Segments } from '../ui/segments'
import { Select } from '../ui/select'
import { Slider } from '../ui/slider'
import { type ControlProps, idOf } from './control'
import { useInput, useWrite } from './draft'
import { useFindings } from './finding'
import { errorId, Line } from './frame'

export function Duration({ limits, label, hint, note, needed, started }: ControlProps<'duration'>) {
  const value = useInput('duration')
  const { patch } = useWrite()
  const wrong = useFindings(['duration']).length > 0
  const write = (next: number | null) => patch({ duration: next ?? undefined })
  const leave = value !== undefined && !needed && !started && (
    <IconButton label="Leave the length to the model" size="card" onClick={() => write(null)}>
      <X />
    </IconButton>
  )
  if ('values' in limits) {
    const choices = limits.values.map((seconds) => ({ value: String(seconds), label: `${seconds} s` }))
    const shared = {
      label,
      value: String(value ?? ''),
      onChange: (text: string) => write(Number(text)),
      invalid: wrong,
    }
    return (
      <Line
        label={label}
        hint={hint}
        note={note}
        paths={['duration']}
        aside={
          <span className="flex items-center gap-2">
            {leave}
            {choices.length <= 5 ? (
              <Segments {...shared} choices={choices} size="tool" />
            ) : (
              <Select {...shared} options={choices} />
            )}
          </span>
        }
      />
    )
  }
  return (
    <Line
      label={label}
      hint={hint}
      note={note}
      paths={['duration']}
      aside={
        <span className="flex min-w-0 flex-1 items-center justify-end gap-3">
          {leave}
          <Slider
            label={label}
            value={value ?? limits.min}
            onChange={write}
            min={limits.min}
            max={limits.max}
            step={limits.step}
            valueText={(seconds) => `${seconds} seconds`}
            className="w-full max-w-44 min-w-24"
          />
          <NumberField
            id={idOf('duration')}
            label={label}
            value={value ?? null}
            onChange={write}
            min={limits.min}
            max={limits.max}
            step={limits.step}
            unit="s"
            size="tool"
            invalid={wrong}
            describedBy={wrong ? errorId('duration') : undefined}
          />
        </span>
      }
    />
  )
}
