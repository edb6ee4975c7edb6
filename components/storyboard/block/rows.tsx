'use client'
// The board as a list: one shot a row, the blocks beside them.
import { Plus } from 'lucide-react'
import { memo } from 'react'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import type { BoardShot } from '@/lib/storyboard/storyboard'
import { blockPrice } from '../plan/money'
import { BlockNote } from '../plan/note'
import { useBoardNow } from '../plan/now'
import { useBorder } from '../seam/border'
import { Seam } from '../seam/seam'
import { OpenShot, ShotNumber, type ShotProps, ShotSeconds } from '../shot/card'
import { useDragged } from '../shot/drag'
import { ShotMark } from '../shot/mark'
import { ShotPicture } from '../shot/picture'

export function Rows() {
  const { board, blocks, view, act } = useBoardNow()
  const border = useBorder()
  const shots = new Map(board.shots.map((shot, at) => [shot.id, { shot, at }]))
  const seam = (first: { shot: BoardShot; at: number } | undefined) =>
    first && <Seam {...border(first.at)} right={first.shot} at={first.at} head={view(first.shot).state} words />
  return (
    <div data-columns={1} className="flex flex-col gap-3 px-5 py-4 max-md:px-4">
      {blocks.map((block, index) => (
        <section key={block.shotIds[0]} aria-label={`Block ${block.name}`}>
          {index > 0 && (
            <div className="mb-3 -ml-[11px] flex items-center gap-2 text-12 text-ink-2 max-md:ml-0">
              {seam(shots.get(block.shotIds[0] ?? ''))}
            </div>
          )}
          <div className="flex items-center justify-between gap-2">
            <BlockNote block={block} />
            <span className="text-12 text-ink-2 tabular-nums">{blockPrice(block)}</span>
          </div>
          <div className="mt-1.5 ml-0.5 border-y border-l border-edge py-1 pl-3">
            {block.shotIds.map((id) => {
              const found = shots.get(id)
              return found && <ShotRow key={id} {...found} act={act} {...view(found.shot)} />
            })}
          </div>
        </section>
      ))}
      <Button data-add className="self-start" icon={<Plus className="size-4" />} onClick={() => act.add()}>
        Add shot
      </Button>
    </div>
  )
}

const ShotRow = memo(function ShotRow(props: ShotProps) {
  const { shot, at, state, selected, characters, limit, trouble, wrongLength, act } = props
  const { over, ...drag } = useDragged(shot.id, act)
  return (
    <article
      data-shot={shot.id}
      {...drag}
      className={cx(
        'relative flex items-center gap-3 rounded-control px-2 py-2',
        selected ? 'bg-raised outline-2 outline-focus' : 'hover:bg-raised',
        over && 'outline-2 outline-edge outline-dashed',
      )}
    >
      <OpenShot {...props} />
      <span className="block aspect-video w-28 shrink-0 overflow-hidden rounded-picture bg-monitor" data-theme="dark">
        <ShotPicture shot={shot} state={state} crop />
      </span>
      <span className="flex min-w-0 flex-1 flex-col gap-1.5">
        <span className={cx('line-clamp-2 break-words', !shot.prompt && 'text-ink-3')}>
          {shot.prompt || 'No words yet'}
        </span>
        <span className="flex items-center gap-3 text-12 text-ink-2">
          <ShotNumber shot={shot} at={at} />
          <ShotSeconds shot={shot} at={at} act={act} invalid={wrongLength} />
          <span className="tabular-nums max-md:hidden">
            {limit === undefined ? characters : `${characters} / ${limit}`}
          </span>
          <span className={cx('min-w-0 flex-1 truncate', trouble && 'text-failed')} title={trouble ?? state.note}>
            {trouble ?? state.note}
          </span>
          <ShotMark state={state} />
        </span>
      </span>
    </article>
  )
})
