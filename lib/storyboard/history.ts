// Undo without end: every state that was left, and those that were undone.

export type History<T> = {
  past: readonly T[]
  now: T
  future: readonly T[]
  /** The last step may still grow: further edits of the same key within a second belong to it. */
  open?: { key: string; at: number }
}

/** Milliseconds between two keystrokes that still belong to one step. */
const oneStep = 1000

export const begin = <T>(now: T): History<T> => ({ past: [], now, future: [] })

/** @param key names what is edited in one go, as the words of one shot; without it the edit is a step of its own. */
export function edited<T>(history: History<T>, next: T, key?: string, at = Date.now()): History<T> {
  if (next === history.now) return history
  const { open } = history
  const grows = key !== undefined && open?.key === key && at - open.at <= oneStep && history.past.length > 0
  return {
    past: grows ? history.past : [...history.past, history.now],
    now: next,
    future: [],
    ...(key === undefined ? {} : { open: { key, at } }),
  }
}

export function undone<T>({ past, now, future }: History<T>): History<T> {
  const before = past.at(-1)
  if (before === undefined) return { past, now, future }
  return { past: past.slice(0, -1), now: before, future: [now, ...future] }
}

export function redone<T>({ past, now, future }: History<T>): History<T> {
  const [next, ...rest] = future
  if (next === undefined) return { past, now, future }
  return { past: [...past, now], now: next, future: rest }
}
