'use client'
// What is on its way and what waits, wherever it was ordered: another sequence, a pause for all, an end for one.
import { ArrowDown, ArrowUp, CirclePause, CirclePlay, CircleStop, X } from 'lucide-react'
import Link from 'next/link'
import { providerWord } from '@/components/compose/fact'
import { lookOf } from '@/components/media/state'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Drawer } from '@/components/ui/drawer'
import { ErrorLine } from '@/components/ui/field'
import { price } from '@/components/ui/figure'
import { IconButton } from '@/components/ui/icon-button'
import { Ring } from '@/components/ui/ring'
import { say } from '@/components/ui/toast'
import { useWide } from '@/components/ui/window'
import { useCancelTask, useTasks } from '@/lib/api/queries'
import { useChangeQueue, useQueue } from '@/lib/api/queue-query'
import { rowOf } from '@/lib/models/catalog'
import type { Status, Task } from '@/lib/tasks/task'
import { closeQueue, useQueueOpen } from './open'

const going: Status[] = ['starting', 'running', 'saving', 'cancelling']

export function Queue() {
  const open = useQueueOpen()
  const wide = useWide()
  return (
    <Drawer open={open} onClose={closeQueue} title="Queue" side={wide ? 'right' : 'bottom'} tall>
      {open && <Orders />}
    </Drawer>
  )
}

function Orders() {
  const { data: queue, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useQueue()
  const { data: live = [] } = useTasks({ status: going })
  const change = useChangeQueue()
  if (error)
    return (
      <div className="p-4">
        <ErrorLine fixes={[{ label: 'Try again', onApply: () => void refetch() }]}>{error.message}</ErrorLine>
      </div>
    )
  if (!queue)
    return (
      <p role="status" className="p-4 text-ink-2">
        Reading the queue
      </p>
    )
  const { items, paused, waiting, places } = queue
  const swap = (at: number, by: 1 | -1) => {
    const [one, other] = [items[at], items[at + by]]
    if (one && other) change.mutate({ order: by < 0 ? [one.id, other.id] : [other.id, one.id] })
  }
  return (
    <div className="flex flex-col gap-5 p-4">
      <section aria-label="Pause" className="flex flex-col items-start gap-2">
        <Button
          icon={paused ? <CirclePlay className="size-4" /> : <CirclePause className="size-4" />}
          disabled={change.isPending}
          focusableWhenDisabled
          onClick={() => change.mutate({ paused: !paused })}
        >
          {paused ? 'Resume the queue' : 'Pause the queue'}
        </Button>
        <p className={cx('text-12', paused ? 'text-stale' : 'text-ink-2')}>
          {paused
            ? 'Paused: nothing that waits is ordered until you resume. What is on its way goes on, and is billed.'
            : 'Paused, the studio places no waiting orders; what is on its way goes on.'}
        </p>
        {change.error && <ErrorLine>{change.error.message}</ErrorLine>}
      </section>
      {live.length > 0 && (
        <section>
          <h3 className="text-12 font-medium text-ink-2">On their way</h3>
          <ul aria-label="On their way" className="mt-1 flex flex-col">
            {live.map((task) => (
              <Line key={task.id} task={task} />
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3 className="text-12 font-medium text-ink-2">Waiting, the next one first</h3>
        {items.length === 0 && <p className="mt-1 text-ink-3">Nothing waits.</p>}
        <ol aria-label="Waiting" className="mt-1 flex flex-col">
          {items.map((task, at) => (
            <Line key={task.id} task={task} place={places.get(task.id)} told={task.note === items[at - 1]?.note}>
              <IconButton
                label={`Earlier: ${nameOf(task)}`}
                size="tool"
                aria-disabled={at === 0}
                onClick={() => swap(at, -1)}
              >
                <ArrowUp />
              </IconButton>
              <IconButton
                label={`Later: ${nameOf(task)}`}
                size="tool"
                aria-disabled={at === items.length - 1}
                onClick={() => swap(at, 1)}
              >
                <ArrowDown />
              </IconButton>
            </Line>
          ))}
        </ol>
        {hasNextPage && (
          <p className="mt-2 flex items-center gap-3 text-12 text-ink-2 tabular-nums">
            {items.length} of {waiting}
            <Button
              size="card"
              disabled={isFetchingNextPage}
              focusableWhenDisabled
              onClick={() => void fetchNextPage()}
            >
              Show more
            </Button>
          </p>
        )}
      </section>
    </div>
  )
}

const nameOf = ({ input, model }: Task) => input.prompt ?? input.shots?.[0]?.prompt ?? model

/** What cancelling costs, before it is pressed. */
function truth({ status, provider }: Task): string {
  if (status === 'queued') return 'Cancel: it was not ordered, so it costs nothing'
  if (provider === 'local') return 'Cancel: it is made here and costs nothing'
  return 'Cancel: we stop waiting; the provider may still bill it'
}

type LineProps = {
  task: Task
  place?: number | undefined
  /** Its note stands on the line above. */
  told?: boolean
  children?: React.ReactNode
}

function Line({ task, place, told = false, children }: LineProps) {
  const { mutate, isPending } = useCancelTask()
  const { icon: Icon, tone, words } = lookOf(task, place)
  const row = rowOf(task.provider, task.model)
  const free = task.provider === 'local'
  const where = task.storyboardId ? `/storyboards/${task.storyboardId}` : `/gallery/${task.id}`
  return (
    <li className="flex items-center gap-1 border-b border-line py-2">
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <Link href={where} prefetch={false} onClick={closeQueue} className="truncate rounded-picture hover:underline">
          {nameOf(task)}
        </Link>
        <span className="flex items-center gap-2 text-12 text-ink-2">
          <span className={cx('flex shrink-0 items-center gap-1.5 font-medium', tone)}>
            {Icon === 'ring' ? <Ring value={task.progress} /> : <Icon aria-hidden className="size-3.5" />}
            {words}
          </span>
          {!free && (
            <span className="min-w-0 truncate">
              {row?.name ?? task.model}, {providerWord(task.provider)}
            </span>
          )}
          <span className="shrink-0 tabular-nums">{free ? 'free' : task.estimate && price(task.estimate.amount)}</span>
        </span>
        {!told && task.note && <span className="text-12 text-ink-3">{task.note}</span>}
      </div>
      {children}
      {(task.status === 'queued' || task.status === 'starting' || task.status === 'running') && (
        <IconButton
          label={truth(task)}
          size="tool"
          side="left"
          aria-disabled={isPending}
          onClick={() => {
            if (isPending) return
            mutate(task.id, {
              onSuccess: ({ status }) =>
                say({
                  words:
                    status === 'cancelled' || task.provider === 'local'
                      ? 'Cancelled; it was not billed.'
                      : 'Stopping; the provider may still bill it.',
                }),
              onError: ({ message }) => say({ words: message, stays: true }),
            })
          }}
        >
          {task.status === 'queued' ? <X /> : <CircleStop />}
        </IconButton>
      )}
    </li>
  )
}
