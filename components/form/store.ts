// Holds one value and tells whoever listens when it was exchanged for another. What it holds is never written into.

export type Store<T> = { read(): T; write(next: T): void; hear(listener: () => void): () => void }

export function makeStore<T>(start: T): Store<T> {
  const listeners = new Set<() => void>()
  let now = start
  return {
    read: () => now,
    write(next) {
      now = next
      for (const listener of [...listeners]) listener()
    },
    hear(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The same with another value at a path of keys and positions; what lies beside the path stays the same object. */
export function withAt(whole: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  const next = withAt(partOf(whole, key), rest, value)
  if (Array.isArray(whole) || (whole === undefined && /^\d+$/.test(key)))
    return Object.assign([...(Array.isArray(whole) ? whole : [])], { [key]: next })
  return { ...(typeof whole === 'object' ? whole : undefined), [key]: next }
}

export const partOf = (whole: unknown, key: string): unknown =>
  typeof whole === 'object' && whole !== null ? Reflect.get(whole, key) : undefined
