'use client'
import { Clapperboard } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { percent } from '@/components/ui/figure'
import { isEnd, type Task } from '@/lib/tasks/task'

/** Opens the film; while it is made, says how far it is. */
export function CutButton({ tasks, onOpen }: { tasks: readonly Task[]; onOpen: () => void }) {
  const going = tasks.find(({ kind, status }) => kind !== 'order' && !isEnd(status))
  return (
    <Button
      size="bar"
      className="px-3"
      aria-label={going ? `The film, ${percent(going.progress ?? 0)} made` : 'The film'}
      icon={<Clapperboard className="size-4" />}
      onClick={onOpen}
    >
      <span className="tabular-nums max-lg:hidden">{going ? percent(going.progress ?? 0) : 'Film'}</span>
    </Button>
  )
}
