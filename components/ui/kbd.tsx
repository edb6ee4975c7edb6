import { cx } from './cx'

type Props = {
  children: string
  /** In a text about keys: read aloud, and shown on touch screens too. */
  always?: boolean
  className?: string | undefined
}

/** One key cap. Beside a control it is silent; aria-keyshortcuts tells it there. */
export function Kbd({ children, always = false, className }: Props) {
  return (
    <kbd
      aria-hidden={always ? undefined : true}
      className={cx(
        'inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-picture border px-1 font-mono text-11',
        always ? undefined : 'touch:hidden',
        className ?? 'border-line bg-raised text-ink-2',
      )}
    >
      {children}
    </kbd>
  )
}
