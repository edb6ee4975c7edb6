'use client'
import { cameraAxes } from '@/lib/models/input'
import { type ControlProps, idOf } from '../form/control'
import { useInput, useWrite } from '../form/draft'
import { useFindings } from '../form/finding'
import { errorId, Line } from '../form/frame'
import { ErrorLine } from '../ui/field'
import { Camera } from './camera'
import { type Move, type Movement, moves } from './move'

const isMove = (type: string): type is Move => type in moves
const paths = ['camera', 'camera.type', 'camera.config', ...cameraAxes.map((axis) => `camera.config.${axis}`)]

export function CameraControl({ limits, label, hint, note, needed, barred }: ControlProps<'camera'>) {
  const value = useInput('camera')
  const { patch } = useWrite()
  const wrong = useFindings(paths).length > 0
  const known: Movement | undefined = value && isMove(value.type) ? { ...value, type: value.type } : undefined
  return (
    <Line label={label} hint={hint} note={note} paths={paths}>
      <Camera
        id={idOf('camera')}
        label={label}
        value={known}
        onChange={(camera) => patch({ camera })}
        types={limits.types.filter(isMove)}
        range={{ min: -limits.most, max: limits.most, step: 0.5 }}
        needed={needed}
        invalid={wrong}
        describedBy={wrong ? errorId('camera') : undefined}
      />
      {barred !== undefined && value && (
        <ErrorLine fixes={[{ label: 'Take it out', onApply: () => patch({ camera: undefined }) }]}>{barred}</ErrorLine>
      )}
    </Line>
  )
}
