import type { Metadata } from 'next'
import { Gallery } from '@/components/gallery/gallery'
import { Addressed } from '@/components/shell/addressed'

export const metadata: Metadata = { title: 'Gallery' }

export default function Page() {
  return (
    <Addressed>
      <Gallery />
    </Addressed>
  )
}
