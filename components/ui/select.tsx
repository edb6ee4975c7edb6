'use client'
import { ChevronDown } from 'lucide-react'
import { cx } from './cx'
import { Late, late } from './late'
import { selectFace } from './popup'
import type { SelectProps } from './select-popup'

const SelectPopup = late(() => import('./select-popup').then((part) => part.SelectPopup))

/** Beyond five choices, or where they do not fit. Greyed options stay with their reason. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, value, options, placeholder = 'choose', prefix = false, quiet = false, invalid = false } = props
  const face = (
    <button type="button" className={selectFace({ quiet, invalid, prefix, className: props.className })}>
      <span className={prefix ? 'text-ink-2' : 'sr-only'}>{label}</span>
      <span className={cx('min-w-0 flex-1 truncate text-left', prefix && 'font-medium')}>
        {options.find((option) => option.value === value)?.label ?? placeholder}
      </span>
      <ChevronDown className="size-4 text-ink-2" />
    </button>
  )
  return <Late face={face}>{(pressed) => <SelectPopup {...props} defaultOpen={pressed} />}</Late>
}
