// A shot of a shared order as an order of its own: its neighbours keep their parts of the take that they share.
import type { Row } from '../models/row'
import { type Around, plan } from './plan'
import type { Board } from './storyboard'

/** The block that the shot would be, and what keeps it from being ordered. */
export function alone(board: Board, shotId: string, row: Row, around: Around) {
  const { blocks, issues } = plan({ ...board, wishes: { ...board.wishes, locks: [[shotId]] } }, row, around)
  const block = blocks.find(({ shotIds }) => shotIds.length === 1 && shotIds[0] === shotId)
  return block && { block, issues: issues.filter((issue) => issue.shotId === shotId) }
}
