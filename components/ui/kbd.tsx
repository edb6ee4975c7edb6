import { cx } from './cx'

/** One key cap. Hidden from screen readers; the key is told by aria-keyshortcuts where it acts. */
export function Kbd({ children, className }: { children: string; className?: string | undefined }) {
  return (
    <kbd
      aria-hidden
      className={cx(
        'inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-picture border border-line bg-raised px-1 font-mono text-11 text-ink-2 touch:hidden',
        className,
      )}
    >
      {children}
    </kbd>
  )
}
