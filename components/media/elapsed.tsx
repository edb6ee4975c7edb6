'use client'
import { useNow } from './clock'
import { elapsed } from './time-code'

/** Time since then, counting. */
export function Elapsed({ since }: { since: string }) {
  const now = useNow()
  return <span className="tabular-nums">{now === 0 ? '' : elapsed(now - Date.parse(since))}</span>
}
