import type { Metadata } from 'next'
import { Addressed } from '@/components/shell/addressed'
import { SpendScreen } from '@/components/spend/screen'

export const metadata: Metadata = { title: 'Spend' }

export default function Page() {
  return (
    <Addressed>
      <SpendScreen />
    </Addressed>
  )
}
