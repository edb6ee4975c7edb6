'use client'
import { useCallback, useLayoutEffect, useRef } from 'react'

/** The same function for as long as its part stands, so that nothing is drawn for its sake; it does what was given to what is on the screen. */
export function useSteady<Given extends unknown[]>(act: (...given: Given) => void): (...given: Given) => void {
  const now = useRef(act)
  // Not while it is drawn: what is drawn when there is time is not seen yet, and a press is for what is seen.
  useLayoutEffect(() => {
    now.current = act
  })
  return useCallback((...given) => now.current(...given), [])
}
