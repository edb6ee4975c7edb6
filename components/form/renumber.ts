'use client'
import { renumbered } from '@/lib/models/handles'
// A list whose entries are called by number in the words: when one changes its place, the words follow, and say so.
import type { Input, InputKey } from '@/lib/models/input'
import { say } from '../ui/toast'
import { type Draft, useDesk, useWrite } from './draft'

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Writes the list after the entry at `from` went to `to`; taken out, it goes behind the last. */
export function useRenumber(of: InputKey): (list: readonly unknown[], from: number, to: number) => void {
  const { workflow } = useDesk()
  const { patch, at, read } = useWrite()
  return (list, from, to) => {
    const { input, parked } = read()
    const after = renumbered(workflow, input, of, from, to)
    patch({ [of]: list.length > 0 ? list : undefined, ...changed(input, after) })
    const aside: Draft['parked'] = renumbered(workflow, parked, of, from, to)
    if (!same(aside, parked)) at('parked', aside)
    if (same(input, after)) return
    say({
      words: 'The numbers in the words follow the list.',
      id: `renumber-${of}`,
      action: {
        label: 'Undo',
        onClick: () => {
          const now = read().input
          if (!same(now.prompt, after.prompt) || !same(now.shots, after.shots))
            return say({ words: 'The words were changed since; nothing was undone.' })
          patch({ [of]: input[of], ...changed(after, input) })
          at('parked', parked)
        },
      },
    })
  }
}

const changed = (before: Input, after: Input): Partial<Record<InputKey, unknown>> => ({
  ...(same(before.prompt, after.prompt) ? {} : { prompt: after.prompt }),
  ...(same(before.shots, after.shots) ? {} : { shots: after.shots }),
})
