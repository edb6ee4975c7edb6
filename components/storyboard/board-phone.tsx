'use client'
// The phone's bars: above, what the board is; below, a new shot and the next action.
import { ChevronLeft, Ellipsis, ListTree, Plus, Redo2, Undo2 } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { shortName } from '@/components/compose/fact'
import { Button } from '@/components/ui/button'
import { seconds } from '@/components/ui/figure'
import { IconButton, IconLink } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'
import { PhoneBar } from '@/components/ui/phone-bar'
import { useWide } from '@/components/ui/window'
import type { Row } from '@/lib/models/row'
import { boardSeconds } from '@/lib/storyboard/storyboard'
import { BoardTitle, boardMenu, SavingLine } from './board-bar'
import type { Hand } from './command/hand'
import { entriesOf } from './command/menu'

type Props = {
  hand: Hand
  row: Row
  next: ReactNode
  onShots: () => void
  /** Opens what can be changed on the selected shots. */
  onMany: () => void
  onDecide: () => void
}

export const BoardPhone = memo(function BoardPhone({ hand, row, next, onShots, onMany, onDecide }: Props) {
  const wide = useWide()
  if (wide) return null
  const { desk, state, draft, act, marking, ids } = hand
  const { past, future } = state.history
  const unsaved = state.theirs !== undefined || state.saving === 'offline' || state.saving === 'refused'
  return (
    <>
      <PhoneBar className="gap-0 px-1">
        <IconLink href="/storyboards" label="To all boards">
          <ChevronLeft />
        </IconLink>
        <div className="flex min-w-0 flex-1 flex-col overflow-hidden [&_input]:h-7">
          <BoardTitle desk={desk} />
          {unsaved ? (
            <SavingLine desk={desk} onDecide={onDecide} />
          ) : (
            <p className="truncate px-1.5 text-11 text-ink-2 tabular-nums">
              {draft.shots.length} {draft.shots.length === 1 ? 'shot' : 'shots'} · {seconds(boardSeconds(draft.shots))}{' '}
              · {shortName(row)}
            </p>
          )}
        </div>
        <IconButton label="Undo" aria-disabled={past.length === 0} onClick={desk.undo}>
          <Undo2 />
        </IconButton>
        {future.length > 0 && (
          <IconButton label="Redo" onClick={desk.redo}>
            <Redo2 />
          </IconButton>
        )}
        <IconButton label="Shots, film and look" onClick={onShots}>
          <ListTree />
        </IconButton>
        <Menu
          label="Board"
          trigger={
            <IconButton label="More with this board">
              <Ellipsis />
            </IconButton>
          }
          entries={entriesOf(hand, ['check', 'mark', ...boardMenu])}
        />
      </PhoneBar>
      <div className="fixed inset-x-0 bottom-[calc(56px+env(safe-area-inset-bottom))] z-20 flex h-[68px] items-center gap-3 border-t border-line bg-panel px-4">
        {marking ? (
          <>
            <Button size="bar" onClick={() => hand.now().mark(false)}>
              Done
            </Button>
            <Button kind="next" size="bar" className="flex-1" onClick={onMany}>
              {ids.length === 1 ? 'Change 1 shot' : `Change ${ids.length} shots`}
            </Button>
          </>
        ) : (
          <>
            <Button size="bar" icon={<Plus className="size-4" />} onClick={() => act.add()}>
              Shot
            </Button>
            {next}
          </>
        )}
      </div>
    </>
  )
})
