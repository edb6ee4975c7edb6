'use client'
// What was made without a storyboard: the newest or chosen take on the monitor, and every other at its age beneath.
import { ArrowRight, Download, Undo2 } from 'lucide-react'
import Link from 'next/link'
import { useMemo } from 'react'
import type { Task } from '@/lib/tasks/task'
import { useFromInput } from '../form/draft'
import { nextStep, useActions } from '../gallery/action'
import { Question } from '../gallery/question'
import { download } from '../media/address'
import { Card } from '../media/card'
import { StateLine } from '../media/state-line'
import { costOf, factsOf, modelName } from '../media/telling'
import { took } from '../media/time-code'
import { queuePlaces, usualTimes } from '../media/usual'
import { Button } from '../ui/button'
import { cx } from '../ui/cx'
import { Monitor } from './monitor'
import { since } from './since'
import { Start } from './start'
import { useTakes } from './take'

const most = 12

type Props = {
  chosen: string | undefined
  /** The take that the form was last rendered as or filled from. */
  origin: string | undefined
  onChoose: (id: string) => void
  onAgain: (task: Task) => void
}

export function Takes({ chosen, origin, onChoose, onAgain }: Props) {
  const { takes, all, pending, error, tasks } = useTakes()
  const { actions, asked, answer } = useActions()
  const own = useMemo(() => ({ ...actions, again: onAgain }), [actions, onAgain])
  const usual = useMemo(() => usualTimes(tasks), [tasks])
  const places = useMemo(() => queuePlaces(tasks, all), [tasks, all])
  const shown =
    takes.find(({ id }) => id === chosen) ??
    takes.find(({ status }) => status !== 'failed' && status !== 'cancelled') ??
    takes[0]
  if (pending) return <div className="flex-1" aria-busy />
  if (error)
    return (
      <p role="alert" className="m-auto p-6 text-13 text-ink-2">
        {error.message}
      </p>
    )
  if (!shown) return <Start />
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3.5 px-6 pt-4 pb-6 max-md:px-4 max-md:pb-24 md:scroll-quiet md:pr-3.5">
      <div className="flex min-h-7 items-center gap-2.5">
        <h2 className="text-14 tight">Takes</h2>
        <span className="text-13 text-ink-2 tabular-nums">{all ? takes.length : `${takes.length}+`}</span>
        <span className="flex-1" />
        <Link
          href="/gallery"
          className="inline-flex h-7 items-center gap-2 rounded-control px-2.5 text-13 text-ink-2 transition-colors duration-80 hover:bg-hover hover:text-ink touch:min-h-11"
        >
          Open in Gallery
          <ArrowRight aria-hidden className="size-4" />
        </Link>
      </div>
      <Monitor task={shown} />
      <Facts
        task={shown}
        own={shown.id === origin}
        number={all ? takes.length - takes.indexOf(shown) : undefined}
        onAgain={onAgain}
      />
      <ul
        aria-label="Takes"
        className="grid grid-cols-[repeat(auto-fill,minmax(max(150px,(100%-48px)/4),1fr))] gap-x-3.5 gap-y-4"
      >
        {takes.slice(0, most).map((task) => (
          <Pick key={task.id} on={task === shown} onPick={() => onChoose(task.id)}>
            <Card
              task={task}
              href={`/gallery/${task.id}`}
              place={places.get(task.id)}
              usual={usual(task)}
              action={nextStep(task, own)}
            />
          </Pick>
        ))}
      </ul>
      <Question asked={asked} actions={own} onClose={answer} />
    </div>
  )
}

type PickProps = { on: boolean; onPick: () => void; children: React.ReactNode }

/** A plain press puts the take on the monitor; with a modifier its own page opens, as links do. */
function Pick({ on, onPick, children }: PickProps) {
  return (
    <li
      aria-current={on || undefined}
      onClickCapture={(event) => {
        const link = event.target instanceof Element ? event.target.closest('a[data-open]') : null
        if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
        event.preventDefault()
        event.stopPropagation()
        onPick()
      }}
      className={cx('rounded-control', on && 'outline-2 outline-offset-[5px] outline-focus')}
    >
      {children}
    </li>
  )
}

type FactsProps = { task: Task; own: boolean; number: number | undefined; onAgain: (task: Task) => void }

function Facts({ task, own, number, onAgain }: FactsProps) {
  const changed = useFromInput((input) => since(task.input, input))
  const [film] = task.outputs
  const done = task.status === 'done'
  const pixels = film?.width ? `${film.width}×${film.height}` : undefined
  const facts = [
    modelName(task),
    pixels,
    film?.fps ? `${Math.round(film.fps * 100) / 100} fps` : undefined,
    film?.duration ? `${film.duration.toFixed(1)}\u202fs` : undefined,
  ]
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex items-center gap-2.5">
          <StateLine task={task} />
          <span className="truncate text-12 text-ink-2 tabular-nums">
            {(done ? [number === undefined ? undefined : `Take ${number}`, ...facts] : [factsOf(task)])
              .filter(Boolean)
              .join(' · ')}
          </span>
        </p>
        <p className="text-12 text-ink-3 tabular-nums">
          {done
            ? story(task, changed, own)
            : task.status === 'queued'
              ? // The reason why it is on hold stands on the monitor.
                `Not sent yet · ${costOf(task)}`
              : (task.note ?? task.error?.message ?? costOf(task))}
        </p>
      </div>
      <div className="flex gap-2">
        {changed !== undefined && (
          <Button icon={<Undo2 aria-hidden className="size-4" />} onClick={() => onAgain(task)}>
            Use again
          </Button>
        )}
        {film && (
          <Button icon={<Download aria-hidden className="size-4" />} onClick={() => download(film)}>
            Download
          </Button>
        )}
      </div>
    </div>
  )
}

/** What changed since is told of the take that the form stands for; beside any other it would be every field. */
function story(task: Task, changed: string | undefined, own: boolean): string {
  const time =
    task.startedAt && task.endedAt
      ? `Made in ${took(Date.parse(task.endedAt) - Date.parse(task.startedAt))}.`
      : undefined
  const bill =
    task.provider === 'local'
      ? undefined
      : [
          task.estimate ? `Estimate ${costOf({ ...task, cost: task.estimate })}` : 'No estimate',
          task.cost ? `billed ${costOf(task)}` : 'cost not known',
        ].join(', ')
  return [time, bill && `${bill}.`, changed === undefined ? 'The form says the same.' : own && `${changed} since.`]
    .filter(Boolean)
    .join(' ')
}
