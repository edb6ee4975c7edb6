'use client'
// The board drawn to scale: every second is as wide as every other, and every border can be moved.
import { Plus } from 'lucide-react'
import { memo } from 'react'
import { cx } from '@/components/ui/cx'
import type { Block } from '@/lib/storyboard/plan'
import { blockPrice } from '../plan/money'
import { BlockNote } from '../plan/note'
import { useBoardNow } from '../plan/now'
import { type Border, useBorder } from '../seam/border'
import { Seam } from '../seam/seam'
import { OpenShot, ShotNumber, type ShotProps, ShotSeconds } from '../shot/card'
import { useDragged } from '../shot/drag'
import { ShotMark } from '../shot/mark'
import { ShotPicture } from '../shot/picture'
import { TimeHandle } from './time-handle'

/** Pixels of a second. */
const scale = 36

export function ScaleStrip() {
  const { board, blocks, of, view, act } = useBoardNow()
  const border = useBorder()
  const lengths = new Map<Block, number>()
  for (const { id, duration } of board.shots) {
    const block = of.get(id)
    if (block) lengths.set(block, (lengths.get(block) ?? 0) + duration)
  }
  return (
    <div className="overflow-x-auto px-5 py-4" data-columns={Math.max(1, board.shots.length)}>
      <div className="flex w-max flex-col gap-1.5">
        <div className="flex">
          {blocks.map((block) => (
            <Bracket key={block.shotIds[0]} block={block} width={(lengths.get(block) ?? 0) * scale} />
          ))}
        </div>
        <div className="flex">
          {board.shots.map((shot, at) => (
            <Cell key={shot.id} {...{ shot, at, act }} {...view(shot)} {...border(at)} />
          ))}
          <button
            type="button"
            data-add
            onClick={() => act.add()}
            className="flex w-28 flex-col items-center justify-center gap-1.5 rounded-control border border-dashed border-edge text-ink-2 hover:bg-raised hover:text-ink"
          >
            <Plus aria-hidden className="size-4" />
            Add shot
          </button>
        </div>
      </div>
    </div>
  )
}

const Bracket = memo(function Bracket({ block, width }: { block: Block; width: number }) {
  return (
    <div style={{ width }} className="flex min-w-0 flex-col gap-1 overflow-hidden pr-1">
      <div className="flex items-center justify-between gap-2 pr-2.5">
        <BlockNote block={block} />
        <span className="text-12 text-ink-2 tabular-nums">{blockPrice(block)}</span>
      </div>
      <span aria-hidden className="h-1.5 border-x border-t border-edge" />
    </div>
  )
})

/** A shot, and what stands before it. */
const Cell = memo(function Cell({ left, block, before, tail, wishes, ...segment }: ShotProps & Border) {
  const { shot, at, state, act } = segment
  return (
    <div className="relative" style={{ width: shot.duration * scale }}>
      <Segment {...segment} />
      {block && before && block !== before && (
        <span className="absolute top-7 -left-[13px] z-20">
          <Seam {...{ block, before, left, at, tail, wishes }} right={shot} head={state} />
        </span>
      )}
      {left && (
        <TimeHandle {...{ left, at, scale, act }} right={shot} className="absolute inset-y-0 -left-[7px] z-10" />
      )}
    </div>
  )
})

const Segment = memo(function Segment(props: ShotProps) {
  const { shot, at, state, selected, wrongLength, act } = props
  const { over, ...drag } = useDragged(shot.id, act)
  return (
    <article
      data-shot={shot.id}
      {...drag}
      className={cx(
        'relative mr-1 flex h-48 flex-col gap-1.5 overflow-hidden rounded-control bg-raised',
        selected && 'outline-2 -outline-offset-2 outline-focus',
        over && 'outline-2 -outline-offset-2 outline-edge outline-dashed',
      )}
    >
      <OpenShot {...props} />
      <div className="h-20 shrink-0 bg-monitor" data-theme="dark">
        <ShotPicture shot={shot} state={state} crop />
      </div>
      <div className="flex items-center gap-1.5 px-1.5">
        <ShotNumber shot={shot} at={at} />
        <ShotSeconds shot={shot} at={at} act={act} invalid={wrongLength} />
        <span className="flex-1" />
        <ShotMark state={state} bare />
      </div>
      <p className="line-clamp-4 px-1.5 text-12 leading-[17px] break-words">{shot.prompt || 'No words yet'}</p>
    </article>
  )
})
