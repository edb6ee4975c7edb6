// Shapes of picture that a row lists, as width to height.
import type { Row, Workflow } from '../models/row'

const shapesIn = ({ fields }: Workflow): string[] =>
  (fields.size?.limits.sizes ?? []).flatMap(({ aspectRatio }) => (aspectRatio ? [aspectRatio] : []))

/** Of all its workflows, in the order of the row. */
export const shapesOf = (row: Row): string[] => [...new Set(row.workflows.flatMap(shapesIn))]

/** The wanted shape is one that the workflow is asked for and does not list. Where a picture decides, none is asked for. */
export const lacksShape = (workflow: Workflow, wanted: string | undefined) =>
  wanted !== undefined && workflow.fields.size !== undefined && !shapesIn(workflow).includes(wanted)
