'use client'
// The board as it is drawn. What is opened reads the whole of it from here; what is closed is told only what it shows, so
// that a letter draws its own card and not its neighbours.
import { createContext, use } from 'react'
import type { Row } from '@/lib/models/row'
import type { Around, Block } from '@/lib/storyboard/plan'
import type { Board } from '@/lib/storyboard/storyboard'
import type { Act } from '../desk/act'
import type { ShotView } from '../shot/view'

type Now = {
  board: Board
  row: Row
  blocks: readonly Block[]
  /** The block of a shot, by the shot's id. */
  of: ReadonlyMap<string, Block>
  around: Around
  view: (shot: Board['shots'][number]) => ShotView
  act: Act
}

export const BoardNow = createContext<Now | undefined>(undefined)

export function useBoardNow(): Now {
  const now = use(BoardNow)
  if (!now) throw new Error('There is no board here.')
  return now
}
