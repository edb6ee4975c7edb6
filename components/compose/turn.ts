// Turning the draft to another model or workflow: what stays, what is set aside, and in which words that is told.
import { type Change, carry, startInput } from '@/lib/models/carry'
import type { Input } from '@/lib/models/input'
import type { Row, Workflow } from '@/lib/models/row'
import { keysOf } from '@/lib/models/standing'
import { modeIn, modeOfTier } from '@/lib/models/tier'
import type { Draft } from '../form/draft'

export type Turn = { row: Row; workflow: Workflow; draft: Draft; changes: Change[] }

/** @param own the row that the draft is for now. */
export function turnTo(draft: Draft, row: Row, workflow: Workflow, from: Workflow, own: Row | undefined): Turn {
  const carried = carry(draft.input, row, workflow, from)
  const { changes } = carried
  // A tier there is a mode here, so the film stays as large and as dear as it was.
  const mode = draft.input.mode === undefined ? modeOfTier(own) : undefined
  const input = { ...carried.input, ...modeIn(workflow, mode) }
  return {
    row,
    workflow,
    changes,
    draft: { provider: row.provider, model: row.model, workflow: workflow.id, input, parked: draft.parked },
  }
}

/** The same way to use it where the model has it, else the one that loses least. */
export function bestTurn(draft: Draft, row: Row, from: Workflow, own: Row | undefined): Turn | undefined {
  const same = row.workflows.find(({ id }) => id === draft.workflow)
  if (same) return turnTo(draft, row, same, from, own)
  const turns = row.workflows.map((workflow) => turnTo(draft, row, workflow, from, own))
  return turns.sort((a, b) => a.changes.length - b.changes.length)[0]
}

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
