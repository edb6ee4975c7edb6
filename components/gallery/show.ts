// The pills of the gallery: what each shows, and how many.
import { Ban, Check, CircleDashed, CircleQuestionMark, type LucideIcon, OctagonAlert } from 'lucide-react'
import type { Status } from '@/lib/tasks/task'
import { type Show, works } from './filter'

export const pills: readonly { show: Show; word: string; icon?: LucideIcon }[] = [
  { show: 'all', word: 'All' },
  { show: 'works', word: 'In the works', icon: CircleDashed },
  { show: 'done', word: 'Done', icon: Check },
  { show: 'failed', word: 'Failed', icon: OctagonAlert },
  { show: 'unknown', word: 'Not known', icon: CircleQuestionMark },
  { show: 'cancelled', word: 'Cancelled', icon: Ban },
]

/** `unknown` are among the failed ones. */
export type Counts = Partial<Record<Status, number>> & { unknown: number }

export function countOf(show: Show, { unknown, ...counts }: Counts): number {
  const sum = (statuses: readonly Status[]) => statuses.reduce((total, status) => total + (counts[status] ?? 0), 0)
  const by: Record<Show, () => number> = {
    all: () => sum(Object.keys(counts) as Status[]),
    works: () => sum(works),
    done: () => sum(['done']),
    failed: () => sum(['failed']) - unknown,
    unknown: () => unknown,
    cancelled: () => sum(['cancelled']),
  }
  return by[show]()
}
