'use client'
// One task as a card: cell, bar, one line of state or title with its one action, one line of facts. One height at every age.
import { Star } from 'lucide-react'
import Link from 'next/link'
import { memo, type ReactNode } from 'react'
import { cx } from '@/components/ui/cx'
import { Progress } from '@/components/ui/progress'
import { isEnd, type Task } from '@/lib/tasks/task'
import { Cell } from './cell'
import { Elapsed } from './elapsed'
import { lookOf } from './state'
import { StateLine } from './state-line'
import { costOf, factsOf, titleOf } from './telling'
import { clockTime, day } from './time-code'

/** Pixels below the picture: bar, gap, two lines. */
export const cardFoot = 45

export type CardAction = { label: string; quiet?: boolean; onPick: () => void }

type Props = {
  task: Task
  /** Nothing: its first words. */
  title?: string | undefined
  href: string
  /** In the queue, from 1. */
  place?: number | undefined
  /** "usually 2–4 min", where it was measured. */
  usual?: string | undefined
  /** The one next step. */
  action?: CardAction | undefined
  tabIndex?: number
  /** Laid over the picture while the pointer or the focus is here. */
  children?: ReactNode
}

export const Card = memo(function Card({
  task,
  title = titleOf(task),
  href,
  place,
  usual,
  action,
  tabIndex,
  children,
}: Props) {
  const { state, bar } = lookOf(task, place)
  const done = task.status === 'done'
  return (
    <article
      data-task={task.id}
      className="group/card relative rounded-group has-[a[data-open]:focus-visible]:outline-2 has-[a[data-open]:focus-visible]:outline-offset-[5px] has-[a[data-open]:focus-visible]:outline-focus"
    >
      <div data-cell className="relative aspect-video overflow-hidden rounded-picture">
        <Cell task={task} />
      </div>
      {barOf(task) === undefined ? (
        <div className="h-[3px]" />
      ) : (
        <Progress label={title} value={barOf(task) ?? null} tone={bar} />
      )}
      <div className="mt-2 flex h-[18px] items-center justify-between gap-3">
        {/* Stretched over the whole card, so that a press anywhere opens it. */}
        <Link
          data-open
          href={href}
          tabIndex={tabIndex}
          prefetch={false}
          aria-label={done ? title : `${lookOf(task, place).words}: ${title}`}
          className="flex h-full min-w-0 items-center outline-none after:absolute after:inset-0 after:z-1"
        >
          {done ? (
            <span className="block truncate font-medium text-ink">{title}</span>
          ) : (
            <StateLine task={task} place={place} className="max-w-full" />
          )}
        </Link>
        {task.star && (
          <Star role="img" aria-label="Starred" className="size-4 shrink-0 fill-accent-edge text-accent-edge" />
        )}
        {action && (
          <button
            type="button"
            tabIndex={tabIndex}
            onClick={action.onPick}
            className={cx(
              'room relative z-2 shrink-0 rounded-picture text-12 font-medium hover:underline',
              action.quiet ? 'text-ink-2' : 'text-accent-ink',
            )}
          >
            {action.label}
          </button>
        )}
      </div>
      <div className="flex h-4 items-center justify-between gap-3 text-12 text-ink-2">
        <span className="truncate">
          {state === 'done'
            ? factsOf(task)
            : [title, state === 'unknown' ? 'may be billed' : state === 'running' ? usual : undefined]
                .filter(Boolean)
                .join(' · ')}
        </span>
        <span className="shrink-0 tabular-nums">
          <Right task={task} />
        </span>
      </div>
      {children}
    </article>
  )
})

/** Nothing: no bar. Null inside of running: no share is known, the bar stands empty. */
function barOf({ status, progress }: Task): number | undefined {
  if (status === 'running') return progress ?? 0
  if (status === 'cancelling') return progress ?? 0
  if (status === 'saving') return 1
}

function Right({ task }: { task: Task }) {
  if (task.status === 'failed') return <Clock at={task.endedAt ?? task.updatedAt} />
  if (isEnd(task.status) || task.status === 'queued') return costOf(task)
  return <Elapsed since={task.startedAt ?? task.createdAt} />
}

function Clock({ at }: { at: string }) {
  const then = new Date(at)
  return (
    <time dateTime={at} suppressHydrationWarning>
      {then.toDateString() === new Date().toDateString() ? clockTime(then) : day(then)}
    </time>
  )
}
