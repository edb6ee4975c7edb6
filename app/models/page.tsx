import type { Metadata } from 'next'
import { Models } from '@/components/models/models'
import { Addressed } from '@/components/shell/addressed'

export const metadata: Metadata = { title: 'Models' }

export default function Page() {
  return (
    <Addressed>
      <Models />
    </Addressed>
  )
}
