import { Ban } from 'lucide-react'
import { cx } from '../ui/cx'
import type { Line } from './told'

/** What a cell holds; where it does not hold everywhere, the ways of working stand beside it. */
export function Lines({ lines, clamp = false }: { lines: readonly Line[]; clamp?: boolean }) {
  if (lines.length === 0) return <span className="text-ink-3">none</span>
  return (
    <ul className="flex flex-col gap-1">
      {lines.map(({ words, where, no }) => (
        <li key={`${words}${where}`} className={cx(no && 'text-ink-3', clamp && !no && 'tabular-nums')}>
          {no && <Ban aria-label="Not here:" className="mr-1 inline size-3 -translate-y-px" />}
          {words}
          {where && <span className="block text-ink-3">{where}</span>}
        </li>
      ))}
    </ul>
  )
}
