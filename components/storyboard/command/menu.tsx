'use client'
// Commands as entries of a menu: the same label, icon, keys and reason as everywhere.
import type { Entry } from '@/components/ui/menu-popup'
import { command, labelOf, run } from './command'
import type { Hand } from './hand'

/** @param ids of commands; `line` between groups. */
export const entriesOf = (hand: Hand, ids: readonly string[]): Entry[] =>
  ids.map((id): Entry => {
    if (id === 'line') return 'line'
    const one = command(id)
    const { icon: Icon, keys, not } = one
    return {
      label: labelOf(one, hand),
      icon: <Icon aria-hidden />,
      ...(keys?.[0] ? { keys: keys[0] } : {}),
      reason: not?.(hand),
      onPick: () => run(one, hand),
    }
  })
