// Rows that take a mode make with one name what others sell as several models; a board keeps its standing between them.
import { rowOf } from '../models/catalog'
import type { Row, Workflow } from '../models/row'
import { modeIn, modeOfTier } from '../models/tier'
import type { Board } from './storyboard'

/** The modes of a row, each with its words; none when it takes no mode. */
export function modesOf({ workflows }: Row): { value: string; label: string }[] {
  const found = new Map<string, string>()
  for (const { fields } of workflows)
    for (const option of fields.mode?.limits.options ?? [])
      found.set(String(option), fields.mode?.limits.labels?.[String(option)] ?? String(option))
  return [...found].map(([value, label]) => ({ value, label }))
}

/** What the board asks for: its own choice, or the tier of the model that it stands on. Nothing: as the row begins. */
export function modeOf({ settings }: Pick<Board, 'settings'>): string | undefined {
  if (settings?.mode !== undefined) return settings.mode
  return modeOfTier(rowOf(settings?.provider ?? '', settings?.model ?? ''))
}

/** The mode for this way of working, where it has the one that is asked for. */
export const modeFor = (board: Board, workflow: Workflow) => modeIn(workflow, modeOf(board))
