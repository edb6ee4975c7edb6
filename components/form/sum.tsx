'use client'
// What the shots add up to, of what the model can make; a check while that is lawful.
import { Check, OctagonAlert } from 'lucide-react'
import { cx } from '../ui/cx'
import { useDesk, useFromInput } from './draft'
import { lawful, longest, total } from './shot'

export function Sum() {
  const { workflow } = useDesk()
  const span = workflow.fields.duration?.limits
  const { now, asked } = useFromInput((input) => ({ now: total(input.shots ?? []), asked: input.duration }))
  const apart = asked !== undefined && asked !== now
  const most = apart ? asked : longest(span)
  const fine = lawful(now, span) && !apart
  const Icon = fine ? Check : OctagonAlert
  return (
    <span className={cx('inline-flex items-center gap-1.5 text-12 tabular-nums', fine ? 'text-ink-2' : 'text-failed')}>
      <Icon aria-hidden className={cx('size-3.5', fine && 'text-done')} />
      {most === undefined ? `${now}\u202fs` : `${now} of ${most}\u202fs`}
    </span>
  )
}
