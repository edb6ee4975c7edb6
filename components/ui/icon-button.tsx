import { Button as Base } from '@base-ui/react/button'
import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'
import { spokenKeys } from './keys'
import { tip } from './tip'

const sizes = { normal: 'size-8 touch:size-11', tool: 'size-7 touch:size-11', card: 'size-6 room' } as const

export type IconButtonProps = Omit<ComponentProps<typeof Base>, 'children' | 'className'> & {
  /** Accessible name and tooltip. */
  label: string
  keys?: string
  size?: keyof typeof sizes
  /** For toggles: on. Sets aria-pressed. */
  on?: boolean | undefined
  /** On a picture: a dark ground of its own. */
  afloat?: boolean
  /** In full ink: the first of a row. */
  strong?: boolean
  side?: 'top' | 'bottom' | 'left' | 'right'
  className?: string
  children?: ReactNode
}

export function IconButton({
  label,
  keys,
  size = 'normal',
  on,
  afloat = false,
  strong = false,
  side,
  className,
  children,
  ...rest
}: IconButtonProps) {
  return (
    <Base
      {...tip(label, keys, side)}
      aria-label={label}
      aria-keyshortcuts={keys && spokenKeys(keys)}
      aria-pressed={on}
      {...rest}
      className={cx(
        'inline-flex shrink-0 items-center justify-center rounded-control select-none transition-colors duration-80 hover:bg-hover hover:text-ink',
        'aria-[current=page]:bg-hover aria-[current=page]:text-ink aria-pressed:bg-hover aria-pressed:text-ink data-[popup-open]:bg-hover data-[popup-open]:text-ink aria-disabled:text-ink-3 data-[disabled]:text-ink-3 data-[disabled]:bg-transparent',
        afloat || strong ? 'text-ink' : 'text-ink-2',
        afloat && 'bg-ground',
        sizes[size],
        '[&_svg]:size-4',
        className,
      )}
    >
      {children}
    </Base>
  )
}
