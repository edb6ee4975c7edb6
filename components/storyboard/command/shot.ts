// Commands on the selected shots.
import {
  ArrowLeft,
  ArrowRight,
  ChevronsLeftRight,
  ChevronsRightLeft,
  CopyCheck,
  CopyPlus,
  Expand,
  Pencil,
  Pin,
  Plus,
  Split,
  SquareCheck,
  Trash2,
} from 'lucide-react'
import { framings } from '@/lib/storyboard/framing'
import { framingNames } from '../shot/framing'
import { type Command, type Hand, noShot } from './hand'

const several = ({ ids }: Hand, one: string, many: string) =>
  ids.length > 1 ? many.replace('#', String(ids.length)) : one

export const shotCommands: readonly Command[] = [
  {
    id: 'new',
    label: 'New shot',
    about: 'New shot after the selected one',
    icon: Plus,
    group: 'Shots',
    keys: ['N'],
    run: ({ act, shot }) => act.add(shot?.id),
  },
  {
    id: 'write',
    label: 'Write the words',
    about: 'Write its words; Esc goes back',
    icon: Pencil,
    group: 'Shots',
    keys: ['Enter'],
    not: noShot,
    run: ({ act, shot }) => shot && act.select(shot.id, true),
  },
  {
    id: 'duplicate',
    label: (hand) => several(hand, 'Duplicate', 'Duplicate # shots'),
    about: 'Duplicate',
    icon: CopyPlus,
    group: 'Shots',
    keys: ['D'],
    not: noShot,
    run: ({ act, ids }) => act.duplicate(ids),
  },
  {
    id: 'earlier',
    label: (hand) => several(hand, 'Move earlier', 'Move # shots earlier'),
    about: 'Move earlier',
    icon: ArrowLeft,
    group: 'Shots',
    keys: ['Alt+ArrowLeft', 'Alt+ArrowUp'],
    not: (hand) => noShot(hand) ?? (hand.at === 0 ? 'It is the first already' : undefined),
    run: ({ act, ids, focus }) => {
      act.move(ids, -1)
      focus()
    },
  },
  {
    id: 'later',
    label: (hand) => several(hand, 'Move later', 'Move # shots later'),
    about: 'Move later',
    icon: ArrowRight,
    group: 'Shots',
    keys: ['Alt+ArrowRight', 'Alt+ArrowDown'],
    not: (hand) => noShot(hand) ?? (hand.at === hand.draft.shots.length - 1 ? 'It is the last already' : undefined),
    run: ({ act, ids, focus }) => {
      act.move(ids, 1)
      focus()
    },
  },
  {
    id: 'split-shot',
    label: 'Split in two shots',
    about: 'Split the shot in two',
    icon: Split,
    group: 'Shots',
    keys: ['S'],
    not: (hand) => noShot(hand) ?? ((hand.shot?.duration ?? 0) < 2 ? 'It is shorter than 2 s' : undefined),
    run: ({ act, shot }) => shot && act.split(shot.id),
  },
  {
    id: 'longer',
    label: 'One second longer',
    about: 'A second longer',
    icon: ChevronsLeftRight,
    group: 'Shots',
    keys: [']'],
    not: noShot,
    run: ({ act, ids }) => act.longer(ids, 1),
  },
  {
    id: 'shorter',
    label: 'One second shorter',
    about: 'A second shorter',
    icon: ChevronsRightLeft,
    group: 'Shots',
    keys: ['['],
    not: noShot,
    run: ({ act, ids }) => act.longer(ids, -1),
  },
  ...framings.map(
    (framing, index): Command => ({
      id: `framing-${framing}`,
      label: `Framing: ${framingNames[framing].toLowerCase()}`,
      about: `Framing ${framingNames[framing].toLowerCase()}`,
      icon: Expand,
      group: 'Shots',
      keys: [String(index + 1)],
      not: noShot,
      run: ({ act, ids }) => act.setMany(ids, { framing }),
    }),
  ),
  {
    id: 'pin',
    label: ({ shot }) => (shot?.pinned ? 'Unpin' : 'Pin'),
    about: 'Pin: edits of many pass it by',
    icon: Pin,
    group: 'Shots',
    keys: ['P'],
    not: noShot,
    run: ({ act, shot, ids }) => {
      for (const id of ids) act.set(id, { pinned: shot?.pinned ? undefined : true })
    },
  },
  {
    id: 'select-all',
    label: 'Select all shots',
    about: 'Select all; Shift and arrows select several',
    icon: CopyCheck,
    group: 'Shots',
    keys: ['Mod+A'],
    not: ({ draft }) => (draft.shots.length === 0 ? 'There are no shots' : undefined),
    run: ({ act, draft, mark, wide }) => {
      if (!wide) mark(true)
      act.selectMany(draft.shots.map(({ id }) => id))
    },
  },
  {
    id: 'mark',
    label: ({ marking }) => (marking ? 'Select one shot again' : 'Select several shots'),
    about: 'Select several by pressing them',
    icon: SquareCheck,
    group: 'Shots',
    not: ({ draft, wide }) =>
      draft.shots.length < 2 ? 'There are not several' : wide ? 'Press them with Ctrl or Shift held' : undefined,
    run: ({ mark, marking }) => mark(!marking),
  },
  {
    id: 'remove',
    label: (hand) => several(hand, 'Remove', 'Remove # shots'),
    about: 'Remove',
    icon: Trash2,
    group: 'Shots',
    keys: ['Delete', 'Backspace'],
    not: noShot,
    run: ({ act, ids }) => act.remove(ids),
  },
]
