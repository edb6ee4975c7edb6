import type { Metadata } from 'next'
import { Library } from '@/components/elements/library'
import { Addressed } from '@/components/shell/addressed'

export const metadata: Metadata = { title: 'Library' }

export default function Page() {
  return (
    <Addressed>
      <Library />
    </Addressed>
  )
}
