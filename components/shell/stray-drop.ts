'use client'
import { useEffect } from 'react'

/** A file let go beside every place for it would be opened by the browser, and the page would be gone. */
export function useStrayDrop() {
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'none'
    }
    window.addEventListener('dragover', over)
    return () => window.removeEventListener('dragover', over)
  }, [])
}
