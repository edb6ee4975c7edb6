// Of all tabs of a browser one leads: it holds the lock for as long as it lives, and the next in line takes over.

/** Calls `lead` when this tab becomes the leader; what it returns is called when it no longer is. */
export function stand(name: string, lead: () => () => void): () => void {
  return 'locks' in navigator ? inLine(name, lead) : whileSeen(lead)
}

function inLine(name: string, lead: () => () => void): () => void {
  const leaving = new AbortController()
  let resign = () => {}
  const done = new Promise<void>((release) => {
    resign = release
  })
  navigator.locks
    .request(name, { signal: leaving.signal }, async () => {
      const stop = lead()
      await done
      stop()
    })
    .catch((error: unknown) => {
      if (!leaving.signal.aborted) throw error
    })
  return () => {
    resign()
    leaving.abort()
  }
}

/** Without locks (a plain address in the local network) every tab leads itself, but only while it is looked at. */
function whileSeen(lead: () => () => void): () => void {
  let stop: (() => void) | undefined
  const look = () => {
    if (document.visibilityState === 'visible') stop ??= lead()
    else {
      stop?.()
      stop = undefined
    }
  }
  document.addEventListener('visibilitychange', look)
  look()
  return () => {
    document.removeEventListener('visibilitychange', look)
    stop?.()
  }
}
