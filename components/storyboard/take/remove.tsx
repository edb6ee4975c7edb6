'use client'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { say } from '@/components/ui/toast'
import { useRemoveTask } from '@/lib/api/queries'
import type { Task } from '@/lib/tasks/task'
import type { TakeHand } from './hand'

type Props = { task: Task | undefined; hand: TakeHand; onClose: () => void }

/** Asks before a film goes for good, and says which other shots lose it. */
export function RemoveTake({ task, hand: { draft, shot, takes }, onClose }: Props) {
  const keep = useRef<HTMLButtonElement>(null)
  const { mutate } = useRemoveTask()
  // The words stay while the dialog fades.
  const last = useRef(task)
  if (task) last.current = task
  const asked = task ?? last.current
  if (!asked) return null
  const others = draft.shots.flatMap(({ id }, at) => (id !== shot.id && asked.shotIds?.includes(id) ? [at + 1] : []))
  return (
    <Dialog
      open={task !== undefined}
      onClose={onClose}
      first={keep}
      title={`Remove take ${takes.indexOf(asked) + 1}?`}
      description={
        <>
          Its film goes for good.
          {others.length > 0 && ` It is a take of shot${others.length > 1 ? 's' : ''} ${others.join(', ')} as well.`}
          {asked.provider !== 'local' && ' What it cost is not given back.'}
        </>
      }
      actions={
        <>
          <Button
            kind="grave"
            onClick={() => {
              mutate(asked.id, { onError: (error) => say({ words: error.message, stays: true }) })
              onClose()
            }}
          >
            Remove
          </Button>
          <Button ref={keep} kind="next" size="normal" onClick={onClose}>
            Keep
          </Button>
        </>
      }
    />
  )
}
