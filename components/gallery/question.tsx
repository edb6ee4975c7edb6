'use client'
import { useRef } from 'react'
import { costOf, titleOf as firstWords } from '@/components/media/telling'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { Task } from '@/lib/tasks/task'
import type { Actions, Asked } from './action'

type Props = { asked: Asked | undefined; actions: Actions; onClose: () => void; titleOf?: (task: Task) => string }

/** Asks before something is lost or may be paid twice; the default does no harm. */
export function Question({ asked, actions, onClose, titleOf = firstWords }: Props) {
  const keep = useRef<HTMLButtonElement>(null)
  // The words stay while the dialog fades.
  const last = useRef(asked)
  if (asked) last.current = asked
  const { task, about } = asked ?? last.current ?? {}
  if (!task) return null
  const then = (act: () => void) => () => {
    act()
    onClose()
  }
  const paid = task.provider !== 'local'
  return (
    <Dialog
      open={asked !== undefined}
      onClose={onClose}
      first={keep}
      title={about === 'delete' ? 'Delete this take?' : 'Was it ordered?'}
      description={
        about === 'delete' ? (
          <>
            “{titleOf(task)}” and its files go for good.
            {paid && task.status === 'done' ? ' What it cost is not given back.' : ''}
          </>
        ) : (
          <>
            {task.error?.message} Ordering it again may be billed twice ({costOf(task)} each). Giving it up costs what
            the first order cost, if it arrived.
          </>
        )
      }
      actions={
        about === 'delete' ? (
          <>
            <Button kind="grave" onClick={then(() => actions.remove(task))}>
              Delete
            </Button>
            <Button ref={keep} kind="next" size="normal" onClick={onClose}>
              Keep
            </Button>
          </>
        ) : (
          <>
            <Button onClick={then(() => actions.remove(task))}>Give it up</Button>
            <Button onClick={then(() => actions.again(task))} price={costOf(task)}>
              Order again
            </Button>
            <Button ref={keep} kind="next" size="normal" onClick={onClose}>
              Leave it for now
            </Button>
          </>
        )
      }
    />
  )
}
