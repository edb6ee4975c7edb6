'use client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { type ReactNode, useState } from 'react'
import { Toasts } from '@/components/ui/toast'
import { TooltipProvider } from '@/components/ui/tooltip'

/** What every screen stands on: the query cache, the address as state, tooltips, toasts. */
export function Providers({ children }: { children: ReactNode }) {
  const [queries] = useState(
    () =>
      new QueryClient({ defaultOptions: { queries: { staleTime: 30_000, retry: 1, refetchOnWindowFocus: false } } }),
  )
  return (
    <QueryClientProvider client={queries}>
      <NuqsAdapter>
        <TooltipProvider delay={500}>
          <Toasts>{children}</Toasts>
        </TooltipProvider>
      </NuqsAdapter>
    </QueryClientProvider>
  )
}
