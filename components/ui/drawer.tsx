'use client'
import { Suspense, useState } from 'react'
import type { DrawerProps } from './drawer-popup'
import { late } from './late'

const DrawerPopup = late(() => import('./drawer-popup').then((part) => part.DrawerPopup))

export function Drawer(props: DrawerProps) {
  // Once opened it stays mounted, so that it can fade away.
  const [wanted, want] = useState(props.open)
  if (props.open && !wanted) want(true)
  return (
    wanted && (
      <Suspense>
        <DrawerPopup {...props} />
      </Suspense>
    )
  )
}
