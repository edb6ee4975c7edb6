'use client'
// The phone's bars: above, what the board is; below, a new shot and the next action.
import { ChevronLeft, ListChecks, ListTree, Plus, Redo2, Undo2 } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { PhoneBar } from '@/components/ui/phone-bar'
import { useWide } from '@/components/ui/window'
import { BoardTitle, SavingLine } from './board-bar'
import type { Desk, DeskState } from './desk'

type Props = {
  desk: Desk
  state: DeskState
  model: ReactNode
  next: ReactNode
  onShots: () => void
  onCheck: () => void
  onDecide: () => void
  onAdd: () => void
}

export function BoardPhone({ desk, state, model, next, onShots, onCheck, onDecide, onAdd }: Props) {
  const wide = useWide()
  if (wide) return null
  const { past, future } = state.history
  return (
    <>
      <PhoneBar className="gap-0 px-1">
        <IconButton label="To all boards" nativeButton={false} render={<Link href="/storyboards" />}>
          <ChevronLeft />
        </IconButton>
        <div className="min-w-0 flex-1 overflow-hidden">
          <BoardTitle desk={desk} state={state} />
        </div>
        <IconButton label="Undo" aria-disabled={past.length === 0} onClick={desk.undo}>
          <Undo2 />
        </IconButton>
        <IconButton label="Redo" aria-disabled={future.length === 0} onClick={desk.redo}>
          <Redo2 />
        </IconButton>
        <IconButton label="Shots and look" onClick={onShots}>
          <ListTree />
        </IconButton>
      </PhoneBar>
      <div className="flex h-12 items-center gap-2 border-b border-line bg-panel px-3">
        {model}
        <SavingLine state={state} onDecide={onDecide} />
        <span className="flex-1" />
        <IconButton label="Check all" onClick={onCheck}>
          <ListChecks />
        </IconButton>
      </div>
      <div className="fixed inset-x-0 bottom-[calc(56px+env(safe-area-inset-bottom))] z-20 flex h-[68px] items-center gap-3 border-t border-line bg-panel px-4">
        <Button size="bar" icon={<Plus className="size-4" />} onClick={onAdd}>
          Shot
        </Button>
        {next}
      </div>
    </>
  )
}
