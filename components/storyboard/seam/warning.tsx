'use client'
// Before paying: where a block that carries a picture over would differ strongly from what it follows.
import { TriangleAlert } from 'lucide-react'
import type { Block } from '@/lib/storyboard/plan'
import type { Board } from '@/lib/storyboard/storyboard'
import { number } from '../desk/act'
import { plannedEnd } from './plan'
import { type SeamProps, useWarning } from './view'

export function SeamWarning({ block, board, view }: { block: Block; board: Board; view: SeamProps['view'] }) {
  const at = board.shots.findIndex(({ id }) => id === block.shotIds[0])
  const [left, right] = [board.shots[at - 1], board.shots[at]]
  return left && right && block.seam !== 'cut' ? <Warned {...{ block, board, view, at, left, right }} /> : null
}

type Props = Pick<SeamProps, 'block' | 'board' | 'view'> &
  Record<'left' | 'right', Board['shots'][number]> & { at: number }

function Warned({ block, board, view, at, left, right }: Props) {
  const [tail, head] = [view(left, at - 1).state, view(right, at).state]
  const warnings = useWarning({ block, left, tail, right, head, wishes: board.wishes })
  const place = `From ${number(at - 1)} to ${number(at)}:`
  const bare = block.seam === 'continue' && !tail.film && !plannedEnd(left)?.sure
  return (
    <>
      {bare && (
        <p className="pl-31 text-12 text-ink-3 max-md:pl-0">
          {place} nothing to compare yet; shot {number(at - 1)} has neither a film nor a last picture.
        </p>
      )}
      {warnings.map((one) => (
        <p key={one} className="flex items-start gap-1.5 pl-31 text-12 text-ink-2 max-md:pl-0">
          <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0 text-stale" />
          {place} {one}
        </p>
      ))}
    </>
  )
}
