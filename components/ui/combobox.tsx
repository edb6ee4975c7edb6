'use client'
import type { ComboboxProps } from './combobox-popup'
import { cx } from './cx'
import { Late, late } from './late'

const ComboboxPopup = late(() => import('./combobox-popup').then((part) => part.ComboboxPopup))

/** A list in groups, as wide as its trigger, filtered by typing. */
export function Combobox<T>(props: ComboboxProps<T>) {
  const face = (
    <button type="button" aria-label={props.label} className={cx('text-left select-none', props.triggerClass)}>
      {props.trigger}
    </button>
  )
  return <Late face={face}>{(pressed) => <ComboboxPopup {...props} defaultOpen={pressed} />}</Late>
}
