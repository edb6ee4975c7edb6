import { cx } from '@/components/ui/cx'
import { Ring } from '@/components/ui/ring'
import type { Task } from '@/lib/tasks/task'
import { lookOf } from './state'

/** Icon, word and colour of how a task stands. */
export function StateLine({ task, place, className }: { task: Task; place?: number | undefined; className?: string }) {
  const { icon: Icon, tone, words } = lookOf(task, place)
  return (
    <span className={cx('inline-flex min-w-0 items-center gap-1.5 text-12 font-medium', tone, className)}>
      {Icon === 'ring' ? <Ring value={task.progress} /> : <Icon aria-hidden className="size-3.5 shrink-0" />}
      <span className="truncate tabular-nums">{words}</span>
    </span>
  )
}
