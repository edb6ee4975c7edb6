// What a turn to another model sets aside, in words.
import type { Change } from '@/lib/models/carry'
import type { Input } from '@/lib/models/input'
import type { Workflow } from '@/lib/models/row'
import { keysOf } from '@/lib/models/standing'
import { startInput } from '@/lib/models/start'

const lists = new Set(['shots', 'elements', 'referenceImages', 'referenceVideos', 'voices'])

function named({ field, label, from }: Change, input: Input): string {
  if (field === 'elements') return (input.elements ?? []).map(({ id }) => id).join(', ')
  return lists.has(field) ? `the ${from} ${label.toLowerCase()}` : label.toLowerCase()
}

const joined = (words: string[]) =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? '')

/** Without what a fresh form held anyway: nobody wrote it, so nothing is lost with it. */
export function authored(changes: readonly Change[], from: Workflow, input: Input): Change[] {
  const start = startInput(from)
  return changes.filter(({ field }) => {
    const use = from.fields[field]
    const keys = use ? keysOf(field, use.limits) : []
    return keys.some((key) => input[key] !== undefined && JSON.stringify(input[key]) !== JSON.stringify(start[key]))
  })
}

/** "Drops the 4 shots and keeper; 15 s → 10 s" */
export function warning(changes: readonly Change[], input: Input): string {
  const drops = changes.filter(({ to }) => to === undefined).map((change) => named(change, input))
  const moves = changes.flatMap(({ from, to }) => (to === undefined ? [] : [`${from} → ${to}`]))
  return [drops.length > 0 ? `Drops ${joined(drops)}` : '', ...moves].filter(Boolean).join('; ')
}

/** "length 15 s → 10 s, the 4 shots and keeper set aside" */
export function account(changes: readonly Change[], input: Input): string {
  const drops = changes.filter(({ to }) => to === undefined).map((change) => named(change, input))
  const moves = changes.flatMap(({ label, from, to }) =>
    to === undefined ? [] : [`${label.toLowerCase()} ${from} → ${to}`],
  )
  return [...moves, drops.length > 0 ? `${joined(drops)} set aside` : ''].filter(Boolean).join(', ')
}
