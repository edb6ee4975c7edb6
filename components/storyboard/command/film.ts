// Commands on the board as a whole, and the orders of it.
import {
  Clapperboard,
  Download,
  FileClock,
  FileText,
  FileVideo,
  GalleryVerticalEnd,
  ListOrdered,
  Play,
  Redo2,
  Undo2,
} from 'lucide-react'
import type { Command } from './hand'

export const filmCommands: readonly Command[] = [
  {
    id: 'undo',
    label: 'Undo',
    about: 'Undo',
    icon: Undo2,
    group: 'Film',
    keys: ['Mod+Z'],
    writing: true,
    not: ({ state: { history, shortened } }) =>
      history.past.length > 0
        ? undefined
        : shortened
          ? 'This tab kept no more over its reload; what was before is among the earlier versions'
          : 'Nothing was changed here',
    run: ({ desk }) => desk.undo(),
  },
  {
    id: 'redo',
    label: 'Redo',
    about: 'Redo',
    icon: Redo2,
    group: 'Film',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    writing: true,
    not: ({ state }) => (state.history.future.length === 0 ? 'Nothing was undone' : undefined),
    run: ({ desk }) => desk.redo(),
  },
  {
    id: 'play',
    label: ({ control }) => (control.playing ? 'Stop' : 'Play from here'),
    about: 'Play, or stop',
    icon: Play,
    group: 'Film',
    keys: ['Space'],
    run: ({ control }) => control.toggle(),
  },
  {
    id: 'view',
    label: 'Next view: cards, strip, list',
    about: 'Cards, strip, list',
    icon: GalleryVerticalEnd,
    group: 'Film',
    keys: ['V'],
    not: ({ wide }) => (wide ? undefined : 'The phone shows the list'),
    run: ({ nextLayout }) => nextLayout(),
  },
  {
    id: 'film',
    label: 'The film and the animatic as files',
    about: 'The film as a file',
    icon: FileVideo,
    group: 'Film',
    keys: ['Shift+F'],
    run: ({ open }) => open('film'),
  },
  {
    id: 'versions',
    label: 'Earlier versions',
    about: 'Earlier versions of the board',
    icon: FileClock,
    group: 'Film',
    run: ({ open }) => open('versions'),
  },
  {
    id: 'export',
    label: 'Download the board with its pictures',
    about: 'Download the board as one file',
    icon: Download,
    group: 'Film',
    keys: ['Shift+E'],
    run: ({ save }) => save('zip'),
  },
  ...(
    [
      ['fountain', 'Fountain'],
      ['list', 'Markdown'],
      ['csv', 'CSV'],
    ] as const
  ).map(
    ([kind, name]): Command => ({
      id: `script-${kind}`,
      label: `Download the script as ${name}`,
      about: `Download the script as ${name}`,
      icon: FileText,
      group: 'Film',
      not: ({ draft }) => (draft.shots.length === 0 ? 'There are no shots' : undefined),
      run: ({ save }) => save(kind),
    }),
  ),
]

export const renderCommands: readonly Command[] = [
  {
    id: 'render',
    label: ({ offer }) => offer?.label ?? 'Render missing',
    about: 'Render what is missing',
    icon: Clapperboard,
    group: 'Render',
    keys: ['Mod+Enter'],
    writing: true,
    run: ({ offer, render }) => offer && render(offer),
  },
  ...(
    [
      ['selected', 'Render the selected', 'R'],
      ['stale', 'Render what is out of date', undefined],
      ['all', 'Render everything', undefined],
    ] as const
  ).map(
    ([key, label, press]): Command => ({
      id: `render-${key}`,
      label,
      about: label,
      icon: Clapperboard,
      group: 'Render',
      ...(press ? { keys: [press] } : {}),
      not({ offers }) {
        const one = offers.find((offer) => offer.key === key)
        return one?.why ?? one?.reason
      },
      run: ({ offers, render }) => {
        const offer = offers.find((one) => one.key === key)
        if (offer) render(offer)
      },
    }),
  ),
  {
    id: 'queue',
    label: 'Orders on their way and waiting',
    about: 'The queue of orders',
    icon: ListOrdered,
    group: 'Render',
    keys: ['Q'],
    run: ({ open }) => open('queue'),
  },
]
