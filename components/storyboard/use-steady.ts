'use client'
import { useCallback, useRef } from 'react'

/** The same function for as long as its part stands, so that nothing is drawn for its sake; it does what was given last. */
export function useSteady<Given extends unknown[]>(act: (...given: Given) => void): (...given: Given) => void {
  const now = useRef(act)
  now.current = act
  return useCallback((...given) => now.current(...given), [])
}
