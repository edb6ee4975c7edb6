'use client'
// Where two blocks meet: a button that shows how, and the inspector behind it.
import { Link2, Scissors, SquareSplitHorizontal } from 'lucide-react'
import { type ComponentProps, memo, useState } from 'react'
import { late } from '@/components/ui/late'
import type { Seam as Kind } from '@/lib/storyboard/storyboard'
import { useBoardNow } from '../plan/now'
import type { Border } from './border'
import { type Meeting, useWarning } from './view'

const SeamInspector = late(() => import('./inspector').then((part) => part.SeamInspector))

const seamLooks: Record<Kind, { icon: typeof Scissors; words: string }> = {
  cut: { icon: Scissors, words: 'Cut' },
  keyframe: { icon: SquareSplitHorizontal, words: 'Shared picture' },
  continue: { icon: Link2, words: 'Continues' },
}

type Props = Border & Pick<Meeting, 'right' | 'at' | 'head'> & { words?: boolean }

/** Nothing where the board has changed under it. `words`: the way they meet is also written beside it. */
export function Seam({ block, before, left, tail, words = false, ...right }: Props) {
  return block && before && left && tail && <SeamButton {...{ block, before, left, tail, words }} {...right} />
}

const SeamButton = memo(function SeamButton({ words, ...meeting }: Meeting & { words: boolean }) {
  const { block, before, at, left, right } = meeting
  const [open, setOpen] = useState(false)
  // Once opened it stays mounted, so that it can fade away.
  const [wanted, want] = useState(false)
  const { icon: Icon, words: said } = seamLooks[block.seam]
  const warnings = useWarning(meeting)
  const warned = warnings.length > 0
  return (
    <>
      <span className="inline-flex items-center gap-2 text-12 text-ink-2">
        <button
          type="button"
          data-seam={right.id}
          aria-haspopup="dialog"
          aria-label={`${said} between blocks ${before.name} and ${block.name}${warned ? `; ${warnings.join(' ')}` : ''}`}
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
      {wanted && <Opened {...{ block, before, at, left, right, open }} onClose={() => setOpen(false)} />}
    </>
  )
})

type OpenedProps = Pick<
  ComponentProps<typeof SeamInspector>,
  'block' | 'before' | 'at' | 'left' | 'right' | 'open' | 'onClose'
>

const Opened = (props: OpenedProps) => <SeamInspector {...useBoardNow()} {...props} />
