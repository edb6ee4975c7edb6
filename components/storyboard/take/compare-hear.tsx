'use client'
import { Volume2, VolumeX } from 'lucide-react'
import type { Control } from '@/components/media/player-control'
import { IconButton } from '@/components/ui/icon-button'

/** Of two films under one clock one is heard. */
export type Hearing = { control: Control; heard: 'a' | 'b'; onHear: (side: 'a' | 'b') => void }

export function Hear({ side, control, heard, onHear }: Hearing & { side: 'a' | 'b' }) {
  const audible = heard === side && !control.muted
  return (
    <IconButton
      label={`Hear ${side.toUpperCase()}`}
      size="tool"
      on={audible}
      onClick={() => {
        if (audible) return control.setMuted(true)
        onHear(side)
        control.setMuted(false)
      }}
    >
      {audible ? <Volume2 /> : <VolumeX />}
    </IconButton>
  )
}
