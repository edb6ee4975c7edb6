'use client'
// One press, one order: its id is made here, kept until the studio has answered, and sent again under the same id after silence.
import { useCallback, useEffect, useRef, useState } from 'react'
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

const place = 'reelboard.order'
const waits = [500, 1000, 2000, 4000, 8000]

/** Kept per tab, so that a reload in the middle of a press neither loses the order nor makes a second one. */
const kept = {
  read(): Order | undefined {
    try {
      const found: Order | null = JSON.parse(sessionStorage.getItem(place) ?? 'null')
      return found && typeof found.id === 'string' ? found : undefined
    } catch {
      return
    }
  },
  write(order: Order | undefined) {
    try {
      if (order) sessionStorage.setItem(place, JSON.stringify(order))
      else sessionStorage.removeItem(place)
    } catch {
      // Without storage the order is kept in memory for as long as the page stands.
    }
  },
}

type Ends = { onTask: (task: Task) => void; onRefused: (issues: readonly Issue[]) => void }

export function useOrder({ onTask, onRefused }: Ends) {
  const { mutateAsync } = useAddTask()
  const [now, setNow] = useState<Ordering>({ state: 'idle' })
  const open = useRef<Order>(undefined)
  const busy = useRef(false)

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
    (order: Omit<Order, 'id'>) => {
      // An order without an answer is settled first; what is in the form by now is another one.
      if (!open.current) {
        open.current = { id: crypto.randomUUID(), ...order }
        kept.write(open.current)
      }
      return deliver()
    },
    [deliver],
  )

  useEffect(() => {
    open.current ??= kept.read()
    void deliver()
  }, [deliver])

  return { now, place }
}

async function untilAnswered(send: () => Promise<Task>): Promise<Task> {
  for (const wait of waits) {
    try {
      return await send()
    } catch (error) {
      if (!(error instanceof StudioError) || error.code !== 'unreachable') throw error
      await new Promise((done) => setTimeout(done, wait))
    }
  }
  return send()
}
