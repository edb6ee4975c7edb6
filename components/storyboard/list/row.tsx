import { Trash2 } from 'lucide-react'
import Link from 'next/link'
import { still } from '@/components/media/still'
import { clockTime, day } from '@/components/media/time-code'
import { seconds } from '@/components/ui/figure'
import { IconButton } from '@/components/ui/icon-button'
import { boardSeconds, type Storyboard, shotMedia } from '@/lib/storyboard/storyboard'

const changed = (at: string) => {
  const then = new Date(at)
  return then.toDateString() === new Date().toDateString() ? clockTime(then) : day(then)
}

/** One board: its first pictures, its title, how long it is. */
export function BoardRow({ board, onRemove }: { board: Storyboard; onRemove: () => void }) {
  const { id, title, shots, updatedAt } = board
  const pictures = shots
    .flatMap((shot) =>
      shotMedia(shot)
        .slice(0, 1)
        .flatMap((one) => still(one) ?? []),
    )
    .slice(0, 3)
  return (
    <li className="relative flex items-center gap-4 border-b border-line py-2.5 hover:bg-panel">
      <span className="flex w-44 shrink-0 gap-0.5 max-md:w-16">
        {[0, 1, 2].map((at) => (
          <span
            key={at}
            className={`aspect-video min-w-0 flex-1 overflow-hidden rounded-[2px] bg-raised ${at > 0 ? 'max-md:hidden' : ''}`}
          >
            {pictures[at] && <img alt="" loading="lazy" src={pictures[at]} className="size-full object-cover" />}
          </span>
        ))}
      </span>
      <span className="flex min-w-0 flex-1 flex-col">
        <Link
          href={`/storyboards/${id}`}
          prefetch={false}
          className="truncate rounded-picture font-medium after:absolute after:inset-0"
        >
          {title}
        </Link>
        <span className="text-12 text-ink-2 tabular-nums">
          {shots.length} {shots.length === 1 ? 'shot' : 'shots'} · {seconds(boardSeconds(shots))}
        </span>
      </span>
      <time dateTime={updatedAt} className="text-12 text-ink-2 tabular-nums" title="Last change">
        {changed(updatedAt)}
      </time>
      <IconButton label={`Delete ${title}`} size="tool" className="relative" onClick={onRemove}>
        <Trash2 />
      </IconButton>
    </li>
  )
}
