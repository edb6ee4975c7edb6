'use client'
// Room around a picture, drawn to scale beside the four numbers.
import { areaOf } from '@/lib/models/expansion'
import type { Expansion } from '@/lib/models/input'
import { NumberField } from '../ui/number-field'
import { type ControlProps, idOf } from './control'
import { useInput, useWrite } from './draft'
import { useFindings } from './finding'
import { Line } from './frame'

const sides = [
  ['up', 'Above'],
  ['down', 'Below'],
  ['left', 'Left'],
  ['right', 'Right'],
] as const
const none: Expansion = { up: 0, down: 0, left: 0, right: 0 }
const edge = 96

export function ExpansionControl({ limits, label, hint, note }: ControlProps<'expansion'>) {
  const value = useInput('expand') ?? none
  const { patch } = useWrite()
  const paths = ['expand', ...sides.map(([side]) => `expand.${side}`)]
  const wrong = useFindings(paths).length > 0
  const width = 1 + value.left + value.right
  const height = 1 + value.up + value.down
  const unit = edge / Math.max(width, height)
  return (
    <Line
      label={label}
      hint={hint}
      note={note}
      paths={paths}
      aside={<span className="text-13 text-ink-2 tabular-nums">{areaOf(value)} × the picture</span>}
    >
      <div className="flex flex-wrap items-center gap-5">
        <span aria-hidden className="flex size-24 items-center justify-center">
          <span
            className="relative block rounded-[2px] border border-dashed border-ink-3"
            style={{ width: width * unit, height: height * unit }}
          >
            <span
              className="absolute rounded-[2px] bg-ink-3"
              style={{ left: value.left * unit, top: value.up * unit, width: unit, height: unit }}
            />
          </span>
        </span>
        <div className="grid grid-cols-2 gap-x-4 gap-y-2">
          {sides.map(([side, words]) => (
            <span key={side} className="flex items-center justify-between gap-2 text-12 text-ink-2">
              {words}
              <NumberField
                id={idOf(side === 'up' ? 'expand' : `expand.${side}`)}
                label={words}
                value={value[side]}
                min={0}
                max={limits.max}
                step={0.1}
                steppers={false}
                size="tool"
                invalid={wrong}
                onChange={(next) => patch({ expand: { ...value, [side]: next ?? 0 } })}
              />
            </span>
          ))}
        </div>
      </div>
    </Line>
  )
}
