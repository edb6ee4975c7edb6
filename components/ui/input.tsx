import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'

type Props = Omit<ComponentProps<'input'>, 'onChange' | 'className'> & {
  onChange: (value: string) => void
  /** Before the words, e.g. a magnifier. */
  icon?: ReactNode
  /** After them, e.g. a key cap. */
  end?: ReactNode
  invalid?: boolean
  className?: string
}

export function Input({ onChange, icon, end, invalid = false, className, ...rest }: Props) {
  return (
    <span
      className={cx(
        'inline-flex h-8 min-w-0 items-center gap-2 rounded-control border bg-raised px-3 text-ink-2 has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-focus touch:h-11 [&_svg]:size-4 [&_svg]:shrink-0',
        invalid ? 'border-failed' : 'border-edge',
        className,
      )}
    >
      {icon}
      <input
        {...rest}
        aria-invalid={invalid || undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
        className="h-full w-full min-w-0 bg-transparent text-13 text-ink outline-none touch:text-14 [&::-webkit-search-cancel-button]:hidden"
      />
      {end}
    </span>
  )
}
