// How long the worker waits for what, in milliseconds.
const minute = 60_000

export const patience = {
  /** One start, uploads of its media over a slow line included. */
  start: 20 * minute,
  check: minute,
  /** At least this between two looks at a provider that answers nobody. */
  outage: 5_000,
  /** One question for an order's name; what never arrived is sent again there and then, uploads included. */
  recall: 20 * minute,
  cancel: minute / 2,
  /** For so long after a call from a provider its calls are relied upon: looking is only for one that never comes. */
  heard: 30 * minute,
  /** One result on its way into our storage. */
  save: 30 * minute,
  /** For which a task that wants a look belongs to who looks. */
  lease: 2 * minute,
  /** After which a provider that says nothing new of an order is not asked any more. */
  order: 24 * 60 * minute,
}

/** 1, 2, 4 … 60 seconds. */
export const backOff = (attempts: number) => Math.min(minute, 1_000 * 2 ** Math.min(attempts, 6))

/** Looks of one rhythm fall together, on the whole multiples of it; the next one is at least half of it away. */
export function beat(rhythm: number, now = Date.now()): number {
  const grid = Math.max(250, rhythm)
  return Math.ceil((now + grid / 2) / grid) * grid - now
}

/** Ends after `ms` at the latest, also when what it waits for does not listen to its signal. */
export function within<T>(ms: number, closing: AbortSignal, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const control = new AbortController()
    const stop = (reason: unknown) => {
      control.abort(reason)
      reject(reason)
    }
    const close = () => stop(closing.reason)
    const timer = setTimeout(() => stop(new Error(`No answer within ${Math.round(ms / 1000)} seconds.`)), ms)
    closing.addEventListener('abort', close, { once: true })
    if (closing.aborted) close()
    run(control.signal)
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer)
        closing.removeEventListener('abort', close)
      })
  })
}
