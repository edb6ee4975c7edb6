import { Check, Lock } from 'lucide-react'
import type { Row } from '@/lib/models/row'
import { cx } from '../ui/cx'
import { standingWords } from './column'

/** Whether its provider can be used now, and if not, why. */
export function ReadyWords({ reason }: { reason: string | undefined }) {
  const Icon = reason === undefined ? Check : Lock
  return (
    <span className={cx('flex items-start gap-1.5 font-normal', reason === undefined ? 'text-done' : 'text-ink-2')}>
      <Icon aria-hidden className="mt-px size-3.5 shrink-0" />
      <span className="min-w-0 wrap-anywhere">{reason === undefined ? 'Ready' : reason.replace(/\.$/, '')}</span>
    </span>
  )
}

export function ModelName({ row, reason }: { row: Row; reason: string | undefined }) {
  return (
    <>
      <span className={cx('block text-14 tight', reason !== undefined && 'text-ink-2')}>{row.name}</span>
      <code className="block font-mono text-11 font-normal break-all text-ink-3">{row.model}</code>
      {row.standing && <span className="block text-12 font-normal text-stale">{standingWords[row.standing]}</span>}
      {row.note && <span className="block text-12 font-normal text-ink-2">{row.note}</span>}
    </>
  )
}
