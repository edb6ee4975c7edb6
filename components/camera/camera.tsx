'use client'
// The camera's movement: which kind, along which axis, and a drawing that shows it.
import { useState } from 'react'
import { TextButton } from '../ui/field'
import { Select } from '../ui/select'
import { AxisRow } from './axis-row'
import { type Axis, axisIds, type Config, type Move, type Movement, moves, said, sentence, turn } from './move'
import { Preview } from './preview'

const unsaid = 'none'

type Props = {
  id: string
  label: string
  value: Movement | undefined
  onChange: (value: Movement | undefined) => void
  types: readonly Move[]
  range: { min: number; max: number; step: number }
  /** It must be said, so leaving it to the model is no choice. */
  needed: boolean
  invalid: boolean
  describedBy?: string | undefined
}

export function Camera({ id, label, value, onChange, types, range, needed, invalid, describedBy }: Props) {
  // What gave way when another axis was taken, until something else is done.
  const [before, setBefore] = useState<{ config: Config; words: string }>()
  const write = (next: Movement | undefined) => {
    setBefore(undefined)
    onChange(next)
  }
  const choose = (choice: string) => {
    if (choice === unsaid) return write(undefined)
    const type = types.find((one) => one === choice)
    if (type) write(type === 'simple' ? { type, config: turn({}, 'horizontal', 0).config } : { type })
  }
  const slide = (axis: Axis, amount: number) => {
    if (value?.type !== 'simple') return
    const old = value.config ?? {}
    const { config, stilled } = turn(old, axis, amount)
    if (stilled.length > 0)
      setBefore({ config: old, words: stilled.map((one) => said(one, old[one] ?? 0)).join(' and ') })
    else if (before && amount === 0) setBefore(undefined)
    onChange({ type: 'simple', config })
  }
  const choices = [
    ...(needed ? [] : [{ value: unsaid, label: 'Model’s own' }]),
    ...types.map((type) => ({ value: type, label: moves[type].label })),
  ]
  return (
    <div className="flex min-w-0 flex-col gap-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Select label={label} value={value?.type ?? unsaid} onChange={choose} options={choices} invalid={invalid} />
        <span className="min-w-0 flex-1 text-12 text-ink-3">
          {value ? sentence(value) : 'The words decide how it moves.'}
        </span>
      </div>
      {value && (
        <div className="grid grid-cols-[minmax(140px,2fr)_3fr] items-start gap-x-4 gap-y-2 max-md:grid-cols-1">
          <figure className="flex flex-col gap-1">
            <Preview movement={value} />
            <figcaption className="text-11 text-ink-3">Shows the way, not how far the model goes.</figcaption>
          </figure>
          {value.type === 'simple' && (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as this group is
            <div role="group" aria-label="Axes, one at a time" className="-my-1.5 flex min-w-0 flex-col touch:gap-1">
              {axisIds.map((axis) => (
                <AxisRow
                  key={axis}
                  id={`${id}-${axis}`}
                  axis={axis}
                  value={value.config?.[axis] ?? 0}
                  range={range}
                  onChange={(amount) => slide(axis, amount)}
                  invalid={invalid}
                  describedBy={describedBy}
                />
              ))}
            </div>
          )}
        </div>
      )}
      <p role="status" className="text-12 text-ink-2 empty:hidden">
        {before && (
          <>
            {before.words} went back to 0: the camera moves along one axis at a time.{' '}
            <TextButton onClick={() => write({ type: 'simple', config: before.config })}>Put it back</TextButton>
          </>
        )}
      </p>
    </div>
  )
}
