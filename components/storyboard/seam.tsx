'use client'
// Where two blocks meet: a button that shows how, and the inspector behind it.
import { Link2, Scissors, SquareSplitHorizontal } from 'lucide-react'
import { useState } from 'react'
import { late } from '@/components/ui/late'
import type { Block } from '@/lib/storyboard/plan'
import type { Board, Seam as Kind } from '@/lib/storyboard/storyboard'
import { type SeamProps, useWarning } from './seam-view'

const SeamInspector = late(() => import('./seam-inspector').then((part) => part.SeamInspector))

const seamLooks: Record<Kind, { icon: typeof Scissors; words: string }> = {
  cut: { icon: Scissors, words: 'Cut' },
  keyframe: { icon: SquareSplitHorizontal, words: 'Shared picture' },
  continue: { icon: Link2, words: 'Continues' },
}

/** The shots on its two sides; nothing where the board has changed under it. */
function sidesOf({ block, before, board }: { block: Block; before: Block | undefined; board: Board }) {
  const at = board.shots.findIndex(({ id }) => id === block.shotIds[0])
  const [left, right] = [board.shots[at - 1], board.shots[at]]
  return before && left && right ? { at, left, right } : undefined
}

/** @param words whether the way they meet is also written beside it. */
export function Seam({ words = false, ...props }: SeamProps & { words?: boolean }) {
  const sides = sidesOf(props)
  return sides && <SeamButton {...props} {...sides} words={words} />
}

type Sides = NonNullable<ReturnType<typeof sidesOf>>

function SeamButton({ words, at, left, right, ...props }: SeamProps & Sides & { words: boolean }) {
  const { block, before, board, view } = props
  const [open, setOpen] = useState(false)
  // Once opened it stays mounted, so that it can fade away.
  const [wanted, want] = useState(false)
  const { icon: Icon, words: said } = seamLooks[block.seam]
  const warnings = useWarning(
    block,
    { left, tail: view(left, at - 1).state, right, head: view(right, at).state },
    board,
  )
  const warned = warnings.length > 0
  return (
    <>
      <span className="inline-flex items-center gap-2 text-12 text-ink-2">
        <button
          type="button"
          data-seam={right.id}
          aria-haspopup="dialog"
          aria-label={`${said} between blocks ${before?.name} and ${block.name}${warned ? `; ${warnings.join(' ')}` : ''}`}
          title={warned ? warnings.join(' ') : undefined}
          onClick={() => {
            want(true)
            setOpen(true)
          }}
          className="room relative flex size-[22px] items-center justify-center rounded-full border border-edge bg-panel text-ink hover:bg-hover"
        >
          <Icon aria-hidden className="size-3" />
          {warned && (
            <span
              aria-hidden
              className="absolute -top-1 -right-1 size-2.5 rounded-full border-2 border-panel bg-stale"
            />
          )}
        </button>
        {words && (
          <span aria-hidden>
            {said}
            {warned && <span className="text-stale"> · differs strongly</span>}
          </span>
        )}
      </span>
      {wanted && (
        <SeamInspector {...props} at={at} left={left} right={right} open={open} onClose={() => setOpen(false)} />
      )}
    </>
  )
}
