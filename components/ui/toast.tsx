'use client'
import { Suspense, useSyncExternalStore } from 'react'
import { late } from './late'
import type { Said } from './toast-list'

const ToastList = late(() => import('./toast-list').then((part) => part.ToastList))

let wanted = false
let put: ((said: Said) => void) | undefined
const waiting: Said[] = []
const watchers = new Set<() => void>()

/** One line, lower right, 6 s. Never the only place a thing is told. */
export function say(said: Said) {
  if (put) return put(said)
  waiting.push(said)
  wanted = true
  for (const tell of watchers) tell()
}

const take = (given: (said: Said) => void) => {
  put = given
  for (const said of waiting.splice(0)) put(said)
}

const watch = (tell: () => void) => {
  watchers.add(tell)
  return () => watchers.delete(tell)
}

/** Where they appear; stands once on every page. */
export function Toasts() {
  const here = useSyncExternalStore(
    watch,
    () => wanted,
    () => false,
  )
  return (
    here && (
      <Suspense>
        <ToastList take={take} />
      </Suspense>
    )
  )
}
