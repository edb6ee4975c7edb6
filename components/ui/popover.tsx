'use client'
import { Late, late } from './late'
import type { PopoverProps } from './popover-popup'

const PopoverPopup = late(() => import('./popover-popup').then((part) => part.PopoverPopup))

export function Popover(props: PopoverProps) {
  return (
    <Late face={props.trigger} onPress={() => props.onOpenChange?.(true)}>
      {(pressed) => <PopoverPopup {...props} defaultOpen={pressed} />}
    </Late>
  )
}
