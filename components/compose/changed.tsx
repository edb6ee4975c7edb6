'use client'
// What turning to another model or workflow, an import or "use again" changed: one line, and the way back.
import { Undo2, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Draft } from '../form/draft'
import { TextButton } from '../ui/field'
import { IconButton } from '../ui/icon-button'

export type Changed = { words: string; notes?: readonly string[]; before: Draft }

type Props = { changed: Changed; onUndo: () => void; onClose: () => void }

export function ChangedLine({ changed, onUndo, onClose }: Props) {
  const { words, notes = [] } = changed
  const line = useRef<HTMLDivElement>(null)
  // It stands above the form, which may be scrolled to its end when it changes.
  useEffect(() => {
    if (changed) line.current?.scrollIntoView({ block: 'nearest' })
  }, [changed])
  return (
    <div
      ref={line}
      role="status"
      className="flex items-start gap-2.5 rounded-control bg-raised py-2 pr-2 pl-3 text-13 max-md:scroll-mt-16"
    >
      <Undo2 aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-2" />
      <div className="min-w-0 flex-1">
        <p>{words}</p>
        {notes.map((note) => (
          <p key={note} className="text-12 text-ink-2">
            {note}
          </p>
        ))}
      </div>
      <TextButton onClick={onUndo}>Undo</TextButton>
      <IconButton label="Close this line" size="card" onClick={onClose}>
        <X />
      </IconButton>
    </div>
  )
}
