'use client'
// Asks the provider whether it would take the request, where it can be asked; what it says stands at the fields too.
import { Check } from 'lucide-react'
import { useEffect } from 'react'
import { useHealth, useRehearsal } from '@/lib/api/queries'
import { StudioError } from '@/lib/errors'
import { useBook } from '../form/finding'
import { Button } from '../ui/button'
import { ErrorLine } from '../ui/field'

type Order = Parameters<ReturnType<typeof useRehearsal>['mutate']>[0]

export function Rehearse({ order }: { order: Order }) {
  const { data: health } = useHealth()
  const { all, refuse, setTried } = useBook()
  const { mutate, reset, data, error, isPending } = useRehearsal()
  const print = JSON.stringify(order)
  // What was said holds for what was asked.
  useEffect(() => {
    if (print) reset()
  }, [print, reset])
  const may = health?.providers.find(({ id }) => id === order.provider)?.rehearses
  if (may === undefined) return null
  if (may !== true) return <p className="text-12 text-ink-3">{may}</p>
  const told = (issues: Parameters<typeof refuse>[0]) => {
    refuse(issues)
    setTried(true)
  }
  const ask = () =>
    mutate(order, {
      onSuccess: ({ issues }) => told(issues),
      onError: (refusal) => refusal instanceof StudioError && told(refusal.issues ?? []),
    })
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <Button
        size="tool"
        reason={isPending ? 'Asking' : all[0]?.message}
        onClick={() => (isPending ? undefined : all.length > 0 ? setTried(true) : ask())}
      >
        Check without paying
      </Button>
      <div role="status" className="text-12">
        {data?.taken && (
          <p className="flex items-center gap-1.5 text-done">
            <Check aria-hidden className="size-3.5" />
            {data.words}
          </p>
        )}
        {data && !data.taken && <ErrorLine>{data.words}</ErrorLine>}
        {error && <ErrorLine>{error.message}</ErrorLine>}
      </div>
    </div>
  )
}
