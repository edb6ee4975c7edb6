'use client'
import { CircleHelp, Monitor, Moon, Search, Settings, Sun } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { turnPalette } from '@/components/palette/source'
import { cx } from '@/components/ui/cx'
import { IconButton, IconLink } from '@/components/ui/icon-button'
import { Keys } from '@/components/ui/keys'
import { Logo } from '@/components/ui/logo'
import { isHere, places } from './place'
import { setTheme, type Theme, themes, useTheme } from './theme'

const shown: Record<Theme, { label: string; icon: ReactNode }> = {
  system: { label: 'Theme: as the system', icon: <Monitor /> },
  dark: { label: 'Theme: dark', icon: <Moon /> },
  light: { label: 'Theme: light', icon: <Sun /> },
}

export function Header({ onHelp, status }: { onHelp: () => void; status: ReactNode }) {
  const pathname = usePathname()
  const theme = useTheme()
  return (
    <header className="flex h-12 shrink-0 items-center gap-5 border-b border-line bg-panel px-4 max-lg:gap-3 max-md:hidden">
      <Link href="/" className="flex items-center gap-2.5 rounded-picture pr-2 text-14 tight">
        <Logo />
        Reelboard
      </Link>
      <nav aria-label="Screens" className="flex h-full gap-1">
        {places
          .filter((place) => place.in.includes('header'))
          .map(({ href, label }) => {
            const here = isHere(href, pathname)
            return (
              <Link
                key={href}
                href={href}
                aria-current={here ? 'page' : undefined}
                className={cx(
                  'relative flex h-full items-center rounded-picture px-3 max-lg:px-2 font-medium -outline-offset-4 transition-colors duration-80',
                  here
                    ? 'text-ink after:absolute after:inset-x-3 max-lg:after:inset-x-2 after:-bottom-px after:h-0.5 after:bg-accent-edge'
                    : 'text-ink-2 hover:text-ink',
                )}
              >
                {label}
              </Link>
            )
          })}
      </nav>
      <div className="flex-1" />
      <button
        type="button"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => turnPalette(true)}
        className="flex h-8 w-[264px] items-center gap-2.5 rounded-control border border-line bg-raised px-3 text-ink-2 hover:bg-hover max-lg:w-8 max-lg:shrink-0 max-lg:justify-center max-lg:px-0"
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span className="flex-1 truncate text-left max-lg:sr-only">Find or do anything</span>
        <span className="max-lg:hidden">
          <Keys of="Mod+K" />
        </span>
      </button>
      {status}
      <div className="flex items-center gap-1">
        <IconButton
          label={shown[theme].label}
          onClick={() => setTheme(themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system')}
        >
          {shown[theme].icon}
        </IconButton>
        <IconButton label="Keys" keys="?" onClick={onHelp}>
          <CircleHelp />
        </IconButton>
        <IconLink href="/settings" label="Settings" here={isHere('/settings', pathname)}>
          <Settings />
        </IconLink>
      </div>
    </header>
  )
}
