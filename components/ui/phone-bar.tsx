import type { ReactNode } from 'react'
import { cx } from './cx'

/** The 52 px bar on top of a screen of the phone; wider windows have the header instead. */
export function PhoneBar({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div
      className={cx(
        'sticky top-0 z-20 flex h-[52px] shrink-0 items-center gap-3 border-b border-line bg-panel px-4 md:hidden',
        className,
      )}
    >
      {children}
    </div>
  )
}
