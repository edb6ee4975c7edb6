'use client'
import { QueryClientProvider } from '@tanstack/react-query'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { type ReactNode, useEffect, useState } from 'react'
import { Toasts } from '@/components/ui/toast'
import { TooltipLayer } from '@/components/ui/tooltip'
import { follow } from '@/lib/api/live'
import { makeQueryClient } from '@/lib/api/queries'

/** What every screen stands on: the query cache kept true by the stream, the address as state, tooltips, toasts. */
export function Providers({ children }: { children: ReactNode }) {
  const [queries] = useState(makeQueryClient)
  useEffect(() => follow(queries), [queries])
  return (
    <QueryClientProvider client={queries}>
      <NuqsAdapter>
        {children}
        <Toasts />
        <TooltipLayer />
      </NuqsAdapter>
    </QueryClientProvider>
  )
}
