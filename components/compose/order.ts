'use client'
// The order of the form: its id is made here, before the first attempt.
import { useCallback, useEffect, useRef, useState } from 'react'
import { keptPress, openPresses, untilAnswered } from '@/lib/api/press'
import { useAddTask } from '@/lib/api/queries'
import { type Issue, type Refusal, StudioError } from '@/lib/errors'
import type { Input } from '@/lib/models/input'
import type { ProviderId } from '@/lib/models/row'
import type { Task } from '@/lib/tasks/task'

type Order = { id: string; provider: ProviderId; model: string; workflow: string; input: Input }
export type Ordering =
  | { state: 'idle' }
  | { state: 'sending' }
  | { state: 'unanswered' }
  | { state: 'refused'; why: string; code: Refusal }

const kept = keptPress<Order>('reelboard.order')

type Ends = { onTask: (task: Task) => void; onRefused: (issues: readonly Issue[]) => void }

export function useOrder({ onTask, onRefused }: Ends) {
  const { mutateAsync } = useAddTask()
  const [now, setNow] = useState<Ordering>({ state: 'idle' })
  const open = useRef<Order>(undefined)
  const busy = useRef(false)
  const [isNewPress] = useState(openPresses)

  const deliver = useCallback(async () => {
    const order = open.current
    if (!order || busy.current) return
    busy.current = true
    setNow({ state: 'sending' })
    try {
      const task = await untilAnswered(() => mutateAsync(order))
      open.current = undefined
      kept.write(undefined)
      setNow({ state: 'idle' })
      onTask(task)
    } catch (error) {
      // Only silence leaves it open whether the order stands; every answer closes it.
      if (!(error instanceof StudioError) || error.code === 'unreachable') setNow({ state: 'unanswered' })
      else {
        open.current = undefined
        kept.write(undefined)
        setNow({ state: 'refused', why: error.message, code: error.code })
        onRefused(error.issues ?? [])
      }
    } finally {
      busy.current = false
    }
  }, [mutateAsync, onTask, onRefused])

  const place = useCallback(
    async (order: Omit<Order, 'id'>) => {
      if (!isNewPress()) return
      // An order without an answer is settled first; what is in the form by now is another one.
      if (!open.current) {
        open.current = { id: crypto.randomUUID(), ...order }
        kept.write(open.current)
      }
      return deliver()
    },
    [deliver, isNewPress],
  )

  useEffect(() => {
    open.current ??= kept.read()
    void deliver()
  }, [deliver])

  return { now, place }
}
