import Link from 'next/link'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { spokenKeys } from './keys'
import { Press, type PressProps } from './press'
import { tip } from './tip'

const sizes = { normal: 'size-8 touch:size-11', tool: 'size-7 touch:size-11', card: 'size-6 room' } as const

const look =
  'inline-flex shrink-0 items-center justify-center rounded-control select-none transition-colors duration-80 hover:bg-hover hover:text-ink aria-[current=page]:bg-hover aria-[current=page]:text-ink [&_svg]:size-4'

type IconButtonProps = Omit<PressProps, 'children' | 'className'> & {
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
    <Press
      {...tip(label, keys, side)}
      aria-label={label}
      aria-keyshortcuts={keys && spokenKeys(keys)}
      aria-pressed={on}
      {...rest}
      className={cx(
        look,
        'aria-pressed:bg-hover aria-pressed:text-ink data-[popup-open]:bg-hover data-[popup-open]:text-ink aria-disabled:text-ink-3 data-[disabled]:text-ink-3 data-[disabled]:bg-transparent',
        afloat || strong ? 'text-ink' : 'text-ink-2',
        afloat && 'bg-ground',
        sizes[size],
        className,
      )}
    >
      {children}
    </Press>
  )
}

type IconLinkProps = { href: string; label: string; here?: boolean; children: ReactNode }

/** Looks like an icon button and leads somewhere. `here`: to the page that is shown. */
export function IconLink({ href, label, here = false, children }: IconLinkProps) {
  return (
    <Link
      {...tip(label)}
      href={href}
      aria-label={label}
      aria-current={here ? 'page' : undefined}
      className={cx(look, 'text-ink-2', sizes.normal)}
    >
      {children}
    </Link>
  )
}
