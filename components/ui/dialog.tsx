'use client'
import { Suspense, useState } from 'react'
import type { DialogProps } from './dialog-popup'
import { late } from './late'

const DialogPopup = late(() => import('./dialog-popup').then((part) => part.DialogPopup))

export function Dialog(props: DialogProps) {
  // Once opened it stays mounted, so that it can fade away.
  const [wanted, want] = useState(props.open)
  if (props.open && !wanted) want(true)
  return (
    wanted && (
      <Suspense>
        <DialogPopup {...props} />
      </Suspense>
    )
  )
}
