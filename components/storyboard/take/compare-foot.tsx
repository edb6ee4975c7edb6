'use client'
import { Check } from 'lucide-react'
import { Remark, StarButton } from '@/components/media/take-mark'
import { costOf, modelName } from '@/components/media/telling'
import { Button } from '@/components/ui/button'
import type { Task } from '@/lib/tasks/task'
import { Hear, type Hearing } from './compare-hear'
import type { TakeHand } from './hand'
import { madeAt } from './item'

type Props = {
  hand: TakeHand
  side: 'a' | 'b'
  task: Task
  hearing: Hearing
  onChoose: (task: Task) => void
}

/** What the take is, what one thinks of it, and the choice of it. */
export function SideFoot({ hand, side, task, hearing, onChoose }: Props) {
  const letter = side.toUpperCase()
  const chosen = hand.approved && hand.standing?.id === task.id
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div className="flex min-h-8 flex-wrap items-center gap-x-2 gap-y-1">
        <p className="min-w-0 flex-1 truncate text-12 max-md:basis-full text-ink-2 tabular-nums">
          <b className="mr-1.5 font-medium text-ink">{letter}</b>
          Take {hand.takes.indexOf(task) + 1}, {madeAt(task)}
          <span className="max-md:hidden">
            , {modelName(task)}, {costOf(task)}
          </span>
        </p>
        <Hear side={side} {...hearing} />
        <StarButton task={task} />
        <Button
          size="tool"
          keys={letter}
          aria-pressed={chosen}
          icon={chosen ? <Check aria-hidden className="size-4 text-done" /> : undefined}
          className="max-md:w-full"
          onClick={() => onChoose(task)}
        >
          {chosen ? `${letter} is chosen` : `Choose ${letter}`}
        </Button>
      </div>
      <div className="max-md:hidden">
        <Remark key={task.id} task={task} label={`Note on ${letter}`} />
      </div>
    </div>
  )
}
