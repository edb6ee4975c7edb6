'use client'
import { simple } from '@/lib/models/camera'
import { cameraAxes } from '@/lib/models/input'
import { Select } from '../ui/select'
import { Slider } from '../ui/slider'
import type { ControlProps } from './control'
import { useInput, useWrite } from './draft'
import { useFindings } from './finding'
import { Line } from './frame'

const none = '-'
const said = (word: string) => word.replaceAll('_', ' ')

export function CameraControl({ limits, label, hint, note }: ControlProps<'camera'>) {
  const value = useInput('camera')
  const { patch } = useWrite()
  const wrong = useFindings(['camera'], true).length > 0
  const axis = cameraAxes.find((one) => value?.config?.[one]) ?? 'zoom'
  const amount = value?.config?.[axis] ?? 0
  const turn = (type: string) => {
    if (type === none) return patch({ camera: undefined })
    patch({ camera: type === simple ? { type, config: { zoom: 1 } } : { type } })
  }
  const move = (to: (typeof cameraAxes)[number], by: number) =>
    patch({ camera: { type: simple, config: { [to]: by } } })
  return (
    <Line
      label={label}
      hint={hint}
      note={note}
      paths={['camera', 'camera.type', 'camera.config', ...cameraAxes.map((one) => `camera.config.${one}`)]}
      aside={
        <Select
          label={label}
          value={value?.type ?? none}
          onChange={turn}
          invalid={wrong}
          options={[
            { value: none, label: 'Model’s own' },
            ...limits.types.map((type) => ({ value: type, label: said(type) })),
          ]}
        />
      }
    >
      {value?.type === simple && (
        <div className="flex items-center gap-3">
          <Select
            label="Axis"
            value={axis}
            onChange={(to) => move(to as typeof axis, amount)}
            options={cameraAxes.map((one) => ({ value: one, label: one }))}
          />
          <Slider
            label={`${axis} by`}
            value={amount}
            min={-limits.most}
            max={limits.most}
            step={0.5}
            from={0}
            onChange={(by) => move(axis, by)}
            className="flex-1"
          />
          <span className="w-10 text-right text-13 tabular-nums">{amount}</span>
        </div>
      )}
    </Line>
  )
}
