'use client'
// A block's name, seconds and price; pressed, it says why it was packed so and what can be done about it.
import { ArrowLeftToLine, ArrowRightToLine, Lock, LockOpen, Scissors, Undo2, Unlink } from 'lucide-react'
import { memo } from 'react'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { seconds } from '@/components/ui/figure'
import { Popover } from '@/components/ui/popover'
import type { Row } from '@/lib/models/row'
import { type Around, type Block, notOne } from '@/lib/storyboard/plan'
import type { Board } from '@/lib/storyboard/storyboard'
import { type Act, number } from '../desk/act'
import { blockPrice } from './money'
import { useBoardNow } from './now'

export type BlockProps = {
  block: Block
  before: Block | undefined
  board: Board
  row: Row
  around: Around
  act: Act
}

/** Why a block cannot be joined to the whole of the one before; nothing when it can. */
export function joinReason({ block, before, board, row, around }: Omit<BlockProps, 'act'>): string | undefined {
  if (!before) return 'Nothing stands before it.'
  if (before.locked || block.locked) return 'Locked blocks stay as they are.'
  return notOne(board, [...before.shotIds, ...block.shotIds], row, around)
}

type Props = { block: Block; continued?: boolean }

export const BlockNote = memo(function BlockNote({ block, continued = false }: Props) {
  return (
    <Popover
      label={`Block ${block.name}`}
      className="w-80"
      trigger={
        <button
          type="button"
          className="room flex min-w-0 items-center gap-1.5 rounded-picture text-13 whitespace-nowrap hover:underline"
        >
          {block.locked && <Lock aria-label="Locked" className="size-3.5 text-ink-2" />}
          <span className={continued ? 'text-ink-2' : 'font-medium'}>
            Block {block.name}
            {continued ? ', continued' : ''}
          </span>
          {!continued && <span className="text-ink-2 tabular-nums">{seconds(block.seconds)}</span>}
        </button>
      }
    >
      <Why block={block} />
    </Popover>
  )
})

/** Why it was packed so, and what can be done about it. */
function Why({ block }: { block: Block }) {
  const { blocks, board, row, around, act } = useBoardNow()
  const place = blocks.indexOf(block)
  const [before, after] = [blocks[place - 1], blocks[place + 1]]
  const [first = ''] = block.shotIds
  const wishes = block.shotIds.filter((id) => board.wishes?.breaks?.[id])
  const at = (id: string) => board.shots.findIndex((shot) => shot.id === id)
  const why = joinReason({ block, before, board, row, around })
  return (
    <>
      <p className="text-14 tight">
        Block {block.name} · {seconds(block.seconds)} · {blockPrice(block)}
      </p>
      <ul className="mt-1.5 flex flex-col gap-1 text-ink-2">
        {block.why.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap gap-1.5">
        {before && (
          <Button
            size="tool"
            icon={<Unlink className="size-4" />}
            {...(why ? { disabled: true, focusableWhenDisabled: true, title: why } : {})}
            onClick={() => act.wishBreak(first, 'join')}
          >
            Join with {before.name}
          </Button>
        )}
        {!block.locked &&
          block.shotIds.slice(1).map((id) => (
            <Button
              key={id}
              size="tool"
              icon={<Scissors className="size-4" />}
              onClick={() => act.wishBreak(id, 'split')}
            >
              Split before {number(at(id))}
            </Button>
          ))}
        <Button
          size="tool"
          icon={block.locked ? <LockOpen className="size-4" /> : <Lock className="size-4" />}
          onClick={() => (block.locked ? act.unlock(block.shotIds) : act.lock(block.shotIds))}
        >
          {block.locked ? 'Unlock' : 'Lock'}
        </Button>
        {before && (
          <Button
            size="tool"
            icon={<ArrowLeftToLine className="size-4" />}
            onClick={() => act.moveTo(block.shotIds, before.shotIds[0] ?? '')}
          >
            Earlier
          </Button>
        )}
        {after && (
          <Button
            size="tool"
            icon={<ArrowRightToLine className="size-4" />}
            onClick={() => act.moveTo(block.shotIds, after.shotIds.at(-1) ?? '')}
          >
            Later
          </Button>
        )}
        {wishes.length > 0 && (
          <Button
            size="tool"
            icon={<Undo2 className="size-4" />}
            onClick={() => {
              for (const id of wishes) act.wishBreak(id, undefined)
            }}
          >
            As the plan would
          </Button>
        )}
      </div>
      {why && before && <p className={cx('mt-2 text-12 text-ink-3')}>Joining: {why}</p>}
    </>
  )
}
