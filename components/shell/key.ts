// Every key of the screens that stand, for the help dialog. Combinations as `Keys` reads them; several apart by a space.
import { commands } from '@/components/storyboard/command/command'
import type { Command } from '@/components/storyboard/command/hand'
import { places } from './place'

type Sheet = { title: string; keys: readonly (readonly [string, string])[] }

const ofBoard = (...groups: Command['group'][]): Sheet['keys'] =>
  commands.flatMap(({ group, keys, about }) => (keys?.[0] && groups.includes(group) ? [[keys[0], about] as const] : []))

export const keySheet: readonly Sheet[] = [
  {
    title: 'Everywhere',
    keys: [
      ['Mod+K', 'Find or do anything'],
      ['?', 'These keys'],
      ...places.flatMap(({ key, label }) => (key ? [[`G ${key.toUpperCase()}`, `Go to ${label}`] as const] : [])),
      ['Escape', 'Close what is open'],
    ],
  },
  { title: 'Compose', keys: [['Mod+Enter', 'Render']] },
  {
    title: 'Motion brush',
    keys: [
      ['1 2 3 4 5 6 0', 'The moving areas, and the still one'],
      ['B E P H', 'Paint, erase, draw the path, move the picture'],
      ['[ ]', 'A narrower brush, a broader one'],
      ['ArrowLeft ArrowUp ArrowDown ArrowRight', 'Move the brush; with Shift farther'],
      ['Enter', 'Paint a dab, or set a point of the path'],
      ['Backspace', 'Take the last point away'],
      ['Delete', 'Clear the area'],
      ['Mod+Z', 'Undo'],
      ['Mod+Shift+Z', 'Redo'],
    ],
  },
  {
    title: 'Storyboard, shots',
    keys: [
      ['ArrowLeft ArrowUp ArrowDown ArrowRight', 'Walk the shots'],
      ['Shift+ArrowRight', 'Take the next one along'],
      ...ofBoard('Shots'),
    ],
  },
  { title: 'Storyboard, film', keys: ofBoard('Plan', 'Film', 'Render') },
  {
    title: 'Gallery',
    keys: [
      ['ArrowLeft ArrowUp ArrowDown ArrowRight', 'Walk the cards'],
      ['Enter', 'Open'],
      ['Space', 'Play the card, or stop'],
      ['R', 'Use again in Compose'],
      ['D', 'Download'],
      ['X', 'Pick, or pick no more; Shift and a click do the same'],
      ['C', 'Compare the two picked ones'],
      ['Escape', 'Pick none'],
      ['Delete', 'Delete, after asking'],
      ['/', 'Search'],
    ],
  },
  {
    title: 'Player',
    keys: [
      ['Space', 'Play or pause'],
      ['J K L', 'Back, stop, forward; again for faster'],
      [', .', 'One frame back, forward'],
      ['ArrowLeft ArrowRight', 'The take before, the take after'],
      ['M', 'Sound on or off'],
      ['O', 'Loop'],
      ['F', 'Full screen'],
      ['Home End', 'First frame, last frame'],
    ],
  },
]
