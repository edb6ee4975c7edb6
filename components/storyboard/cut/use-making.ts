'use client'
// The orders of a whole board as one film: placed once, and how they stand.
import { useRef, useState } from 'react'
import { say } from '@/components/ui/toast'
import { useMakeFilm } from '@/lib/api/film-query'
import { useCancelTask } from '@/lib/api/queries'
import { StudioError } from '@/lib/errors'
import { isEnd, type Task } from '@/lib/tasks/task'
import type { Desk } from '../desk/desk'

export type Making = ReturnType<typeof useMaking>

/** @param tasks of the board, newest first. */
export function useMaking(desk: Desk, tasks: readonly Task[], kind: 'cut' | 'animatic') {
  const own = tasks.filter((task) => task.kind === kind)
  const [latest] = own
  const { mutateAsync } = useMakeFilm()
  const { mutate: stop } = useCancelTask()
  const [placing, setPlacing] = useState(false)
  // Kept until the studio has answered, so that asking again makes no second film.
  const id = useRef<string>(undefined)
  return {
    placing,
    going: latest && !isEnd(latest.status) ? latest : undefined,
    failed: latest?.status === 'failed' ? latest : undefined,
    made: own.find(({ status, outputs }) => status === 'done' && outputs[0]),
    stop: (task: Task) => stop(task.id, { onError: (error) => say({ words: error.message, stays: true }) }),
    async make(more: { slates?: boolean }) {
      if (placing) return
      setPlacing(true)
      try {
        if (!(await desk.save())) return say({ words: 'The board is not saved yet, so nothing was made.', stays: true })
        id.current ??= crypto.randomUUID()
        await mutateAsync({ board: desk.id, id: id.current, kind, ...more })
        id.current = undefined
      } catch (error) {
        if (error instanceof StudioError && error.code !== 'unreachable') id.current = undefined
        say({ words: error instanceof Error ? error.message : 'It could not be ordered.', stays: true })
      } finally {
        setPlacing(false)
      }
    },
  }
}
