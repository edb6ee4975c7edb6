import type { Metadata } from 'next'
import { Suspense } from 'react'
import { Models } from '@/components/models/models'

export const metadata: Metadata = { title: 'Models' }

export default function Page() {
  return (
    <Suspense>
      <Models />
    </Suspense>
  )
}
