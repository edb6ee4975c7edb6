'use client'
// What a shot's left border shows, in pieces that stay the same for as long as they say the same.
import { useBoardNow } from '../plan/now'
import type { Meeting } from './view'

/** Nothing stands before the first shot, and no block holds one that the plan has not heard of yet. */
export type Border = { [K in 'left' | 'block' | 'before' | 'tail' | 'wishes']: Meeting[K] | undefined }

export function useBorder(): (at: number) => Border {
  const { board, of, view } = useBoardNow()
  return (at) => {
    const [left, shot] = [board.shots[at - 1], board.shots[at]]
    return {
      left,
      block: shot && of.get(shot.id),
      before: left && of.get(left.id),
      tail: left && view(left).state,
      wishes: board.wishes,
    }
  }
}
