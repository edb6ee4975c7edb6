// What a command has at hand: the board as it stands, what is selected, and what can be done with it.
import type { LucideIcon } from 'lucide-react'
import type { Control } from '@/components/media/player-control'
import type { Block } from '@/lib/storyboard/plan'
import type { ScriptKind } from '@/lib/storyboard/script'
import type { BoardShot } from '@/lib/storyboard/storyboard'
import type { Act } from '../desk/act'
import type { Desk, DeskState } from '../desk/desk'
import type { Draft } from '../desk/draft'
import type { Offer } from '../plan/scope'

export type Hand = {
  /** The hand as it stands when it is asked: what is drawn may be a moment older. */
  now: () => Hand
  desk: Desk
  state: DeskState
  draft: Draft
  act: Act
  control: Control
  wide: boolean
  /** On the phone: a press on a shot takes it along. */
  marking: boolean
  mark: (on: boolean) => void
  /** The shot that is shown, its place, and all that are selected, in the order of the board. */
  shot: BoardShot | undefined
  at: number
  ids: readonly string[]
  /** The shot's block, whether it begins with the shot, and the blocks around it. */
  block: Block | undefined
  begins: boolean
  before: Block | undefined
  after: Block | undefined
  joinReason: () => string | undefined
  offer: Offer | undefined
  offers: readonly Offer[]
  render: (offer: Offer) => void
  open: (what: 'check' | 'queue' | 'film' | 'versions') => void
  save: (what: 'zip' | ScriptKind) => void
  nextLayout: () => void
  /** The keyboard goes along with a shot that changed its place. */
  focus: () => void
}

export type Command = {
  id: string
  /** A function where it says something else by what is selected. */
  label: string | ((hand: Hand) => string)
  /** What the sheet of keys says. */
  about: string
  icon: LucideIcon
  group: 'Shots' | 'Plan' | 'Film' | 'Render'
  /** The first is shown, all are heard. */
  keys?: readonly string[]
  /** Heard while a text is written, too. */
  writing?: true
  /** The reason why it cannot be done now; nothing when it can. */
  not?: (hand: Hand) => string | undefined
  run(hand: Hand): void
}

export const noShot = ({ ids }: Hand) => (ids.length === 0 ? 'No shot is selected' : undefined)
