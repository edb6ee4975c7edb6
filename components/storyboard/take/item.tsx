'use client'
// One take in the list: a press chooses it, and choosing is approval; everything else is in its menu.
import { Check, Download, Ellipsis, Eye, History, MessageSquareText, RotateCcw, Star, Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { download } from '@/components/media/address'
import { useStar } from '@/components/media/take-mark'
import { modelName } from '@/components/media/telling'
import { clockTime, day } from '@/components/media/time-code'
import { cx } from '@/components/ui/cx'
import { IconButton } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'
import type { Task } from '@/lib/tasks/task'
import { useOrderAgain } from './again'
import type { TakeHand } from './hand'
import { TakeThumb } from './thumb'

type Props = { task: Task; number: number; hand: TakeHand; onRemove: (task: Task) => void }

/** "14:02" today, "12 Nov" before. */
export function madeAt({ endedAt, updatedAt }: Task): string {
  const at = new Date(endedAt ?? updatedAt)
  return at.toDateString() === new Date().toDateString() ? clockTime(at) : day(at)
}

export function TakeItem({ task, number, hand, onRemove }: Props) {
  const [film] = task.outputs
  const on = task.id === hand.standing?.id && !hand.shot.picture
  const stale = on && hand.changes.length > 0
  return (
    <li
      className={cx(
        'group/take relative flex rounded-group border',
        on ? 'border-accent-edge bg-raised' : 'border-transparent hover:bg-hover',
      )}
    >
      <button
        type="button"
        aria-pressed={on}
        aria-label={`Take ${number}`}
        title={task.remark}
        onClick={() => hand.choose(task)}
        className="flex min-w-0 flex-1 items-center gap-2 rounded-group p-1 text-left text-12 max-md:min-h-11"
      >
        <span className="block aspect-video overflow-hidden w-14 shrink-0 bg-monitor max-lg:w-10 max-md:w-20">
          {film && <TakeThumb film={film} from={hand.partOf(task).from} />}
        </span>
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-1 font-medium">
            <span className="truncate">Take {number}</span>
            {task.star && <Star aria-label="starred" className="size-3 shrink-0 fill-accent-edge text-accent-edge" />}
            {task.remark && <MessageSquareText aria-label="has a note" className="size-3 shrink-0 text-ink-2" />}
          </span>
          <span className={cx('flex items-center gap-1', stale ? 'text-stale' : on ? 'text-done' : 'text-ink-2')}>
            {on && (stale ? <History aria-hidden className="size-3" /> : <Check aria-hidden className="size-3" />)}
            <span className="truncate">
              {on ? (stale ? 'out of date' : hand.approved ? 'chosen' : 'latest') : madeAt(task)}
            </span>
          </span>
        </span>
      </button>
      <TakeMenu {...{ task, number, hand, onRemove }} />
    </li>
  )
}

function TakeMenu({ task, number, hand, onRemove }: Props) {
  const router = useRouter()
  const star = useStar()
  const again = useOrderAgain(task, hand.draft)
  const [film] = task.outputs
  return (
    <Menu
      label={`Take ${number}`}
      trigger={
        <IconButton label={`More with take ${number}`} size="card" className="mt-1 mr-0.5 max-md:size-11">
          <Ellipsis />
        </IconButton>
      }
      entries={[
        { label: task.star ? 'Take the star away' : 'Star', icon: <Star />, onPick: () => star(task) },
        { label: 'Open in the viewer', icon: <Eye />, onPick: () => router.push(`/gallery/${task.id}`) },
        ...(film ? [{ label: 'Download', icon: <Download />, onPick: () => download(film) }] : []),
        'line',
        {
          label: 'The very same order again',
          icon: <RotateCcw />,
          note: again.price,
          reason: again.reason,
          onPick: again.run,
        },
        'line',
        { label: `Remove, ${modelName(task)}`, icon: <Trash2 />, onPick: () => onRemove(task) },
      ]}
    />
  )
}
