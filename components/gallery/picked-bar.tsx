'use client'
import { Columns2, Download, Star, X } from 'lucide-react'
import type { Ref } from 'react'
import { lengthOf } from '@/components/media/telling'
import { Button } from '@/components/ui/button'
import { seconds } from '@/components/ui/figure'
import { IconButton } from '@/components/ui/icon-button'
import { say } from '@/components/ui/toast'
import { useMark } from '@/lib/api/film-query'
import type { Task } from '@/lib/tasks/task'

type Props = {
  ref: Ref<HTMLDivElement>
  picked: readonly Task[]
  /** Why these are not compared. */
  reason: string | undefined
  onCompare: () => void
  onSave: (task: Task) => void
  onClear: () => void
}

/** Floats over the grid while something is picked. */
export function PickedBar({ ref, picked, reason, onCompare, onSave, onClear }: Props) {
  const { mutateAsync: mark } = useMark()
  const done = picked.filter(({ status }) => status === 'done')
  const files = picked.filter(({ outputs }) => outputs.length > 0)
  const bright = done.length > 0 && done.every(({ star }) => star)
  const turn = () => {
    const turned = done.filter(({ star }) => Boolean(star) === bright)
    Promise.all(turned.map(({ id }) => mark({ id, star: !bright }))).catch((error: Error) =>
      say({ words: error.message, stays: true }),
    )
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: it groups what is done with the picked ones
    <div
      ref={ref}
      role="group"
      aria-label="Picked takes"
      className="fixed bottom-5 left-1/2 z-30 flex w-max max-w-[calc(100vw-32px)] -translate-x-1/2 items-center gap-1 rounded-bar border border-line bg-overlay py-2 pr-2 pl-4 shadow-float max-md:bottom-[calc(68px+env(safe-area-inset-bottom))] max-md:pl-3"
    >
      <p role="status" className="mr-2 shrink-0 font-medium whitespace-nowrap tabular-nums">
        {picked.length} <span className="max-md:sr-only">{picked.length === 1 ? 'take ' : 'takes '}</span>picked
      </p>
      <Lengths picked={picked} />
      <Button
        kind="next"
        size="bar"
        keys={reason === undefined ? 'C' : undefined}
        aria-keyshortcuts="C"
        reason={reason}
        icon={<Columns2 aria-hidden className="size-4" />}
        className="mx-1 shrink!"
        onClick={onCompare}
      >
        Compare
      </Button>
      {done.length > 0 && (
        <Button kind="quiet" size="bar" aria-pressed={bright} className={narrow} onClick={turn}>
          <Star aria-hidden className={bright ? 'size-4 fill-accent-edge text-accent-edge' : 'size-4'} />
          <span className="max-md:sr-only">Star</span>
        </Button>
      )}
      {files.length > 0 && (
        <Button kind="quiet" size="bar" className={narrow} onClick={() => files.forEach(onSave)}>
          <Download aria-hidden className="size-4" />
          <span className="max-md:sr-only">Download {files.length}</span>
        </Button>
      )}
      <IconButton label="Pick none" keys="Escape" side="top" onClick={onClear}>
        <X />
      </IconButton>
    </div>
  )
}

const narrow = 'px-3! touch:min-w-11'

/** How long two are: what one wants to know before they are seen under one clock. */
function Lengths({ picked }: { picked: readonly Task[] }) {
  const lengths = picked.map((task) => (task.outputs[0]?.kind === 'image' ? undefined : lengthOf(task)))
  const [a, b] = lengths.map((length) => length && seconds(Math.round(length * 10) / 10))
  if (picked.length !== 2 || !a || !b) return null
  return (
    <p className="mr-2 text-12 whitespace-nowrap text-ink-2 tabular-nums max-md:hidden">
      {a === b ? `${a} each` : `${a} and ${b}`}
    </p>
  )
}
