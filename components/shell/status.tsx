'use client'
import { CloudOff } from 'lucide-react'
import Link from 'next/link'
import { Ring } from '@/components/ui/ring'
import { useConnection } from '@/lib/api/live'
import { useTaskCounts } from '@/lib/api/queries'
import type { Status } from '@/lib/tasks/task'

const words: readonly [Status, string][] = [
  ['running', 'rendering'],
  ['starting', 'placing'],
  ['saving', 'saving'],
  ['cancelling', 'stopping'],
]

/** "1 rendering, 1 saving"; says so when the studio does not answer. What waits stands beside it. */
export function LiveStatus() {
  const { data: counts } = useTaskCounts()
  const connection = useConnection()
  if (connection === 'reconnecting')
    return (
      <p role="status" className="flex items-center gap-1.5 text-12 text-stale">
        <CloudOff aria-hidden className="size-3.5" />
        Reconnecting
      </p>
    )
  const going = words.flatMap(([status, word]) => {
    const count = counts?.[status] ?? 0
    return count > 0 ? [`${count} ${word}`] : []
  })
  const [first, ...rest] = going
  return (
    <p role="status" className="text-12 whitespace-nowrap">
      {first && (
        <Link href="/gallery?show=works" className="room flex items-center gap-3 rounded-picture">
          <span className="flex items-center gap-1.5 font-medium text-running">
            <Ring value={counts?.running || counts?.starting || counts?.saving ? undefined : 0} />
            {first}
          </span>
          {rest.length > 0 && <span className="text-ink-2">{rest.join(', ')}</span>}
        </Link>
      )}
    </p>
  )
}
