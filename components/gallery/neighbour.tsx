'use client'
import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { Cell } from '@/components/media/cell'
import { lengthOf } from '@/components/media/telling'
import { cx } from '@/components/ui/cx'
import { seconds } from '@/components/ui/figure'
import type { Task } from '@/lib/tasks/task'

type Props = { tasks: readonly Task[]; index: number; titleOf: (task: Task) => string; hrefOf: (task: Task) => string }
const near = 12

/** The takes before and after, in the order of the gallery. */
export function Neighbours({ tasks, index, titleOf, hrefOf }: Props) {
  const here = useRef<HTMLLIElement>(null)
  const id = tasks[index]?.id
  useEffect(() => {
    if (id) here.current?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [id])
  const from = Math.max(0, index - near)
  return (
    <ul
      aria-label="Neighbours"
      className="flex shrink-0 gap-2 overflow-x-auto scroll-bare border-t border-line bg-ground px-5 pt-3.5 pb-4 max-md:hidden"
    >
      {tasks.slice(from, index + near + 1).map((task, at) => {
        const current = from + at === index
        const length = lengthOf(task)
        return (
          <li key={task.id} ref={current ? here : undefined} className="w-[152px] shrink-0">
            <Link
              href={hrefOf(task)}
              replace
              prefetch={false}
              aria-current={current ? 'true' : undefined}
              className="block rounded-control"
            >
              <span
                className={cx(
                  'block aspect-video overflow-hidden rounded-picture [&_p]:line-clamp-3 [&_p]:text-11',
                  current && 'ring-2 ring-focus ring-offset-2 ring-offset-ground',
                )}
              >
                <Cell task={task} />
              </span>
              <span className="mt-1.5 flex justify-between gap-2 px-0.5 text-12 text-ink-2">
                <span className={cx('truncate', current && 'font-medium text-ink')}>{titleOf(task)}</span>
                {length !== undefined && (
                  <span className="shrink-0 tabular-nums">{seconds(Math.round(length * 10) / 10)}</span>
                )}
              </span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
