import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'
import { Kbd } from './kbd'

type Props = {
  words: ReactNode
  keys?: string | undefined
  side?: 'top' | 'bottom' | 'left' | 'right'
  children: ReactElement
}

/** Words for a control that shows only an icon; the control carries its own accessible name, so they are not read twice. */
export function Tooltip({ words, keys, side = 'bottom', children }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className="z-60">
          <Base.Popup
            aria-hidden
            className="flex items-center gap-2 rounded-control border border-line bg-overlay px-2 py-1 text-12 text-ink shadow-float transition-opacity duration-140 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0"
          >
            {words}
            {keys && <Kbd>{keys}</Kbd>}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

export const TooltipProvider = Base.Provider
