'use client'
import { type AriaAttributes, cloneElement, type ReactElement } from 'react'
import { Late, late } from './late'
import type { PopoverProps } from './popover-popup'

const PopoverPopup = late(() => import('./popover-popup').then((part) => part.PopoverPopup))

const shut = { 'aria-haspopup': 'dialog', 'aria-expanded': false } satisfies AriaAttributes

/** Begins with its first press: a board has hundreds of them, and most are never opened. */
export function Popover(props: PopoverProps) {
  return (
    <Late
      face={cloneElement(props.trigger as ReactElement<AriaAttributes>, shut)}
      idle={props.open !== true}
      onPress={() => props.onOpenChange?.(true)}
    >
      {(pressed) => <PopoverPopup {...props} defaultOpen={pressed} />}
    </Late>
  )
}
