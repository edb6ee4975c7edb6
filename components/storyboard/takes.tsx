'use client'
// Every take of the shot, newest first; choosing one says what plays for the shot.
import { Check } from 'lucide-react'
import Link from 'next/link'
import { Poster } from '@/components/media/poster'
import { clockTime } from '@/components/media/time-code'
import { cx } from '@/components/ui/cx'
import type { Task } from '@/lib/tasks/task'

export type TakesProps = { takes: readonly Task[]; chosen: string | undefined; onChoose: (taskId: string) => void }

export function Takes({ takes, chosen, onChoose }: TakesProps) {
  if (takes.length === 0) return <p className="text-12 text-ink-2">No takes yet. What plays is the still.</p>
  const newest = takes.map((task, at) => ({ task, number: at + 1 })).reverse()
  return (
    <div className="flex h-full min-h-0 flex-col gap-2">
      <p className="text-12 text-ink-2">Takes</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key */}
      <ul aria-label="Takes" tabIndex={0} className="flex min-h-0 scroll-quiet flex-col gap-2">
        {newest.map(({ task, number }) => {
          const on = task.id === chosen
          return (
            <li key={task.id} className="flex flex-col gap-1">
              <button
                type="button"
                aria-pressed={on}
                aria-label={`Take ${number}`}
                onClick={() => onChoose(task.id)}
                className={cx(
                  'flex w-full items-center gap-2 rounded-group border p-1 text-left text-12',
                  on ? 'border-accent-edge bg-raised' : 'border-transparent hover:bg-hover',
                )}
              >
                <span className="block aspect-video w-16 shrink-0 max-lg:w-10 bg-monitor">
                  {task.outputs[0] && <Poster asset={task.outputs[0]} />}
                </span>
                <span className="min-w-0">
                  <span className="block font-medium">Take {number}</span>
                  <span className={cx('flex items-center gap-1', on ? 'text-done' : 'text-ink-2')}>
                    {on && <Check aria-hidden className="size-3" />}
                    {on ? 'chosen' : clockTime(new Date(task.endedAt ?? task.updatedAt))}
                  </span>
                </span>
              </button>
              {on && (
                <Link
                  href={`/gallery/${task.id}`}
                  prefetch={false}
                  className="room w-fit rounded-picture px-1 text-12 text-accent-ink hover:underline"
                >
                  Open it
                </Link>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
