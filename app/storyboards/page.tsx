import type { Metadata } from 'next'
import { BoardList } from '@/components/storyboard/list/list'

export const metadata: Metadata = { title: 'Storyboards' }

export default function Page() {
  return <BoardList />
}
