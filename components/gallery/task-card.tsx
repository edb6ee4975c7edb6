'use client'
import { Download, Ellipsis, RotateCcw, Trash2, Undo2 } from 'lucide-react'
import { memo } from 'react'
import { Card } from '@/components/media/card'
import { StarButton } from '@/components/media/take-mark'
import { IconButton } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'
import type { Task } from '@/lib/tasks/task'
import { isEnd } from '@/lib/tasks/task'
import { type Actions, isWhole, nextStep } from './action'

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
}

export const TaskCard = memo(function TaskCard(props: Props) {
  const { task, title, href, place, usual, entry, hot, position, total, actions } = props
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
        {hot && <Tools task={task} actions={actions} />}
      </Card>
    </div>
  )
})

function Tools({ task, actions }: { task: Task; actions: Actions }) {
  const [output] = task.outputs
  return (
    <div data-theme="dark" className="absolute top-2 right-2 z-2 flex gap-1.5 max-md:hidden">
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
