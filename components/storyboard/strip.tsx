'use client'
// The board drawn to scale: every second is as wide as every other, and every border can be moved.
import { Plus } from 'lucide-react'
import { memo } from 'react'
import { cx } from '@/components/ui/cx'
import { BlockNote } from './block-note'
import type { BoardViewProps } from './cards'
import { useDragged } from './drag'
import { blockPrice } from './money'
import { ShotPicture } from './picture'
import { Seam } from './seam'
import { OpenShot, ShotNumber, type ShotProps, ShotSeconds } from './shot-card'
import { ShotMark } from './shot-mark'
import { TimeHandle } from './time-handle'

/** Pixels of a second. */
const scale = 36

export function ScaleStrip(props: BoardViewProps) {
  const { board, blocks, of, view, act } = props
  return (
    <div className="overflow-x-auto px-5 py-4" data-columns={Math.max(1, board.shots.length)}>
      <div className="flex w-max flex-col gap-1.5">
        <div className="flex">
          {blocks.map((block, index) => (
            <div
              key={block.shotIds[0]}
              style={{ width: width(block.shotIds, board.shots) }}
              className="flex min-w-0 flex-col gap-1 overflow-hidden pr-1"
            >
              <div className="flex items-center justify-between gap-2 pr-2.5">
                <BlockNote {...props} block={block} before={blocks[index - 1]} after={blocks[index + 1]} />
                <span className="text-12 text-ink-2 tabular-nums">{blockPrice(block)}</span>
              </div>
              <span aria-hidden className="h-1.5 border-x border-t border-edge" />
            </div>
          ))}
        </div>
        <div className="flex">
          {board.shots.map((shot, at) => {
            const before = board.shots[at - 1]
            const block = of.get(shot.id)
            const earlier = before && of.get(before.id)
            return (
              <div key={shot.id} className="relative" style={{ width: shot.duration * scale }}>
                <Segment shot={shot} at={at} act={act} {...view(shot, at)} />
                {block && earlier && block !== earlier && (
                  <span className="absolute top-7 -left-[13px] z-20">
                    <Seam {...props} block={block} before={earlier} />
                  </span>
                )}
                {before && (
                  <TimeHandle
                    left={before}
                    right={shot}
                    at={at}
                    scale={scale}
                    act={act}
                    className="absolute inset-y-0 -left-[7px] z-10"
                  />
                )}
              </div>
            )
          })}
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

const width = (ids: readonly string[], shots: BoardViewProps['board']['shots']) =>
  shots.filter(({ id }) => ids.includes(id)).reduce((sum, { duration }) => sum + duration * scale, 0)

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
