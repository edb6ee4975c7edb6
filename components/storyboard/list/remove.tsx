'use client'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { say } from '@/components/ui/toast'
import type { Storyboard } from '@/lib/storyboard/storyboard'
import { useRemoveBoard } from './query'

/** Asks before a board goes; the default does no harm. */
export function RemoveBoard({ board, onClose }: { board: Storyboard | undefined; onClose: () => void }) {
  const keep = useRef<HTMLButtonElement>(null)
  const last = useRef(board)
  if (board) last.current = board
  const remove = useRemoveBoard()
  const { id, title, shots } = board ?? last.current ?? {}
  if (!id) return null
  return (
    <Dialog
      open={board !== undefined}
      onClose={onClose}
      first={keep}
      title="Delete this board?"
      description={`“${title}” and its ${shots?.length ?? 0} shots go for good. Films made from it stay in the gallery.`}
      actions={
        <>
          <Button
            kind="grave"
            onClick={() => {
              remove.mutate(id, { onError: (error) => say({ words: error.message, stays: true }) })
              onClose()
            }}
          >
            Delete
          </Button>
          <Button ref={keep} kind="next" size="normal" onClick={onClose}>
            Keep
          </Button>
        </>
      }
    />
  )
}
