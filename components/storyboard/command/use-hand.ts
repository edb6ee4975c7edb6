'use client'
import { useLayoutEffect, useRef } from 'react'
import { openQueue } from '@/components/queue/open'
import type { Row } from '@/lib/models/row'
import { joinReason } from '../plan/note'
import type { Planned } from '../plan/use-plan'
import type { Hand } from './hand'
import { focusShot } from './key'

type Given = Pick<
  Hand,
  | 'desk'
  | 'state'
  | 'act'
  | 'control'
  | 'wide'
  | 'marking'
  | 'mark'
  | 'shot'
  | 'at'
  | 'ids'
  | 'offer'
  | 'offers'
  | 'render'
  | 'nextLayout'
> & { row: Row; planned: Planned; onCheck: () => void; onFilm: () => void; onVersions: () => void }

/** Everything that a command may ask for, as it stands now. */
export function useHand({ row, planned, onCheck, onFilm, onVersions, ...given }: Given): Hand {
  const { desk, state, shot } = given
  const draft = state.history.now
  const block = shot && planned.of.get(shot.id)
  const index = block ? planned.blocks.indexOf(block) : -1
  const before = planned.blocks[index - 1]
  const latest = useRef<Hand>(undefined)
  const hand: Hand = {
    ...given,
    now: () => latest.current ?? hand,
    draft,
    block,
    begins: block !== undefined && block.shotIds[0] === shot?.id,
    before,
    after: index < 0 ? undefined : planned.blocks[index + 1],
    joinReason: () =>
      block ? joinReason({ block, before, board: draft, row, around: planned.around }) : 'No shot is selected',
    open: (what) => ({ check: onCheck, film: onFilm, queue: openQueue, versions: onVersions })[what](),
    save: (what) => void import('./download').then(({ download }) => download(desk.read().history.now, what)),
    focus: () =>
      requestAnimationFrame(() => {
        const { shot } = hand.now()
        if (shot) focusShot(shot.id)
      }),
  }
  // Once it is on the screen, so that nothing is ordered that was not seen.
  useLayoutEffect(() => {
    latest.current = hand
  })
  return hand
}
