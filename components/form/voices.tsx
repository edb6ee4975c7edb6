'use client'
import { MediaList } from './assets'
import type { ControlProps } from './control'

/** Sounds whose place is their name in the words. */
export function Voices({ limits, label, hint, note, barred }: ControlProps<'voices'>) {
  return (
    <MediaList
      of="voices"
      label={label}
      hint={hint}
      note={note}
      limits={limits.of}
      max={limits.max ?? Number.POSITIVE_INFINITY}
      barred={barred}
      markOf={(at) => `@voice_${at + 1}`}
    />
  )
}
