// How a shot is framed, and how that is said where its words are sent.
export const framings = ['long', 'wide', 'medium', 'close', 'detail'] as const
export type Framing = (typeof framings)[number]

export const framingWords: Readonly<Record<Framing, string>> = {
  long: 'Long shot.',
  wide: 'Wide shot.',
  medium: 'Medium shot.',
  close: 'Close-up.',
  detail: 'Detail.',
}
