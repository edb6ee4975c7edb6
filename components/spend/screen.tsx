'use client'
// What was spent, how much there may be, and where it went.
import { Page } from '@/components/shell/page'
import { Silent } from '@/components/shell/silent'
import { useAwake } from '@/components/ui/window'
import { useSpend } from '@/lib/api/money-queries'
import { Budget } from './budget'
import { CapForm } from './cap-form'
import { Ledger } from './ledger'

export function SpendScreen() {
  const { data, error, refetch } = useSpend()
  const awake = useAwake()
  return (
    <Page title="Spend" width="max-w-[960px]">
      {awake && data ? (
        <>
          <section aria-label="Now" className="grid gap-3 md:grid-cols-2">
            <Budget title="Today" spend={data.day} cap={data.caps.day} />
            <Budget title="This month" spend={data.month} cap={data.caps.month} />
          </section>
          <CapForm kept={data.caps} />
        </>
      ) : awake && error ? (
        <Silent why={error.message} onRetry={() => void refetch()} />
      ) : (
        <p role="status" className="text-ink-2">
          Reading the spend
        </p>
      )}
      <Ledger />
    </Page>
  )
}
