'use client'
// The bar above a board: its title, how it is kept, undo, views, model, check, and the next action.
import {
  Check,
  CloudOff,
  Ellipsis,
  ListChecks,
  LoaderCircle,
  OctagonAlert,
  PanelLeft,
  Pencil,
  Redo2,
  Undo2,
} from 'lucide-react'
import { useRouter } from 'next/navigation'
import { memo, type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextButton } from '@/components/ui/field'
import { seconds } from '@/components/ui/figure'
import { IconButton } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'
import { Segments } from '@/components/ui/segments'
import { say } from '@/components/ui/toast'
import { boardSeconds } from '@/lib/storyboard/storyboard'
import type { Hand } from './command/hand'
import { entriesOf } from './command/menu'
import type { Desk, Saving } from './desk/desk'
import { useDeskState } from './desk/use-desk'

export const layouts = ['cards', 'strip', 'list'] as const
export type BoardLayout = (typeof layouts)[number]

const kept: Record<Saving, { words: string; icon: ReactNode }> = {
  saved: { words: 'Saved', icon: <Check /> },
  waiting: { words: 'Saving', icon: <Pencil /> },
  saving: { words: 'Saving', icon: <LoaderCircle /> },
  offline: { words: 'Not saved, kept in this browser', icon: <CloudOff /> },
  refused: { words: 'Not saved', icon: <OctagonAlert /> },
}

export const boardMenu = [
  'play',
  'select-all',
  'queue',
  'versions',
  'line',
  'film',
  'export',
  'script-fountain',
  'script-list',
  'script-csv',
] as const

type Props = {
  hand: Hand
  layout: BoardLayout
  onLayout: (layout: BoardLayout) => void
  onCheck: () => void
  /** Opens the question of two sides again. */
  onDecide: () => void
  /** Opens the drawer of the navigator, where it is not a column. */
  onShots?: (() => void) | undefined
  model: ReactNode
  /** The button of the film. */
  film: ReactNode
  next: ReactNode
}

export const BoardBar = memo(function BoardBar(props: Props) {
  const { hand, layout, onLayout, onCheck, onDecide, onShots, model, film, next } = props
  const { desk, draft } = hand
  const { shots } = draft
  return (
    <div className="flex h-12 shrink-0 items-center gap-3 border-b border-line bg-panel px-4 max-lg:gap-1.5 max-lg:px-2 max-md:hidden">
      {onShots && (
        <IconButton label="Shots and look" onClick={onShots}>
          <PanelLeft />
        </IconButton>
      )}
      <BoardTitle desk={desk} />
      <p className="text-12 whitespace-nowrap text-ink-2 tabular-nums max-lg:hidden">
        {shots.length} {shots.length === 1 ? 'shot' : 'shots'} · {seconds(boardSeconds(shots))}
      </p>
      <SavingLine desk={desk} onDecide={onDecide} />
      <UndoRedo desk={desk} />
      <span className="flex-1" />
      <Segments
        label="View"
        size="tool"
        className="shrink-0"
        value={layout}
        onChange={onLayout}
        choices={[
          { value: 'cards', label: 'Cards' },
          { value: 'strip', label: 'Strip' },
          { value: 'list', label: 'List' },
        ]}
      />
      {model}
      <Button
        size="bar"
        className="px-3"
        aria-label="Check all"
        icon={<ListChecks className="size-4" />}
        onClick={onCheck}
      >
        <span className="max-lg:hidden">Check all</span>
      </Button>
      {film}
      {next}
      <Menu
        label="Board"
        trigger={
          <IconButton label="More with this board">
            <Ellipsis />
          </IconButton>
        }
        entries={entriesOf(hand, boardMenu)}
      />
    </div>
  )
})

/** Written in place; an empty title is not taken. */
export function BoardTitle({ desk }: { desk: Desk }) {
  const { title } = useDeskState(desk).history.now
  const [writing, setWriting] = useState<string>()
  return (
    <input
      aria-label="Title of the board"
      value={writing ?? title}
      maxLength={200}
      onFocus={() => setWriting(title)}
      onChange={({ currentTarget: { value } }) => {
        setWriting(value)
        if (value.trim()) desk.edit((draft) => ({ ...draft, title: value.trim() }), 'title')
      }}
      onBlur={() => setWriting(undefined)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
      }}
      className="field-sizing-content h-8 max-w-64 min-w-24 max-lg:max-w-36 truncate rounded-control bg-transparent px-1.5 text-15 tight text-ink hover:bg-hover focus:bg-raised"
    />
  )
}

type SavingProps = { desk: Desk; onDecide: () => void }

export function SavingLine({ desk, onDecide }: SavingProps) {
  const { saving, why, theirs, gone } = useDeskState(desk)
  if (theirs)
    return (
      <p role="status" className="text-12 whitespace-nowrap">
        <TextButton onClick={onDecide}>Changed elsewhere: decide</TextButton>
      </p>
    )
  if (gone) return <Gone onNew={desk.asNew} />
  const { words, icon } = kept[saving]
  const wrong = saving === 'offline' || saving === 'refused'
  return (
    <p
      role="status"
      title={why}
      className={`flex min-w-0 items-center gap-1.5 text-12 whitespace-nowrap [&_svg]:size-3.5 ${wrong ? 'text-stale' : 'text-ink-2'}`}
    >
      <span aria-hidden>{icon}</span>
      <span className={wrong ? 'truncate' : 'truncate max-lg:sr-only'}>{why ? `${words}: ${why}` : words}</span>
    </p>
  )
}

/** The board was removed elsewhere while words were written here. */
function Gone({ onNew }: { onNew: () => Promise<string> }) {
  const router = useRouter()
  const keep = () =>
    onNew().then(
      (id) => router.push(`/storyboards/${id}`),
      (error: Error) => say({ words: error.message, stays: true }),
    )
  return (
    <p role="status" className="text-12 whitespace-nowrap">
      <TextButton onClick={() => void keep()}>Removed elsewhere: keep it as a new board</TextButton>
    </p>
  )
}

function UndoRedo({ desk }: { desk: Desk }) {
  const { history } = useDeskState(desk)
  return (
    <span className="flex">
      <IconButton label="Undo" keys="Mod+Z" aria-disabled={history.past.length === 0} onClick={desk.undo}>
        <Undo2 />
      </IconButton>
      <IconButton label="Redo" keys="Mod+Shift+Z" aria-disabled={history.future.length === 0} onClick={desk.redo}>
        <Redo2 />
      </IconButton>
    </span>
  )
}
