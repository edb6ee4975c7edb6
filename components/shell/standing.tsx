'use client'
import { useAwake } from '@/components/ui/window'
import { Paused } from './paused'
import { SpendFigure } from './spend'
import { LiveStatus } from './status'

/** How everything stands, in the header: what is going on, what waits and why, what is spent. */
export function Standing() {
  // It wakes after the screen, which may have asked the studio by then.
  if (!useAwake()) return null
  return (
    <>
      <LiveStatus />
      <Paused />
      <SpendFigure />
    </>
  )
}
