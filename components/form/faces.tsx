'use client'
import type { FaceChoice } from '@/lib/models/input'
import { Input } from '../ui/input'
import { NumberField } from '../ui/number-field'
import { type ControlProps, idOf } from './control'
import { useInput, useWrite } from './draft'
import { Stack } from './frame'

const seconds = [
  ['from', 'Sound from'],
  ['to', 'to'],
  ['at', 'heard from'],
] as const

export function Faces({ limits, label, hint, note }: ControlProps<'faces'>) {
  const value = useInput('faces')
  const { patch } = useWrite()
  const now = value ?? { session: '', face: '', from: 0, to: limits.sound.min, at: 0 }
  const set = (change: Partial<FaceChoice>) => {
    const next = { ...now, ...change }
    patch({ faces: next.session === '' && next.face === '' ? undefined : next })
  }
  return (
    <Stack label={label} hint={hint} note={note} paths={['faces']} deep className="col-span-full">
      <div className="flex flex-wrap items-center gap-3">
        <Input
          id={idOf('faces')}
          aria-label="Session"
          placeholder="session"
          value={now.session}
          onChange={(session) => set({ session })}
        />
        <Input
          id={idOf('faces.face')}
          aria-label="Face"
          placeholder="face"
          value={now.face}
          onChange={(face) => set({ face })}
        />
        {seconds.map(([key, words]) => (
          <span key={key} className="flex items-center gap-1.5 text-12 text-ink-2">
            {words}
            <NumberField
              id={idOf(`faces.${key}`)}
              label={words}
              value={now[key]}
              min={0}
              step={0.1}
              unit="s"
              steppers={false}
              size="tool"
              onChange={(next) => set({ [key]: next ?? 0 })}
            />
          </span>
        ))}
      </div>
    </Stack>
  )
}
