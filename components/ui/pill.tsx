import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'

type Props = Omit<ComponentProps<'button'>, 'className'> & {
  icon?: ReactNode
  count?: number
  on: boolean
  className?: string
  children: ReactNode
}

/** A filter: icon, word, count; the chosen one inverted, one with nothing behind it stays and is ink-3. */
export function Pill({ icon, count, on, className, children, ...rest }: Props) {
  return (
    <button
      type="button"
      aria-pressed={on}
      {...rest}
      className={cx(
        'inline-flex h-[30px] shrink-0 items-center gap-1.5 rounded-full border px-3 text-13 whitespace-nowrap select-none transition-colors duration-80 touch:h-11 touch:px-4 [&_svg]:size-3.5',
        on
          ? 'border-ink bg-ink font-medium text-ground'
          : cx('border-line hover:bg-hover', count === 0 ? 'text-ink-3' : 'text-ink-2'),
        className,
      )}
    >
      {icon}
      {children}
      {count !== undefined && (
        <span className={cx('tabular-nums', !on && count > 0 && 'font-medium text-ink')}>{count}</span>
      )}
    </button>
  )
}
