import type { Metadata } from 'next'
import { Viewer } from '@/components/gallery/viewer'
import { Addressed } from '@/components/shell/addressed'

export const metadata: Metadata = { title: 'Take' }

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return (
    <Addressed>
      <Viewer id={id} />
    </Addressed>
  )
}
