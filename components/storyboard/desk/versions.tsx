'use client'
// What the board was before: one version a minute, brought back as an edit that can be undone.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { clockTime, day } from '@/components/media/time-code'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/field'
import { seconds } from '@/components/ui/figure'
import { say } from '@/components/ui/toast'
import { api } from '@/lib/api/client'
import type { Desk } from './desk'
import { draftOf } from './draft'

type Props = { desk: Desk; open: boolean; onClose: () => void }

export function Versions({ desk, open, onClose }: Props) {
  const { data, error, refetch } = useQuery({
    queryKey: ['storyboards', 'versions', desk.id],
    queryFn: ({ signal }) => api.listVersions({ params: { id: desk.id } }, { signal }),
    enabled: open,
    staleTime: 0,
  })
  const [bringing, setBringing] = useState<number>()
  const items = data ? lastOfEachMinute(data.items) : []
  const bring = async (version: number) => {
    setBringing(version)
    try {
      const then = draftOf(await api.readVersion({ params: { id: desk.id, version } }))
      desk.edit(() => then)
      say({ words: 'The board is as it was then', action: { label: 'Undo', onClick: desk.undo } })
      onClose()
    } catch (error) {
      say({ words: error instanceof Error ? error.message : 'It cannot be read.', stays: true })
    }
    setBringing(undefined)
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Earlier versions"
      description="What the board was, minute by minute, as far back as its last 200 saves. Bringing one back is an edit like any other; undo takes it away again."
    >
      {error && <ErrorLine fixes={[{ label: 'Try again', onApply: () => void refetch() }]}>{error.message}</ErrorLine>}
      {data && items.length === 0 && (
        <p className="mt-3 text-ink-2">It was not saved before; this is its first version.</p>
      )}
      <ul aria-label="Versions" className="mt-3 flex flex-col">
        {items.map(({ version, savedAt, title, shots, seconds: length }) => {
          const at = new Date(savedAt)
          const when = `${at.toDateString() === new Date().toDateString() ? '' : `${day(at)} `}${clockTime(at)}`
          return (
            <li key={version} className="flex items-center gap-3 border-t border-line py-2 first:border-t-0">
              <span className="min-w-0 flex-1">
                <span className="block font-medium tabular-nums">{when}</span>
                <span className="block truncate text-12 text-ink-2 tabular-nums">
                  {shots} {shots === 1 ? 'shot' : 'shots'} · {seconds(length)} · {title}
                </span>
              </span>
              <Button
                size="tool"
                aria-label={`Bring back the board of ${when}`}
                disabled={bringing !== undefined}
                focusableWhenDisabled
                onClick={() => void bring(version)}
              >
                Bring it back
              </Button>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}

/** Every second of writing is a version; the last of a minute stands for it. */
function lastOfEachMinute<T extends { savedAt: string }>(items: readonly T[]): T[] {
  const seen = new Set<string>()
  return items.filter(({ savedAt }) => {
    const minute = savedAt.slice(0, 16)
    if (seen.has(minute)) return false
    seen.add(minute)
    return true
  })
}
