'use client'
import { X } from 'lucide-react'
import { useState } from 'react'
import type { Medium } from '@/lib/media/medium'
import type { DynamicMask } from '@/lib/models/input'
import { Slot } from '../media/slot'
import { IconButton } from '../ui/icon-button'
import { Textarea } from '../ui/textarea'
import { type ControlProps, idOf } from './control'
import { useInput, useWrite } from './draft'
import { Stack } from './frame'

type Point = DynamicMask['trajectories'][number]
const inText = (points: readonly Point[]) => points.map(({ x, y }) => `${x},${y}`).join(' ')
const fromText = (text: string): Point[] =>
  [...text.matchAll(/(-?\d+)\s*,\s*(-?\d+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }))

export function Brush({ limits, label, hint, note, barred }: ControlProps<'brush'>) {
  const still = useInput('staticMask')
  const moving = useInput('dynamicMasks') ?? []
  const { patch, read } = useWrite()
  const write = (change: (now: DynamicMask[]) => DynamicMask[]) => {
    const next = change(read().input.dynamicMasks ?? [])
    patch({ dynamicMasks: next.length > 0 ? next : undefined })
  }
  const setMask = (at: number, mask: Medium | undefined) =>
    write((now) => (mask ? now.map((one, index) => (index === at ? { ...one, mask } : one)) : now.toSpliced(at, 1)))
  return (
    <Stack label={label} hint={hint} note={note} paths={['dynamicMasks', 'staticMask']} deep className="col-span-full">
      <div className="grid grid-cols-3 gap-3 max-md:grid-cols-2">
        <Slot
          id={idOf('staticMask')}
          label="Keeps still"
          limits={limits.of}
          value={still}
          onChange={(medium) => patch({ staticMask: medium })}
          barred={barred}
        />
        {moving.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: areas are known by their place
          <Area key={at} at={at} area={one} limits={limits} onMask={setMask} onPath={write} />
        ))}
        {moving.length < limits.max && (
          <Slot
            key={`next ${moving.length}`}
            id={idOf(moving.length === 0 ? 'dynamicMasks' : 'dynamicMasks.next')}
            label="Moves"
            limits={limits.of}
            value={undefined}
            onChange={(mask) => mask && write((now) => [...now, { mask, trajectories: [] }])}
            barred={barred}
          />
        )}
      </div>
    </Stack>
  )
}

type AreaProps = {
  at: number
  area: DynamicMask
  limits: ControlProps<'brush'>['limits']
  onMask: (at: number, mask: Medium | undefined) => void
  onPath: (change: (now: DynamicMask[]) => DynamicMask[]) => void
}

function Area({ at, area, limits, onMask, onPath }: AreaProps) {
  const [text, setText] = useState(inText(area.trajectories))
  return (
    <div className="flex flex-col gap-1.5">
      <Slot
        id={idOf(`dynamicMasks.${at}.mask`)}
        label={`Moves ${at + 1}`}
        limits={limits.of}
        value={area.mask}
        onChange={(mask) => onMask(at, mask)}
      />
      <Textarea
        id={idOf(`dynamicMasks.${at}.trajectories`)}
        aria-label={`Path of area ${at + 1}: pixels from the bottom left`}
        placeholder="10,20 30,40"
        value={text}
        onChange={(next) => {
          setText(next)
          onPath((now) => now.map((one, index) => (index === at ? { ...one, trajectories: fromText(next) } : one)))
        }}
      />
      <IconButton label={`Take out area ${at + 1}`} size="card" onClick={() => onMask(at, undefined)}>
        <X />
      </IconButton>
    </div>
  )
}
