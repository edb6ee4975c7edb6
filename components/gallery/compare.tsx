'use client'
// Two picked takes beside one another, whatever they were made from.
import { Download } from 'lucide-react'
import { useRef } from 'react'
import { StarButton } from '@/components/media/take-mark'
import { costOf, factsOf } from '@/components/media/telling'
import { Hear } from '@/components/storyboard/take/compare-hear'
import { CompareRoom } from '@/components/storyboard/take/compare-room'
import { Dialog } from '@/components/ui/dialog'
import { IconButton } from '@/components/ui/icon-button'
import type { Task } from '@/lib/tasks/task'
import type { Compared } from './pick'

type Props = {
  /** Nothing: closed. */
  pair: readonly [Compared, Compared] | undefined
  titleOf: (task: Task) => string
  onSwap: () => void
  onSave: (task: Task) => void
  onClose: () => void
}

export function Compare({ pair, titleOf, onSwap, onSave, onClose }: Props) {
  const room = useRef<HTMLDivElement>(null)
  const sides = pair && { a: pair[0], b: pair[1] }
  const side = (letter: 'A' | 'B', { task, film }: Compared) => ({
    id: task.id,
    film,
    from: 0,
    seconds: film.duration ?? 0,
    label: `${letter}, ${titleOf(task)}`,
  })
  const name = (letter: 'A' | 'B', { task }: Compared) => (
    <p className="max-w-[30ch] min-w-0 truncate text-12 text-ink-2 max-md:max-w-[36vw]">
      <b className="mr-1.5 font-medium text-ink">{letter}</b>
      {titleOf(task)}
    </p>
  )
  return (
    <Dialog open={pair !== undefined} onClose={onClose} full first={room} title="A and B">
      {sides && (
        <CompareRoom
          room={room}
          a={side('A', sides.a)}
          b={side('B', sides.b)}
          onSwap={onSwap}
          names={{ a: name('A', sides.a), b: name('B', sides.b) }}
          foot={(which, hearing) => {
            const { task, film } = sides[which]
            return (
              <div className="flex min-h-8 min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
                <p className="min-w-0 flex-1 truncate text-12 text-ink-2 tabular-nums max-md:basis-full">
                  <b className="mr-1.5 font-medium text-ink">{which.toUpperCase()}</b>
                  {factsOf(task)} · {costOf(task)}
                </p>
                {film.kind === 'video' && <Hear side={which} {...hearing} />}
                <StarButton task={task} />
                <IconButton label={`Download ${which.toUpperCase()}`} size="tool" onClick={() => onSave(task)}>
                  <Download />
                </IconButton>
              </div>
            )
          }}
        />
      )}
    </Dialog>
  )
}
