// The screens that stand, in the order of the header; help, header and tabs read this list.
import { Boxes, LayoutGrid, LayoutPanelTop, LibraryBig, type LucideIcon, Settings, WandSparkles } from 'lucide-react'

/** `short` is for the phone's tabs. */
type Place = { href: string; label: string; short?: string; icon: LucideIcon; in: readonly ('header' | 'tabs')[] }

export const places: readonly Place[] = [
  { href: '/', label: 'Compose', icon: WandSparkles, in: ['header', 'tabs'] },
  { href: '/storyboards', label: 'Storyboards', short: 'Boards', icon: LayoutPanelTop, in: ['header', 'tabs'] },
  { href: '/gallery', label: 'Gallery', icon: LayoutGrid, in: ['header', 'tabs'] },
  { href: '/library', label: 'Library', icon: LibraryBig, in: ['header', 'tabs'] },
  { href: '/models', label: 'Models', icon: Boxes, in: ['header', 'tabs'] },
  { href: '/settings', label: 'Settings', icon: Settings, in: ['tabs'] },
]

export const isHere = (href: string, pathname: string) =>
  href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`)
