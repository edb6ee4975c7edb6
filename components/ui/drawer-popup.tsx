'use client'
import { Drawer as Base } from '@base-ui/react/drawer'
import { X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { cx } from './cx'
import { IconButton } from './icon-button'

export type DrawerProps = {
  open: boolean
  onClose: () => void
  title: string
  /** `right`, `left`: 360 wide; `bottom`: a share of the height, for phones. */
  side?: 'right' | 'left' | 'bottom'
  /** Of the window's height, for the bottom one. */
  tall?: boolean
  /** Gets the focus first. */
  first?: RefObject<HTMLElement | null>
  children: ReactNode
}

const places = { right: 'justify-end', left: 'justify-start', bottom: 'items-end' } as const
const beside = 'h-full w-[360px] max-w-[calc(100vw-44px)] translate-x-[var(--drawer-swipe-movement-x)] border-line'
const slides = {
  right: 'border-l data-[ending-style]:translate-x-full data-[starting-style]:translate-x-full',
  left: 'border-r data-[ending-style]:-translate-x-full data-[starting-style]:-translate-x-full',
  bottom:
    'w-full translate-y-[var(--drawer-swipe-movement-y)] rounded-t-bar border-t border-line pb-[env(safe-area-inset-bottom)] data-[ending-style]:translate-y-full data-[starting-style]:translate-y-full',
} as const

export function DrawerPopup({ open, onClose, title, side = 'bottom', tall = false, first, children }: DrawerProps) {
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
      swipeDirection={side === 'bottom' ? 'down' : side}
    >
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity duration-220 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0" />
        <Base.Viewport className={cx('fixed inset-0 z-50 flex', places[side])}>
          <Base.Popup
            {...(first ? { initialFocus: first } : {})}
            className={cx(
              'flex flex-col bg-panel text-ink outline-none transition-transform duration-220 ease-in data-[ending-style]:ease-out data-[swiping]:duration-0',
              side === 'bottom' ? cx(slides.bottom, tall ? 'h-[92dvh]' : 'h-[50dvh]') : cx(beside, slides[side]),
            )}
          >
            <div className="flex h-12 shrink-0 items-center justify-between gap-3 border-b border-line pr-2 pl-4">
              <Base.Title className="text-14 tight">{title}</Base.Title>
              <Base.Close render={<IconButton label="Close" />}>
                <X />
              </Base.Close>
            </div>
            <Base.Content className="min-h-0 flex-1 scroll-quiet overscroll-contain">{children}</Base.Content>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
