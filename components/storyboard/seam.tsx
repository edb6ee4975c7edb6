'use client'
// Between two blocks the film is cut. Pressed, the seam says why it is there and offers to join.
import { Scissors } from 'lucide-react'
import { TextButton } from '@/components/ui/field'
import { Popover } from '@/components/ui/popover'
import { type BlockProps, joinReason } from './block-note'

export function Seam(props: BlockProps) {
  const { block, before, act } = props
  if (!before) return null
  const reason = joinReason(props)
  return (
    <Popover
      label={`Seam between blocks ${before.name} and ${block.name}`}
      className="w-72"
      align="center"
      trigger={
        <button
          type="button"
          aria-label={`Cut between blocks ${before.name} and ${block.name}`}
          className="room flex size-[22px] items-center justify-center rounded-full border border-edge bg-panel text-ink hover:bg-hover"
        >
          <Scissors aria-hidden className="size-3" />
        </button>
      }
    >
      <p className="text-14 tight">
        {before.name} → {block.name}: a cut
      </p>
      <p className="mt-1 text-ink-2">{before.why.at(-1)}</p>
      {reason ? (
        <p className="mt-2 text-12 text-ink-3">They cannot be joined: {reason}</p>
      ) : (
        <p className="mt-2">
          <TextButton onClick={() => act.wishBreak(block.shotIds[0] ?? '', 'join')}>Join the two</TextButton>
        </p>
      )}
    </Popover>
  )
}
