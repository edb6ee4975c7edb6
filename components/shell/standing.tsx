'use client'
import { Paused } from './paused'
import { SpendFigure } from './spend'
import { LiveStatus } from './status'

/** How everything stands, in the header: what waits and why, what is going on, what is spent. */
export function Standing() {
  return (
    <>
      <Paused />
      <LiveStatus />
      <SpendFigure />
    </>
  )
}
