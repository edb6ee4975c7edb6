'use client'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { type ReactNode, Suspense } from 'react'

/** A screen that keeps what is shown in its address. */
export function Addressed({ children }: { children: ReactNode }) {
  return (
    <Suspense>
      <NuqsAdapter>{children}</NuqsAdapter>
    </Suspense>
  )
}
