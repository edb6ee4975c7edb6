// Where one provider has a model for each tier, another has one model and a mode for each.
import type { Row, Workflow } from './row'

const modes: Readonly<Record<string, string>> = { Standard: 'std', Pro: 'pro', '4K': '4k' }

/** The mode that stands for the tier of a row; nothing for rows that are no single tier. */
export const modeOfTier = (row: Pick<Row, 'tier'> | undefined): string | undefined => row && modes[row.tier]

/** The mode as this way of working takes it; nothing where it has none of that name. */
export const modeIn = ({ fields }: Workflow, mode: string | undefined): { mode?: string } =>
  mode !== undefined && fields.mode?.limits.options.includes(mode) ? { mode } : {}
