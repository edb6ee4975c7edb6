'use client'
import type { ReactNode } from 'react'
import { Drawer } from '@/components/ui/drawer'

type Props = {
  open: boolean
  onClose: () => void
  title: string
  phone: boolean
  tall?: boolean
  children: ReactNode
}

/** A column that has no room: from the side on a small desk, from below on the phone. */
export function SideDrawer({ phone, children, ...rest }: Props) {
  return (
    <Drawer {...rest} side={phone ? 'bottom' : 'left'}>
      {children}
    </Drawer>
  )
}
