'use client'
// Walking the cards by keyboard: one of them is where Tab enters, arrows move it, and keys act on it.
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useEffectEvent, useState } from 'react'
import { isTaken } from '@/components/ui/typing'
import type { Task } from '@/lib/tasks/task'
import type { Actions } from './action'
import type { GridView } from './grid'

const linkOf = (id: string) => document.querySelector<HTMLElement>(`[data-task="${CSS.escape(id)}"] a[data-open]`)

/** Rows appear a frame or two after they are scrolled to. */
function focusSoon(id: string, tries = 8) {
  const link = linkOf(id)
  if (link) link.focus({ preventScroll: true })
  else if (tries > 0) requestAnimationFrame(() => focusSoon(id, tries - 1))
}

type Way = {
  tasks: readonly Task[]
  view: RefObject<GridView | null>
  actions: Actions
  play: (task: Task) => void
  pick: (task: Task) => void
}

/** `entry` is the id of the card where Tab enters. */
export function useWalk({ tasks, view, actions, play, pick }: Way) {
  const [chosen, choose] = useState<string>()
  const found = tasks.findIndex(({ id }) => id === chosen)
  const entry = tasks[found < 0 ? 0 : found]?.id

  const go = useCallback(
    (index: number) => {
      const task = tasks[index]
      if (!task) return
      choose(task.id)
      view.current?.show(index)
      focusSoon(task.id)
    },
    [tasks, view],
  )

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isTaken(event.nativeEvent)) return
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-task]') : null
    const index = tasks.findIndex(({ id }) => id === card?.dataset.task)
    const task = tasks[index]
    if (!task) return
    const columns = view.current?.layout.columns ?? 1
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }
    const acts: Record<string, () => void> = {
      Home: () => go(0),
      End: () => go(tasks.length - 1),
      ' ': () => play(task),
      r: () => actions.again(task),
      d: () => actions.save(task),
      x: () => pick(task),
      Delete: () => actions.ask(task, 'delete'),
      Backspace: () => actions.ask(task, 'delete'),
    }
    const step = steps[event.key]
    const act = step === undefined ? acts[event.key] : () => go(Math.max(0, Math.min(tasks.length - 1, index + step)))
    // A button inside of the card keeps its own Space.
    if (!act || (event.key === ' ' && event.target instanceof HTMLButtonElement)) return
    event.preventDefault()
    act()
  }
  return { entry, choose, go, onKeyDown }
}

/** `/` goes to the search from anywhere on the screen. */
export function useSearchKey(search: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const pressed = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || isTaken(event)) return
      event.preventDefault()
      search.current?.select()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [search])
}

/** While something is picked: C compares, Escape picks none, from anywhere on the screen. */
export function usePickKeys(any: boolean, { compare, clear }: { compare: () => void; clear: () => void }) {
  const pressed = useEffectEvent((event: globalThis.KeyboardEvent) => {
    const act = { c: compare, Escape: clear }[event.key]
    if (!act || isTaken(event)) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    if (!any) return
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [any])
}
