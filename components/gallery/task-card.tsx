'use client'
import { Check, Download, Ellipsis, RotateCcw, Trash2, Undo2 } from 'lucide-react'
import { memo } from 'react'
import { Card } from '@/components/media/card'
import { StarButton } from '@/components/media/take-mark'
import { IconButton } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'
import type { Task } from '@/lib/tasks/task'
import { isEnd } from '@/lib/tasks/task'
import { type Actions, isWhole, nextStep } from './action'
import type { Mark } from './pick'

type Props = {
  task: Task
  title: string
  href: string
  place: number | undefined
  usual: string | undefined
  /** Where Tab enters the grid. */
  entry: boolean
  /** Under the pointer or the focus. */
  hot: boolean
  position: number
  total: number
  actions: Actions
  /** Nothing: it is not picked. */
  mark: Mark | undefined
  onPick: (task: Task) => void
}

export const TaskCard = memo(function TaskCard(props: Props) {
  const { task, title, href, place, usual, entry, hot, position, total, actions, mark, onPick } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: it stands in a row of a windowed list
    <div role="listitem" aria-posinset={position} aria-setsize={total} className="min-w-0">
      <Card
        task={task}
        title={title}
        href={href}
        place={place}
        usual={usual}
        action={nextStep(task, actions)}
        tabIndex={entry ? 0 : -1}
      >
        {mark && <Picked mark={mark} />}
        {hot && <Tools task={task} actions={actions} picked={mark !== undefined} onPick={onPick} />}
      </Card>
    </div>
  )
})

/** The ring of a selection; with the focus on it an inner line tells them apart. */
function Picked({ mark }: { mark: Mark }) {
  return (
    <>
      <span
        aria-hidden
        className="pointer-events-none absolute -inset-[7px] rounded-bar border-2 border-focus group-has-[a[data-open]:focus-visible]/card:shadow-[inset_0_0_0_1px_var(--color-ink)] max-lg:-inset-[5px] max-md:-inset-[3px] max-md:rounded-control"
      />
      <span className="pointer-events-none absolute top-2 left-2 z-2 flex size-5 items-center justify-center rounded-picture bg-accent text-12 font-semibold text-on-accent forced-colors:border">
        <span className="sr-only">Picked </span>
        {mark === 'more' ? <Check aria-hidden className="size-3.5" /> : mark}
      </span>
    </>
  )
}

type ToolsProps = { task: Task; actions: Actions; picked: boolean; onPick: (task: Task) => void }

function Tools({ task, actions, picked, onPick }: ToolsProps) {
  const [output] = task.outputs
  return (
    <div data-theme="dark" className="absolute top-2 right-2 z-2 flex gap-1.5 max-md:hidden">
      <IconButton label="Pick" keys="X" size="tool" afloat on={picked} onClick={() => onPick(task)}>
        <Check />
      </IconButton>
      {task.status === 'done' && <StarButton task={task} afloat />}
      {output && (
        <IconButton label="Download" keys="D" size="tool" afloat onClick={() => actions.save(task)}>
          <Download />
        </IconButton>
      )}
      <Menu
        label="More"
        trigger={
          <IconButton label="More" size="tool" afloat>
            <Ellipsis />
          </IconButton>
        }
        entries={menuOf(task, actions)}
      />
    </div>
  )
}

export function menuOf(task: Task, actions: Actions) {
  return [
    {
      label: isWhole(task) ? 'Open its board' : 'Use again',
      icon: <Undo2 aria-hidden />,
      keys: 'R',
      onPick: () => actions.again(task),
    },
    ...(task.provider === 'local' && isEnd(task.status) && !isWhole(task)
      ? [{ label: 'Render again, free', icon: <RotateCcw aria-hidden />, onPick: () => actions.repeat(task) }]
      : []),
    ...(task.outputs[0]
      ? [{ label: 'Download', icon: <Download aria-hidden />, keys: 'D', onPick: () => actions.save(task) }]
      : []),
    'line' as const,
    {
      label: 'Delete',
      icon: <Trash2 aria-hidden />,
      keys: 'Del',
      reason: isEnd(task.status) ? undefined : 'Still in the works; stop it first.',
      onPick: () => actions.ask(task, 'delete'),
    },
  ]
}
