'use client'
// The take under view: footage with its transport, or what stands for it while there is none.
import type { Task } from '@/lib/tasks/task'
import { Cell } from '../media/cell'
import { Player } from '../media/player'
import { lookOf } from '../media/state'
import { titleOf } from '../media/telling'
import { Progress } from '../ui/progress'

export function Monitor({ task }: { task: Task }) {
  const [film] = task.outputs
  if (film?.kind === 'video')
    return (
      <div className="@container shrink-0">
        <Player
          key={film.id}
          film={film}
          layout="bar"
          pieces={(task.input.shots ?? []).map(({ duration }) => ({ seconds: duration }))}
          className="h-[calc(min(100cqw*9/16,max(60dvh,240px))+44px)] w-full overflow-hidden rounded-picture"
        />
      </div>
    )
  const { bar } = lookOf(task)
  const share =
    task.status === 'saving'
      ? 1
      : task.status === 'running' || task.status === 'cancelling'
        ? (task.progress ?? 0)
        : undefined
  return (
    <div
      data-theme="dark"
      // Words that stand for a picture are as large as the place asks for.
      className="relative flex aspect-video max-h-[max(60dvh,240px)] w-full shrink-0 flex-col overflow-hidden rounded-picture bg-monitor text-ink [&_p]:max-w-[60ch] [&_p]:text-15 [&_p]:leading-[22px] max-md:[&_p]:text-13 max-md:[&_p]:leading-5"
    >
      {film?.kind === 'image' ? (
        <img src={film.url} alt={titleOf(task)} className="size-full object-contain" />
      ) : (
        <Cell task={task} />
      )}
      {share !== undefined && (
        <Progress label={titleOf(task)} value={share} tone={bar} className="absolute inset-x-0 bottom-0" />
      )}
    </div>
  )
}
