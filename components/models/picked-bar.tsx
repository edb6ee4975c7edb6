'use client'
import { Columns2, X } from 'lucide-react'
import type { Row } from '@/lib/models/row'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'

type Props = { picked: readonly Row[]; onCompare: () => void; onClear: () => void }

/** Floats over the list while something is picked. */
export function PickedBar({ picked, onCompare, onClear }: Props) {
  const two = picked.length === 2
  return (
    // biome-ignore lint/a11y/useSemanticElements: it groups what is done with the picked ones
    <div
      role="group"
      aria-label="Picked models"
      className="fixed bottom-5 left-1/2 z-30 flex max-w-[calc(100vw-32px)] -translate-x-1/2 items-center gap-3 rounded-bar border border-line bg-overlay py-2 pr-2 pl-4 shadow-float max-md:bottom-[calc(68px+env(safe-area-inset-bottom))]"
    >
      <p role="status" className="min-w-0 truncate">
        {picked.map(({ name }) => name).join(' and ')}
      </p>
      <Button
        kind="next"
        size="bar"
        reason={two ? undefined : 'Pick one more'}
        icon={<Columns2 aria-hidden className="size-4" />}
        onClick={() => {
          if (two) onCompare()
        }}
      >
        Compare
      </Button>
      <IconButton label="Pick none" onClick={onClear}>
        <X />
      </IconButton>
    </div>
  )
}
