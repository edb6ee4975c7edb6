'use client'
import { Wallet } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/field'
import { money } from '@/components/ui/figure'
import { useBalance } from '@/lib/api/money-queries'
import type { ProviderId } from '@/lib/models/row'
import { Packs } from './pack'

/** What is left at a provider, asked of it when somebody presses. */
export function Balance({ id, label }: { id: ProviderId; label: string }) {
  const { data, error, isFetching, refetch } = useBalance(id)
  const said = data ? `${money(data)} left at ${label}` : data === null ? `${label} names no sum.` : undefined
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {!error && said && (
          <p role="status" className="tabular-nums">
            {said}
          </p>
        )}
        {error && !isFetching && <ErrorLine>{error.message}</ErrorLine>}
        <Button
          size="tool"
          icon={<Wallet aria-hidden className="size-4" />}
          disabled={isFetching}
          focusableWhenDisabled
          onClick={() => void refetch()}
        >
          {isFetching ? `Asking ${label}` : said || error ? 'Ask again' : 'What is left'}
        </Button>
      </div>
      {!error && data?.packs && data.packs.length > 0 && <Packs packs={data.packs} label={label} />}
    </div>
  )
}
