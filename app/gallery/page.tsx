import type { Metadata } from 'next'
import { Suspense } from 'react'
import { Gallery } from '@/components/gallery/gallery'

export const metadata: Metadata = { title: 'Gallery' }

export default function Page() {
  return (
    <Suspense>
      <Gallery />
    </Suspense>
  )
}
