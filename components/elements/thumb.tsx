import { Film, UserRound } from 'lucide-react'
import { still } from '../media/still'
import { cx } from '../ui/cx'
import type { Parts } from './fields'

/** The small picture of an element, where names stand in lists. */
export function Thumb({ parts, className }: { parts: Parts; className: string }) {
  const picture = parts.frontalImage ?? parts.images?.[0]
  const source = picture && still(picture)
  const Icon = parts.videos ? Film : UserRound
  return (
    <span
      className={cx('flex shrink-0 items-center justify-center overflow-hidden rounded-[3px] bg-monitor', className)}
      data-theme="dark"
    >
      {source ? (
        <img alt="" src={source} className="size-full object-cover" />
      ) : (
        <Icon aria-hidden className="size-3.5 text-ink-3" />
      )}
    </span>
  )
}
