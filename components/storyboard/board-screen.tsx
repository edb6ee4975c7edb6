'use client'
import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { useAwake } from '@/components/ui/window'
import { Board } from './board'
import { useOpening } from './desk/use-desk'

/** One board, once it has been read. */
export function BoardScreen({ id }: { id: string }) {
  const awake = useAwake()
  const opening = useOpening(id)
  const router = useRouter()
  if (awake && opening.state === 'open') return <Board key={opening.desk.id} desk={opening.desk} />
  return (
    <div className="m-auto flex max-w-[380px] flex-col items-center gap-4 p-6 text-center">
      {opening.state === 'refused' ? (
        <>
          <p role="alert">{opening.why}</p>
          <Button onClick={() => router.push('/storyboards')}>To all boards</Button>
        </>
      ) : (
        <p role="status" className="text-ink-2">
          Reading the board
        </p>
      )}
    </div>
  )
}
