// Every key of the screens that stand, for the help dialog.
export const keySheet: readonly { title: string; keys: readonly (readonly [string, string])[] }[] = [
  {
    title: 'Everywhere',
    keys: [
      ['?', 'These keys'],
      ['G C', 'Go to Compose'],
      ['G B', 'Go to Storyboards'],
      ['G G', 'Go to Gallery'],
      ['G M', 'Go to Models'],
      ['G L', 'Go to Library'],
      ['G S', 'Go to Settings'],
      ['Esc', 'Close what is open'],
    ],
  },
  { title: 'Compose', keys: [['⌘ ↵', 'Render']] },
  {
    title: 'Storyboard',
    keys: [
      ['← ↑ ↓ →', 'Walk the shots'],
      ['Alt ←', 'Move the shot earlier'],
      ['Alt →', 'Move the shot later'],
      ['Enter', 'Write its words; Esc goes back'],
      ['N', 'New shot'],
      ['D', 'Duplicate'],
      ['Del', 'Remove'],
      ['⌘ Z', 'Undo'],
      ['⇧ ⌘ Z', 'Redo'],
      ['⌘ ↵', 'Render'],
    ],
  },
  {
    title: 'Gallery',
    keys: [
      ['← ↑ ↓ →', 'Walk the cards'],
      ['Enter', 'Open'],
      ['Space', 'Play the card, or stop'],
      ['R', 'Use again in Compose'],
      ['D', 'Download'],
      ['Del', 'Delete, after asking'],
      ['/', 'Search'],
    ],
  },
  {
    title: 'Player',
    keys: [
      ['Space', 'Play or pause'],
      ['J K L', 'Back, stop, forward; again for faster'],
      [', .', 'One frame back, forward'],
      ['← →', 'The take before, the take after'],
      ['M', 'Sound on or off'],
      ['O', 'Loop'],
      ['F', 'Full screen'],
      ['Home End', 'First frame, last frame'],
    ],
  },
]
