// The screens that stand, in the order of the header; help, header and tabs read this list.
import { Boxes, LayoutGrid, type LucideIcon, Settings, WandSparkles } from 'lucide-react'

type Place = { href: string; label: string; icon: LucideIcon; in: readonly ('header' | 'tabs')[] }

export const places: readonly Place[] = [
  { href: '/', label: 'Compose', icon: WandSparkles, in: ['header', 'tabs'] },
  { href: '/gallery', label: 'Gallery', icon: LayoutGrid, in: ['header', 'tabs'] },
  { href: '/models', label: 'Models', icon: Boxes, in: ['header', 'tabs'] },
  { href: '/settings', label: 'Settings', icon: Settings, in: ['tabs'] },
]

export const isHere = (href: string, pathname: string) =>
  href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`)
