// Commands on the blocks of the plan.
import { ArrowLeftToLine, ArrowRightToLine, Link2, ListChecks, Lock, Scissors } from 'lucide-react'
import { type Command, noShot } from './hand'

export const planCommands: readonly Command[] = [
  {
    id: 'begin-block',
    label: 'Begin a block with this shot',
    about: 'Begin a block with the shot',
    icon: Scissors,
    group: 'Plan',
    keys: ['B'],
    not: (hand) =>
      noShot(hand) ??
      (hand.begins ? 'A block begins here already' : hand.block?.locked ? 'Its block is locked' : undefined),
    run: ({ act, shot }) => shot && act.wishBreak(shot.id, 'split'),
  },
  {
    id: 'join-block',
    label: ({ block, before }) => (before ? `Join block ${block?.name} to ${before.name}` : 'Join to the block before'),
    about: 'Join the block to the one before',
    icon: Link2,
    group: 'Plan',
    keys: ['Shift+B'],
    not: (hand) => noShot(hand) ?? hand.joinReason(),
    run: ({ act, block }) => block?.shotIds[0] && act.wishBreak(block.shotIds[0], 'join'),
  },
  {
    id: 'lock-block',
    label: ({ block }) => `${block?.locked ? 'Unlock' : 'Lock'} block ${block?.name ?? ''}`.trim(),
    about: 'Lock or unlock the block',
    icon: Lock,
    group: 'Plan',
    keys: ['Shift+L'],
    not: noShot,
    run: ({ act, block }) => block && (block.locked ? act.unlock(block.shotIds) : act.lock(block.shotIds)),
  },
  {
    id: 'block-earlier',
    label: ({ block }) => `Move block ${block?.name ?? ''} earlier`,
    about: 'Move the block earlier',
    icon: ArrowLeftToLine,
    group: 'Plan',
    keys: ['Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowUp'],
    not: (hand) => noShot(hand) ?? (hand.before ? undefined : 'It is the first already'),
    run: ({ act, block, before, focus }) => {
      if (block && before?.shotIds[0]) act.moveTo(block.shotIds, before.shotIds[0])
      focus()
    },
  },
  {
    id: 'block-later',
    label: ({ block }) => `Move block ${block?.name ?? ''} later`,
    about: 'Move the block later',
    icon: ArrowRightToLine,
    group: 'Plan',
    keys: ['Alt+Shift+ArrowRight', 'Alt+Shift+ArrowDown'],
    not: (hand) => noShot(hand) ?? (hand.after ? undefined : 'It is the last already'),
    run: ({ act, block, after, focus }) => {
      const last = after?.shotIds.at(-1)
      if (block && last) act.moveTo(block.shotIds, last)
      focus()
    },
  },
  {
    id: 'check',
    label: 'Check all before paying',
    about: 'Check all before paying',
    icon: ListChecks,
    group: 'Plan',
    keys: ['C'],
    run: ({ open }) => open('check'),
  },
]
