'use client'
import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, Suspense, useEffect, useState } from 'react'
import { late, patient } from '@/components/ui/late'
import { Toasts } from '@/components/ui/toast'
import { makeQueryClient } from '@/lib/api/queries'

const TooltipLayer = late(() => import('@/components/ui/tooltip-layer').then((part) => part.TooltipLayer))

/** What every screen stands on: the query cache kept true by the stream, tooltips, toasts. */
export function Providers({ children }: { children: ReactNode }) {
  const [queries] = useState(makeQueryClient)
  useEffect(() => {
    let stop: (() => void) | undefined
    let over = false
    void patient(() => import('@/lib/api/live')).then(({ follow }) => {
      if (!over) stop = follow(queries)
    })
    return () => {
      over = true
      stop?.()
    }
  }, [queries])
  return (
    <QueryClientProvider client={queries}>
      {children}
      <Toasts />
      <Suspense>
        <TooltipLayer />
      </Suspense>
    </QueryClientProvider>
  )
}
