'use client'
// What stands in place of the grid while it is read, and when nobody answers.
import { CloudOff } from 'lucide-react'
import { Button } from '@/components/ui/button'

/** Still places of the cards to come; nothing shimmers. */
export function Loading({ density }: { density: number }) {
  return (
    <div
      role="status"
      aria-label="Reading the gallery"
      className="grid gap-4 px-6 max-lg:px-4"
      style={{ gridTemplateColumns: `repeat(auto-fill, minmax(${[200, 240, 300, 400, 600][density] ?? 240}px, 1fr))` }}
    >
      {Array.from({ length: 10 }, (_, at) => at).map((at) => (
        <div key={at} className="mb-[47px] aspect-video rounded-picture bg-panel" />
      ))}
    </div>
  )
}

export function Silent({ error, onRetry }: { error: Error; onRetry: () => void }) {
  return (
    <div role="alert" className="m-auto flex max-w-[360px] flex-col items-center gap-3 px-4 py-16 text-center">
      <CloudOff aria-hidden className="size-6 text-ink-3" />
      <p>{error.message}</p>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  )
}
