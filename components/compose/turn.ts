// Turning the draft to another model or workflow: what stays and what is set aside.
import { type Change, carry } from '@/lib/models/carry'
import type { Row, Workflow } from '@/lib/models/row'
import { modeIn, modeOfTier } from '@/lib/models/tier'
import type { Draft } from '../form/draft'

export type Turn = { row: Row; workflow: Workflow; draft: Draft; changes: Change[] }

/** @param own the row that the draft is made for at present. */
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
