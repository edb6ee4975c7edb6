// The one filled button of a screen (next), ordinary ones (plain) and bare ones (quiet).
import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { Kbd } from './kbd'
import { Press, type PressProps } from './press'

/** `grave` is for the dialog that asks before something is lost, and nowhere else. */
type Kind = 'next' | 'plain' | 'quiet' | 'grave'
type Size = 'large' | 'bar' | 'normal' | 'tool' | 'card'

const sizes: Record<Size, string> = {
  large: 'h-10 px-4 text-14 rounded-group touch:h-12',
  bar: 'h-9 px-4 text-13 rounded-group touch:h-12',
  normal: 'h-8 px-3 text-13 rounded-control touch:min-h-11',
  tool: 'h-7 px-2.5 text-13 rounded-control touch:min-h-11',
  card: 'h-6 px-2 text-12 rounded-control room',
}

const kinds: Record<Kind, string> = {
  next: 'forced-color-adjust-none bg-accent text-on-accent tight ring-1 ring-inset ring-accent-edge hover:bg-accent-hover active:bg-accent-hover',
  plain:
    'bg-raised text-ink font-medium border border-line hover:bg-hover data-[pressed]:bg-hover data-[popup-open]:bg-hover',
  grave: 'bg-raised text-failed font-medium border border-line hover:bg-hover',
  quiet: 'text-ink-2 hover:bg-hover hover:text-ink data-[popup-open]:bg-hover',
}

const box =
  'inline-flex shrink-0 items-center justify-center gap-2 whitespace-nowrap select-none transition-colors duration-80'

export type ButtonProps = Omit<PressProps, 'children' | 'className'> & {
  kind?: Kind
  size?: Size
  icon?: ReactNode
  /** Stands after a hairline: "$2.52". */
  price?: ReactNode
  /** Shown as a key cap after the words: "⌘↵". */
  keys?: string
  /** Why it cannot be pressed now. It takes the place of the words and keeps the focus; onClick should lead to what is wrong. */
  reason?: string | undefined
  /** Drawn by hand to the left of the words, for a name longer than the words. */
  className?: string
  children?: ReactNode
}

export function Button({
  kind = 'plain',
  size = kind === 'next' ? 'large' : 'normal',
  icon,
  price,
  keys,
  reason,
  className,
  children,
  ...rest
}: ButtonProps) {
  const barred = reason !== undefined
  return (
    <Press
      {...rest}
      {...(barred ? { 'aria-disabled': true } : {})}
      className={cx(
        box,
        'data-[disabled]:text-ink-3 data-[disabled]:bg-hover',
        sizes[size],
        // A reason is read whole, on as many lines as it takes.
        barred
          ? 'h-auto! min-h-9 bg-hover forced-colors:border py-1 text-left font-medium whitespace-normal! text-ink-2'
          : kinds[kind],
        className,
      )}
    >
      {barred ? (
        <>
          <ArrowRight aria-hidden className="size-4 shrink-0" />
          <span className="min-w-0">{reason}</span>
        </>
      ) : (
        <>
          {icon}
          {children}
          {price !== undefined && (
            <>
              <span aria-hidden className="ml-1 h-4 w-px bg-current opacity-35" />
              <span className="tabular-nums">{price}</span>
            </>
          )}
          {keys !== undefined && (
            <Kbd className={kind === 'next' ? 'border-on-accent/45 text-on-accent bg-transparent' : undefined}>
              {keys}
            </Kbd>
          )}
        </>
      )}
    </Press>
  )
}

type LinkProps = {
  href: string
  label?: string
  kind?: Extract<Kind, 'plain' | 'next'>
  size?: Size
  /** The name under which the file behind the address is saved. */
  download?: string
  className?: string
  children: ReactNode
}

/** Looks like a button and leads somewhere, or saves a file. `label` is its accessible name and holds the visible words. */
export function LinkButton({ href, label, kind = 'plain', size = 'normal', download, className, children }: LinkProps) {
  const look = { 'aria-label': label, className: cx(box, sizes[size], kinds[kind], className) }
  if (download !== undefined)
    return (
      <a {...look} href={href} download={download}>
        {children}
      </a>
    )
  return (
    <Link {...look} href={href}>
      {children}
    </Link>
  )
}
