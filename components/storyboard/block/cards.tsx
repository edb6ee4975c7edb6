'use client'
// The board as cards: rows of as many as fit, brackets of blocks above them, seams in the gaps.
import { Plus } from 'lucide-react'
import { memo, type RefObject, useEffect, useRef, useState } from 'react'
import { cx } from '@/components/ui/cx'
import type { Block } from '@/lib/storyboard/plan'
import type { BoardShot } from '@/lib/storyboard/storyboard'
import { blockPrice } from '../plan/money'
import { BlockNote } from '../plan/note'
import { useBoardNow } from '../plan/now'
import { type Border, useBorder } from '../seam/border'
import { Seam } from '../seam/seam'
import { ShotCard, type ShotProps } from '../shot/card'
import { TimeHandle } from './time-handle'

/** Between cards, in pixels; handles and seams stand in its middle. */
const gap = 20
const least = 180

export function Cards() {
  const { board } = useBoardNow()
  const box = useRef<HTMLDivElement>(null)
  const { columns, width } = useColumns(box)
  const places = board.shots.length + 1
  const rows = Array.from({ length: Math.ceil(places / columns) }, (_, index) => index * columns)
  return (
    <div ref={box} data-columns={columns} className="flex flex-col gap-4 px-5 py-4">
      {rows.map((from) => (
        <CardRow key={from} from={from} columns={columns} scale={Math.max(12, width / columns / 5)} />
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

type RowProps = { from: number; columns: number; scale: number }

function CardRow({ from, columns, scale }: RowProps) {
  const { board, view, act } = useBoardNow()
  const border = useBorder()
  const shots = board.shots.slice(from, from + columns)
  const hasAdd = from + columns > board.shots.length
  return (
    <div
      className="-mx-5 -my-2 grid gap-y-1.5 px-5 py-2 [contain-intrinsic-size:auto_270px] [content-visibility:auto]"
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`, columnGap: gap }}
    >
      <Brackets shots={shots} />
      {shots.map((shot, index) => (
        <Cell
          key={shot.id}
          {...{ shot, act, scale }}
          {...view(shot)}
          {...border(from + index)}
          at={from + index}
          first={index === 0}
        />
      ))}
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

/** A card, and what stands before it. `first`: of its row. */
const Cell = memo(function Cell({
  left,
  block,
  before,
  tail,
  wishes,
  scale,
  first,
  ...card
}: ShotProps & Border & { scale: number; first: boolean }) {
  const { shot, at, state, act } = card
  return (
    <div style={{ gridRow: 2 }} className="relative min-w-0">
      <ShotCard {...card} />
      {left && block && block === before && (
        <TimeHandle {...{ left, at, scale, act }} right={shot} className="absolute top-8 -left-[15px] z-10 h-14" />
      )}
      {left && block && before && block !== before && (
        // At the head of a row it stands in the margin, which is narrower than a gap.
        <span className={cx('absolute top-10 z-10', first ? '-left-5' : '-left-[21px]')}>
          <Seam {...{ block, before, left, at, tail, wishes }} right={shot} head={state} />
        </span>
      )}
    </div>
  )
})

type Run = { block: Block; count: number; start: string; end: string }

/** One bracket over each run of cards that share an order; without a corner where it goes on in another row. */
function Brackets({ shots }: { shots: readonly BoardShot[] }) {
  const { of } = useBoardNow()
  const runs: Run[] = []
  for (const shot of shots) {
    const block = of.get(shot.id)
    const last = runs.at(-1)
    if (!block) continue
    if (last?.block === block) {
      last.count += 1
      last.end = shot.id
    } else runs.push({ block, count: 1, start: shot.id, end: shot.id })
  }
  return runs.map((run) => <Bracket key={run.block.name} {...run} />)
}

const Bracket = memo(function Bracket({ block, count, start, end }: Run) {
  const begins = block.shotIds[0] === start
  const ends = block.shotIds.at(-1) === end
  return (
    <div style={{ gridColumn: `span ${count}`, gridRow: 1 }} className="flex min-w-0 flex-col gap-1">
      <div className="flex items-center justify-between gap-2">
        <BlockNote block={block} continued={!begins} />
        {ends && <span className="text-12 text-ink-2 tabular-nums">{blockPrice(block)}</span>}
      </div>
      <span
        aria-hidden
        className={`h-1.5 border-t border-edge ${begins ? 'border-l' : ''} ${ends ? 'border-r' : ''}`}
      />
    </div>
  )
})

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
