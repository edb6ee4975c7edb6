'use client'
// What the palette offers on a board: its commands and its shots.
import type { PaletteEntry } from '@/components/palette/source'
import { number } from '../desk/act'
import { commands, labelOf, run } from './command'
import type { Hand } from './hand'

export function paletteOf(hand: Hand): PaletteEntry[] {
  return [
    ...commands.map((one): PaletteEntry => {
      const { id, icon: Icon, keys, not, about } = one
      return {
        key: id,
        group: 'This board',
        label: labelOf(one, hand),
        words: about,
        icon: <Icon aria-hidden />,
        ...(keys?.[0] ? { keys: keys[0] } : {}),
        reason: not?.(hand),
        run: () => run(one, hand),
      }
    }),
    ...hand.draft.shots.map(
      (shot, at): PaletteEntry => ({
        key: shot.id,
        group: 'Shots',
        label: shot.prompt || 'No words yet',
        words: `${at + 1} ${shot.scene ?? ''}`,
        icon: <span className="font-mono text-12">{number(at)}</span>,
        run: () => hand.act.select(shot.id),
      }),
    ),
  ]
}
