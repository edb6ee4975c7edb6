import type { Metadata } from 'next'
import { Suspense } from 'react'
import { SpendScreen } from '@/components/spend/screen'

export const metadata: Metadata = { title: 'Spend' }

export default function Page() {
  return (
    <Suspense>
      <SpendScreen />
    </Suspense>
  )
}
