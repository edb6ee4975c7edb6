import { ChevronsUpDown } from 'lucide-react'
import type { Row } from '@/lib/models/row'
import { facts, providerWord } from './fact'

export const pickerBox =
  'flex w-full items-center justify-between gap-3 rounded-group border border-edge bg-raised px-3.5 py-2 hover:bg-hover'

/** The chosen model and what it can do. */
export function PickerFace({ row }: { row: Row }) {
  return (
    <>
      <span className="flex min-w-0 flex-col">
        <span className="truncate text-15 tight">{row.name}</span>
        <span className="truncate text-12 text-ink-2">
          {[row.provider === 'local' ? 'This computer' : providerWord(row.provider), ...facts(row)].join(' · ')}
        </span>
      </span>
      <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-2" />
    </>
  )
}
