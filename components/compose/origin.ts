// The take that the form stands for: rendered from it, or loaded into it. Kept beside the draft.
import { useCallback, useEffect, useState } from 'react'

const place = 'reelboard.origin'

/** Known once the page stands; a browser that keeps nothing forgets it with the page. */
export function useOrigin(): readonly [string | undefined, (id: string) => void] {
  const [origin, set] = useState<string>()
  useEffect(() => {
    try {
      const kept = localStorage.getItem(place)
      if (kept) set((now) => now ?? kept)
    } catch {
      return
    }
  }, [])
  const keep = useCallback((id: string) => {
    set(id)
    try {
      localStorage.setItem(place, id)
    } catch {
      // As with the draft itself.
    }
  }, [])
  return [origin, keep] as const
}
