'use client'
import { Late, late } from './late'
import type { MenuProps } from './menu-popup'

const MenuPopup = late(() => import('./menu-popup').then((part) => part.MenuPopup))

export function Menu(props: MenuProps) {
  return <Late face={props.trigger}>{(pressed) => <MenuPopup {...props} defaultOpen={pressed} />}</Late>
}
