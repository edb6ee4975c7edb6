import type { Metadata } from 'next'
import { Suspense } from 'react'
import { ComposeScreen } from '@/components/compose/screen'

export const metadata: Metadata = { title: 'Compose' }

export default function Page() {
  return (
    <Suspense>
      <ComposeScreen />
    </Suspense>
  )
}
