'use client'
import { CircleHelp, Ellipsis, ListOrdered, Search, SunMoon } from 'lucide-react'
import Link from 'next/link'
import { usePathname, useRouter } from 'next/navigation'
import { turnPalette } from '@/components/palette/source'
import { openQueue } from '@/components/queue/open'
import { cx } from '@/components/ui/cx'
import { Menu } from '@/components/ui/menu'
import { isHere, places } from './place'
import { setTheme, themes, useTheme } from './theme'

const tab = 'relative flex h-14 flex-1 flex-col items-center justify-center gap-1 text-11 font-medium -outline-offset-4'
const look = (here: boolean) =>
  cx(
    tab,
    here
      ? 'text-ink after:absolute after:-top-px after:h-0.5 after:w-7 after:rounded-full after:bg-accent-edge'
      : 'text-ink-2',
  )

/** The phone's way around: 56 px and the safe area. */
export function Tabs({ onHelp }: { onHelp: () => void }) {
  const pathname = usePathname()
  const router = useRouter()
  const theme = useTheme()
  const more = places.filter((place) => place.in.includes('more'))
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system'
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
            <Link key={href} href={href} aria-current={here ? 'page' : undefined} className={look(here)}>
              <Icon aria-hidden className="size-5" strokeWidth={1.75} />
              {short}
            </Link>
          )
        })}
      <Menu
        label="More"
        trigger={
          <button type="button" className={look(more.some(({ href }) => isHere(href, pathname)))}>
            <Ellipsis aria-hidden className="size-5" strokeWidth={1.75} />
            More
          </button>
        }
        entries={[
          ...more.map(({ href, label, icon: Icon }) => ({
            label,
            icon: <Icon aria-hidden />,
            onPick: () => router.push(href),
          })),
          'line',
          { label: 'Queue', icon: <ListOrdered aria-hidden />, onPick: openQueue },
          { label: 'Find or do anything', icon: <Search aria-hidden />, onPick: () => turnPalette(true) },
          { label: 'Keys', icon: <CircleHelp aria-hidden />, onPick: onHelp },
          {
            label: `Theme: ${theme === 'system' ? 'as the system' : theme}`,
            icon: <SunMoon aria-hidden />,
            onPick: () => setTheme(next),
          },
        ]}
      />
    </nav>
  )
}
