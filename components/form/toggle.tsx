'use client'
import { X } from 'lucide-react'
import { quote } from '@/lib/models/price'
import { rate } from '../ui/figure'
import { IconButton } from '../ui/icon-button'
import { Switch } from '../ui/switch'
import { type ControlProps, idOf } from './control'
import { useDesk, useFromInput, useInput, useWrite } from './draft'
import { Line } from './frame'

export function Toggle({ keys, label, hint, note, started }: ControlProps<'toggle'>) {
  const key = keys[0] ?? 'sound'
  const value = useInput(key)
  const { patch } = useWrite()
  const { row } = useDesk()
  const more = useFromInput((input) => {
    const on = quote(row, { ...input, duration: 1, shots: undefined, [key]: true } as typeof input)
    const off = quote(row, { ...input, duration: 1, shots: undefined, [key]: false } as typeof input)
    return typeof on === 'object' && typeof off === 'object' ? on.amount - off.amount : 0
  })
  const words = [hint, more > 0 ? `+${rate(more)} / s` : undefined].filter(Boolean).join(', ')
  return (
    <Line
      label={label}
      hint={words || undefined}
      note={note}
      paths={[key]}
      htmlFor={idOf(key)}
      aside={
        <span className="flex items-center gap-2">
          {value === false && !started && (
            <IconButton
              label={`Leave ${label.toLowerCase()} to the model`}
              size="card"
              onClick={() => patch({ [key]: undefined })}
            >
              <X />
            </IconButton>
          )}
          <Switch id={idOf(key)} checked={value === true} onChange={(on) => patch({ [key]: on })} />
        </span>
      }
    />
  )
}
