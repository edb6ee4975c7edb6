import type { Metadata } from 'next'
import { BoardScreen } from '@/components/storyboard/board-screen'

export const metadata: Metadata = { title: 'Storyboard' }

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return <BoardScreen id={id} />
}
