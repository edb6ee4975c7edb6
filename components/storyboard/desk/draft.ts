// What of a board is written by the person; number, version and dates are the studio's.
import type { Storyboard } from '@/lib/storyboard/storyboard'

export type Draft = Pick<Storyboard, 'title' | 'look' | 'shots' | 'settings' | 'wishes'>

export const draftOf = ({ title, look, shots, settings, wishes }: Storyboard): Draft => ({
  title,
  shots,
  ...(look === undefined ? {} : { look }),
  ...(settings === undefined ? {} : { settings }),
  ...(wishes === undefined ? {} : { wishes }),
})

/** The same telling, whatever the order of its keys. */
export const sameDraft = (a: Draft, b: Draft) => sorted(a) === sorted(b)

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
