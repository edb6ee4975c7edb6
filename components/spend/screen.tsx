'use client'
// What was spent, how much there may be, and where it went.
import { CloudOff } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { PhoneBar } from '@/components/ui/phone-bar'
import { useAwake } from '@/components/ui/window'
import { useSpend } from '@/lib/api/money-queries'
import { Budget } from './budget'
import { CapForm } from './cap-form'
import { Ledger } from './ledger'

export function SpendScreen() {
  const { data, error, refetch } = useSpend()
  const awake = useAwake()
  return (
    <div className="min-h-0 flex-1 md:scroll-quiet">
      <PhoneBar>
        <h1 className="text-15 tight">Spend</h1>
      </PhoneBar>
      <div className="mx-auto flex max-w-[960px] flex-col gap-8 px-6 py-8 max-lg:px-4 max-md:py-5">
        <h1 className="text-20 tight max-md:hidden">Spend</h1>
        {awake && data ? (
          <>
            <section aria-label="Now" className="grid gap-3 md:grid-cols-2">
              <Budget title="Today" spend={data.day} cap={data.caps.day} />
              <Budget title="This month" spend={data.month} cap={data.caps.month} />
            </section>
            <CapForm kept={data.caps} />
          </>
        ) : awake && error ? (
          <div role="alert" className="flex flex-col items-start gap-3">
            <p className="flex items-center gap-2">
              <CloudOff aria-hidden className="size-4 text-ink-3" />
              {error.message}
            </p>
            <Button onClick={() => void refetch()}>Try again</Button>
          </div>
        ) : (
          <p role="status" className="text-ink-2">
            Reading the spend
          </p>
        )}
        <Ledger />
      </div>
    </div>
  )
}
