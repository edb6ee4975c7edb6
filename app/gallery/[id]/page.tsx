import type { Metadata } from 'next'
import { Suspense } from 'react'
import { Viewer } from '@/components/gallery/viewer'

export const metadata: Metadata = { title: 'Take' }

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return (
    <Suspense>
      <Viewer id={id} />
    </Suspense>
  )
}
