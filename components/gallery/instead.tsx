'use client'
// What stands in place of the grid: while it is read, when nobody answers, when there is nothing.
import { CloudOff } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { type Filter, useFilter } from './filter'
import { Sample } from './sample'

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

export function Nothing({ filter }: { filter: Filter }) {
  const [, setFilter] = useFilter()
  const narrowed = filter.show !== 'all' || filter.q.trim() !== '' || filter.model !== null
  if (narrowed)
    return (
      <div className="m-auto flex flex-col items-center gap-3 px-4 py-16 text-center">
        <p className="text-ink-2">No take fits what you look for.</p>
        <Button onClick={() => setFilter({ show: 'all', q: '', model: null })}>Show all</Button>
      </div>
    )
  return (
    <div className="m-auto w-full max-w-[420px] px-4 pb-16">
      <div className="rounded-group border border-line bg-panel px-6">
        <Empty
          title="No takes yet"
          words="Start from a finished board of three shots. It renders on this computer in a few seconds."
          next={<Sample />}
          quiet={
            <Link href="/" className="room rounded-picture font-medium text-ink-2 hover:text-ink">
              Write your own
            </Link>
          }
        />
      </div>
    </div>
  )
}
