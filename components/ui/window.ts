'use client'
import { useSyncExternalStore } from 'react'

const wide = '(width >= 56.25rem)'
const roomy = '(width >= 75rem)'

const of = (query: string) => {
  const listen = (tell: () => void) => {
    const media = matchMedia(query)
    media.addEventListener('change', tell)
    return () => media.removeEventListener('change', tell)
  }
  const read = () => matchMedia(query).matches
  return () => useSyncExternalStore(listen, read, () => true)
}

/** From 900 px: header and columns; below it is a phone. */
export const useWide = of(wide)
/** From 1200 px: third columns stand open. */
export const useRoomy = of(roomy)

const never = () => () => {}
/** False while the server's page is taken over: what the cache already holds must not be shown before that. */
export const useAwake = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
