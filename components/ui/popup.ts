import { cx } from './cx'

/** What every floating thing wears: overlay ground, a line, the shadow, 140 ms of fade and 4 px. */
export const popup =
  'rounded-popover border border-line bg-overlay text-ink shadow-float outline-none transition-[opacity,translate] duration-140 ease-in data-[ending-style]:translate-y-1 data-[ending-style]:opacity-0 data-[ending-style]:ease-out data-[starting-style]:translate-y-1 data-[starting-style]:opacity-0'

/** One row of a menu, a select or a combobox. */
export const row =
  'flex min-h-8 cursor-default items-center gap-2 rounded-control px-2 text-13 text-ink outline-none select-none data-[highlighted]:bg-hover data-[disabled]:text-ink-3 touch:min-h-11'

type Face = { quiet: boolean; invalid: boolean; prefix: boolean; className?: string | undefined }

/** What the trigger of a select wears, before and after the select itself is fetched. */
export const selectFace = ({ quiet, invalid, prefix, className }: Face) =>
  cx(
    'inline-flex h-8 items-center gap-2 rounded-control px-3 text-13 whitespace-nowrap text-ink select-none transition-colors duration-80 touch:h-11',
    quiet ? 'text-ink-2 hover:bg-hover' : 'border bg-raised hover:bg-hover',
    !quiet && (invalid ? 'border-failed' : prefix ? 'border-line' : 'border-edge'),
    className,
  )
