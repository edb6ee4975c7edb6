// The screens that stand, in the order of the header; help, header and tabs read this list.
import {
  Boxes,
  LayoutGrid,
  LayoutPanelTop,
  LibraryBig,
  type LucideIcon,
  Settings,
  Wallet,
  WandSparkles,
} from 'lucide-react'

/** `short` is for the phone's tabs, `key` follows a G. */
type Place = {
  href: string
  label: string
  short?: string
  key?: string
  icon: LucideIcon
  in: readonly ('header' | 'tabs' | 'more')[]
}

export const places: readonly Place[] = [
  { href: '/', label: 'Compose', key: 'c', icon: WandSparkles, in: ['header', 'tabs'] },
  {
    href: '/storyboards',
    label: 'Storyboards',
    short: 'Boards',
    key: 'b',
    icon: LayoutPanelTop,
    in: ['header', 'tabs'],
  },
  { href: '/gallery', label: 'Gallery', key: 'g', icon: LayoutGrid, in: ['header', 'tabs'] },
  { href: '/library', label: 'Library', key: 'l', icon: LibraryBig, in: ['header', 'tabs'] },
  { href: '/models', label: 'Models', key: 'm', icon: Boxes, in: ['header', 'more'] },
  { href: '/spend', label: 'Spend', icon: Wallet, in: ['more'] },
  { href: '/settings', label: 'Settings', key: 's', icon: Settings, in: ['more'] },
]

export const isHere = (href: string, pathname: string) =>
  href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`)
