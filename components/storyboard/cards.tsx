'use client'
// The board as cards: rows of as many as fit, brackets of blocks above them, seams in the gaps.
import { Plus } from 'lucide-react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { cx } from '@/components/ui/cx'
import type { Row } from '@/lib/models/row'
import type { Block } from '@/lib/storyboard/plan'
import type { Board, BoardShot } from '@/lib/storyboard/storyboard'
import type { Act } from './act'
import { BlockNote } from './block-note'
import { blockPrice } from './money'
import { Seam } from './seam'
import { ShotCard } from './shot-card'
import type { ShotView } from './shot-view'
import { TimeHandle } from './time-handle'

export type BoardViewProps = {
  board: Board
  row: Row
  blocks: readonly Block[]
  of: ReadonlyMap<string, Block>
  view: (shot: BoardShot, at: number) => ShotView
  act: Act
}

/** Between cards, in pixels; handles and seams stand in its middle. */
const gap = 20
const least = 180

export function Cards(props: BoardViewProps) {
  const { board } = props
  const box = useRef<HTMLDivElement>(null)
  const { columns, width } = useColumns(box)
  const places = board.shots.length + 1
  const rows = Array.from({ length: Math.ceil(places / columns) }, (_, index) => index * columns)
  return (
    <div ref={box} data-columns={columns} className="flex flex-col gap-4 px-5 py-4">
      {rows.map((from) => (
        <CardRow key={from} {...props} from={from} columns={columns} scale={Math.max(12, width / columns / 5)} />
      ))}
      {board.shots.length === 0 && (
        <p className="text-12 text-ink-2">
          An empty board. Add the first shot, or import a script on the page of all boards.
        </p>
      )}
      <span className="sr-only" aria-live="polite">
        {board.shots.length} shots
      </span>
    </div>
  )
}

type RowProps = BoardViewProps & { from: number; columns: number; scale: number }

function CardRow({ from, columns, scale, ...props }: RowProps) {
  const { board, of, view, act } = props
  const shots = board.shots.slice(from, from + columns)
  const hasAdd = from + columns > board.shots.length
  return (
    <div
      className="-mx-5 -my-2 grid gap-y-1.5 px-5 py-2 [contain-intrinsic-size:auto_270px] [content-visibility:auto]"
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`, columnGap: gap }}
    >
      <Brackets {...props} shots={shots} from={from} />
      {shots.map((shot, index) => {
        const at = from + index
        const before = board.shots[at - 1]
        const block = of.get(shot.id)
        const earlier = before && of.get(before.id)
        return (
          <div key={shot.id} style={{ gridRow: 2 }} className="relative min-w-0">
            <ShotCard shot={shot} at={at} act={act} {...view(shot, at)} />
            {before && block && block === earlier && (
              <TimeHandle
                left={before}
                right={shot}
                at={at}
                scale={scale}
                act={act}
                className="absolute top-8 -left-[15px] z-10 h-14"
              />
            )}
            {block && earlier && block !== earlier && (
              // At the head of a row it stands in the margin, which is narrower than a gap.
              <span className={cx('absolute top-10 z-10', index === 0 ? '-left-5' : '-left-[21px]')}>
                <Seam {...props} block={block} before={earlier} />
              </span>
            )}
          </div>
        )
      })}
      {hasAdd && (
        <button
          type="button"
          data-add
          style={{ gridRow: 2 }}
          onClick={() => act.add()}
          className="flex min-h-40 flex-col items-center justify-center gap-1.5 rounded-control border border-dashed border-edge text-ink-2 hover:bg-raised hover:text-ink"
        >
          <Plus aria-hidden className="size-4" />
          Add shot
        </button>
      )}
    </div>
  )
}

/** One bracket over each run of cards that share an order; without a corner where it goes on in another row. */
function Brackets({ shots, from, ...props }: BoardViewProps & { shots: readonly BoardShot[]; from: number }) {
  const { board, of, blocks } = props
  const runs: { block: Block; count: number; start: string; end: string }[] = []
  for (const shot of shots) {
    const block = of.get(shot.id)
    const last = runs.at(-1)
    if (!block) continue
    if (last?.block === block) {
      last.count += 1
      last.end = shot.id
    } else runs.push({ block, count: 1, start: shot.id, end: shot.id })
  }
  return runs.map(({ block, count, start, end }) => {
    const begins = block.shotIds[0] === start
    const ends = block.shotIds.at(-1) === end
    return (
      <div
        key={`${block.name} ${from}`}
        style={{ gridColumn: `span ${count}`, gridRow: 1 }}
        className="flex min-w-0 flex-col gap-1"
      >
        <div className="flex items-center justify-between gap-2">
          <BlockNote
            {...props}
            board={board}
            block={block}
            before={blocks[blocks.indexOf(block) - 1]}
            after={blocks[blocks.indexOf(block) + 1]}
            continued={!begins}
          />
          {ends && <span className="text-12 text-ink-2 tabular-nums">{blockPrice(block)}</span>}
        </div>
        <span
          aria-hidden
          className={`h-1.5 border-t border-edge ${begins ? 'border-l' : ''} ${ends ? 'border-r' : ''}`}
        />
      </div>
    )
  })
}

function useColumns(box: RefObject<HTMLDivElement | null>) {
  const [now, setNow] = useState({ columns: 4, width: 800 })
  useEffect(() => {
    const at = box.current
    if (!at) return
    const watcher = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 800
      setNow({ columns: Math.max(1, Math.floor((width + gap) / (least + gap))), width })
    })
    watcher.observe(at)
    return () => watcher.disconnect()
  }, [box])
  return now
}
