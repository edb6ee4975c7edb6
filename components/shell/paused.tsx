'use client'
// What waits, and why nothing more is ordered: the queue is paused, or a provider is.
import { CirclePause } from 'lucide-react'
import Link from 'next/link'
import { openQueue } from '@/components/queue/open'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/field'
import { Popover } from '@/components/ui/popover'
import { useResume } from '@/lib/api/money-queries'
import { useHealth } from '@/lib/api/queries'
import { useQueue } from '@/lib/api/queue-query'
import type { Health } from '@/lib/api/shape'
import type { ProviderId } from '@/lib/models/row'

export function Paused() {
  const { data } = useHealth()
  const { data: queue } = useQueue(false)
  const waiting = queue?.waiting ?? 0
  return (
    <>
      {queue?.paused && (
        <button
          type="button"
          onClick={openQueue}
          className="room flex items-center gap-1.5 rounded-picture text-12 font-medium whitespace-nowrap text-stale"
        >
          <CirclePause aria-hidden className="size-3.5" />
          Queue paused
        </button>
      )}
      {!queue?.paused && waiting > 0 && (
        <button
          type="button"
          onClick={openQueue}
          className="room rounded-picture text-12 whitespace-nowrap text-ink-2 tabular-nums hover:text-ink"
        >
          {waiting} {waiting === 1 ? 'waits' : 'wait'}
        </button>
      )}
      {ofProviders(data)}
    </>
  )
}

const ofProviders = (data: Health | undefined) =>
  data?.providers.flatMap(({ id, label, paused }) =>
    paused === undefined ? [] : [<Notice key={id} id={id} label={label} why={paused} />],
  )

function Notice({ id, label, why }: { id: ProviderId; label: string; why: string }) {
  return (
    <Popover
      label={`${label} is paused`}
      align="end"
      className="w-[340px]"
      trigger={
        <button type="button" className="room flex items-center gap-1.5 rounded-picture text-12 font-medium text-stale">
          <CirclePause aria-hidden className="size-3.5" />
          {label} paused
        </button>
      }
    >
      <div className="flex flex-col gap-3">
        <p>{why}</p>
        <p className="text-12 text-ink-2">Its orders wait and cost nothing. They go on when it is resumed.</p>
        <div className="flex items-center gap-3">
          <Resume id={id} label={label} />
          <Link href="/settings" className="room rounded-picture font-medium text-accent-ink hover:underline">
            Open Settings
          </Link>
        </div>
      </div>
    </Popover>
  )
}

export function Resume({ id, label }: { id: ProviderId; label: string }) {
  const { mutate, isPending, error } = useResume()
  return (
    <>
      <Button disabled={isPending} focusableWhenDisabled onClick={() => mutate(id)}>
        {isPending ? 'Resuming' : `Resume ${label}`}
      </Button>
      {error && <ErrorLine>{error.message}</ErrorLine>}
    </>
  )
}
