import type { Metadata } from 'next'
import { BoardList } from '@/components/storyboard/board-list'

export const metadata: Metadata = { title: 'Storyboards' }

export default function Page() {
  return <BoardList />
}
