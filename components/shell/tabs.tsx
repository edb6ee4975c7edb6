'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { cx } from '@/components/ui/cx'
import { isHere, places } from './place'

/** The phone's way around: 56 px and the safe area. */
export function Tabs() {
  const pathname = usePathname()
  return (
    <nav
      aria-label="Screens"
      className="fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-panel pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {places
        .filter((place) => place.in.includes('tabs'))
        .map(({ href, label, short = label, icon: Icon }) => {
          const here = isHere(href, pathname)
          return (
            <Link
              key={href}
              href={href}
              aria-current={here ? 'page' : undefined}
              className={cx(
                'relative flex h-14 flex-1 flex-col items-center justify-center gap-1 text-11 font-medium -outline-offset-4',
                here
                  ? 'text-ink after:absolute after:-top-px after:h-0.5 after:w-7 after:rounded-full after:bg-accent-edge'
                  : 'text-ink-2',
              )}
            >
              <Icon aria-hidden className="size-5" strokeWidth={1.75} />
              {short}
            </Link>
          )
        })}
    </nav>
  )
}
