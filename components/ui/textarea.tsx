'use client'
import { type ComponentProps, useId } from 'react'
import { Counter } from './counter'
import { cx } from './cx'

type Props = Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'className'> & {
  value: string
  onChange: (value: string) => void
  /** Shows the live counter. Never cuts: over the limit the words stay, in the failed colour. */
  max?: number
  /** Without edge and ground, inside a card that shows what it is. */
  bare?: boolean
  invalid?: boolean
  /** Left of the counter. */
  foot?: React.ReactNode
  className?: string
}

/** As tall as its rows, and grows with its words. */
export function Textarea({
  value,
  onChange,
  max,
  bare = false,
  invalid = false,
  rows = 2,
  foot,
  className,
  ...rest
}: Props) {
  const counter = useId()
  const over = max !== undefined && value.length > max
  const described = [rest['aria-describedby'], max === undefined ? undefined : counter].filter(Boolean).join(' ')
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <textarea
        {...rest}
        // What is sized by its content takes no notice of rows.
        style={{ minBlockSize: `calc(${rows}lh + ${bare ? 0 : 18}px)` }}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        aria-invalid={invalid || over || undefined}
        aria-describedby={described || undefined}
        className={cx(
          'block field-sizing-content w-full resize-none text-13 text-ink outline-offset-2 touch:text-14 touch:leading-[21px]',
          bare
            ? 'rounded-chip bg-transparent'
            : cx('rounded-control border bg-raised px-3 py-2', invalid || over ? 'border-failed' : 'border-edge'),
          className,
        )}
      />
      {(max !== undefined || foot !== undefined) && (
        <div className="flex items-center justify-between gap-3">
          <span className="text-12 text-ink-3">{foot}</span>
          {max !== undefined && <Counter id={counter} length={value.length} max={max} />}
        </div>
      )}
    </div>
  )
}
