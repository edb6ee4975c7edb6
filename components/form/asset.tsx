'use client'
import { useCallback } from 'react'
import type { Medium } from '@/lib/media/medium'
import { Slot } from '../media/slot'
import { type ControlProps, idOf } from './control'
import { useInput, useWrite } from './draft'
import { useFindings } from './finding'
import { errorId, Stack } from './frame'

export function Asset({ limits, keys, label, note, needed, barred }: ControlProps<'asset'>) {
  const key = keys[0] ?? 'image'
  const value = useInput(key) as Medium | undefined
  const { patch } = useWrite()
  const wrong = useFindings([key]).length > 0
  const write = useCallback((medium: Medium | undefined) => patch({ [key]: medium }), [patch, key])
  return (
    <Stack label={label} hint={needed ? undefined : 'optional'} note={note} paths={[key]}>
      <Slot
        id={idOf(key)}
        label={label}
        limits={limits.of}
        value={value}
        onChange={write}
        barred={barred}
        invalid={wrong}
        describedBy={wrong ? errorId(key) : undefined}
      />
    </Stack>
  )
}
