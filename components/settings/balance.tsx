'use client'
import { Wallet } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/field'
import { useBalance } from '@/lib/api/money-queries'
import type { ProviderId } from '@/lib/models/row'

/** What is left at a provider, asked of it when somebody presses. */
export function Balance({ id, label }: { id: ProviderId; label: string }) {
  const { data, error, isFetching, refetch } = useBalance(id)
  const said = data ? `${sum(data)} left at ${label}` : data === null ? `${label} names no sum.` : undefined
  return (
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
  )
}

const sum = ({ amount, currency }: { amount: number; currency: string }) =>
  currency === 'USD' ? `$${amount.toFixed(2)}` : `${amount.toFixed(2)} ${currency}`
