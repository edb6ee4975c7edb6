'use client'
// What can be done with a task, in one place: the card's next step, its menu, the keys and the viewer all read this.
import { Check, Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { againAddress, download } from '@/components/media/address'
import type { CardAction } from '@/components/media/card'
import { isUnknown } from '@/components/media/state'
import { say } from '@/components/ui/toast'
import { useAddTask, useCancelTask, useRemoveTask } from '@/lib/api/queries'
import { isEnd, type Task } from '@/lib/tasks/task'

export type Asked = { task: Task; about: 'delete' | 'decide' }

export type Actions = {
  again(task: Task): void
  repeat(task: Task): void
  cancel(task: Task): void
  save(task: Task): void
  remove(task: Task): void
  /** Opens the dialog. */
  ask(task: Task, about: Asked['about']): void
}

const told = (error: Error) => say({ words: error.message, stays: true })

/** `asked` is what the dialog is about; `answer` closes it. */
export function useActions(onRemoved?: (task: Task) => void): {
  actions: Actions
  asked: Asked | undefined
  answer: () => void
} {
  const router = useRouter()
  const [asked, setAsked] = useState<Asked>()
  const { mutate: add } = useAddTask()
  const { mutate: stop } = useCancelTask()
  const { mutate: drop } = useRemoveTask()
  const actions = useMemo<Actions>(
    () => ({
      again: (task) => router.push(isWhole(task) ? boardAddress(task) : againAddress(task.id)),
      repeat: ({ provider, model, workflow, input }) =>
        add(
          { id: crypto.randomUUID(), provider, model, workflow, input },
          {
            onSuccess: () => say({ words: 'Ordered again', icon: <Check aria-hidden className="text-done" /> }),
            onError: told,
          },
        ),
      cancel: (task) => stop(task.id, { onError: told }),
      save: (task) => {
        const [output] = task.outputs
        if (output) download(output)
      },
      remove: (task) =>
        drop(task.id, {
          onSuccess: () => {
            say({ words: 'Deleted', icon: <Trash2 aria-hidden /> })
            onRemoved?.(task)
          },
          onError: told,
        }),
      ask: (task, about) => {
        if (about === 'delete' && !isEnd(task.status))
          say({ words: 'It is still in the works. Stop it first, then delete it.' })
        else setAsked({ task, about })
      },
    }),
    [router, add, stop, drop, onRemoved],
  )
  return { actions, asked, answer: () => setAsked(undefined) }
}

/** A board as one film: it is made anew from its board, as that stands by then. */
export const isWhole = ({ kind }: Task) => kind !== 'order'
const boardAddress = ({ storyboardId = '' }: Task) => `/storyboards/${storyboardId}`

/** The one next step of a card at its age. Only what is free is ordered again at once; the rest goes by the form and its price. */
export function nextStep(task: Task, actions: Actions): CardAction | undefined {
  if (isUnknown(task)) return { label: 'Decide', onPick: () => actions.ask(task, 'decide') }
  switch (task.status) {
    case 'queued':
      return { label: 'Cancel', quiet: true, onPick: () => actions.cancel(task) }
    case 'starting':
    case 'running':
      return { label: 'Stop', quiet: true, onPick: () => actions.cancel(task) }
    case 'failed': {
      if (isWhole(task)) return { label: 'To its board', onPick: () => actions.again(task) }
      const aboutWords = task.error?.issues?.some(({ path }) => /prompt/i.test(path))
      if (aboutWords) return { label: 'Edit words', onPick: () => actions.again(task) }
      if (task.error && !task.error.retryable) return { label: 'Change it', onPick: () => actions.again(task) }
      return { label: 'Again', onPick: () => (task.provider === 'local' ? actions.repeat : actions.again)(task) }
    }
    case 'cancelled':
      if (isWhole(task)) return { label: 'To its board', onPick: () => actions.again(task) }
      return { label: 'Again', onPick: () => (task.provider === 'local' ? actions.repeat : actions.again)(task) }
    default:
      return undefined
  }
}
