'use client'
import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { cx } from './cx'
import { IconButton } from './icon-button'
import { popup } from './popup'

export type DialogProps = {
  open: boolean
  onClose: () => void
  title: string
  description?: ReactNode
  /** Gets the focus first: the choice that does no harm. */
  first?: RefObject<HTMLElement | null>
  /** Buttons, the default one last. */
  actions?: ReactNode
  wide?: boolean
  /** As large as the window, without room around what is in it. */
  full?: boolean
  children?: ReactNode
}

export function DialogPopup({
  open,
  onClose,
  title,
  description,
  first,
  actions,
  wide = false,
  full = false,
  children,
}: DialogProps) {
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
    >
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity duration-140 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0" />
        <Base.Popup
          {...(first ? { initialFocus: first } : {})}
          {...(full ? { 'data-full': '' } : {})}
          className={cx(
            popup,
            'fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-32px)] w-[calc(100vw-32px)] -translate-x-1/2 -translate-y-1/2 flex-col data-[ending-style]:-translate-y-[calc(50%-4px)] data-[starting-style]:-translate-y-[calc(50%-4px)]',
            full
              ? 'h-[calc(100dvh-32px)] max-md:h-dvh max-md:max-h-dvh max-md:w-screen max-md:rounded-none max-md:border-0'
              : wide
                ? 'max-w-[640px]'
                : 'max-w-[440px]',
          )}
        >
          <div className={cx('flex justify-between gap-3', full ? 'items-center px-4 py-2' : 'items-start p-5 pb-0')}>
            <Base.Title className="text-20 tight">{title}</Base.Title>
            <Base.Close render={<IconButton label="Close" size="tool" className={cx(!full && '-mt-0.5', '-mr-1')} />}>
              <X />
            </Base.Close>
          </div>
          <div
            // Without buttons there may be nothing in it to Tab to, and its words could not be scrolled by keys.
            {...(actions || full ? {} : { tabIndex: 0, role: 'group', 'aria-label': title })}
            className={
              full
                ? 'flex min-h-0 flex-1 flex-col border-t border-line max-md:overflow-y-auto'
                : 'min-h-0 overflow-y-auto rounded-popover p-5 pt-2 -outline-offset-4'
            }
          >
            {description !== undefined && <Base.Description className="text-ink-2">{description}</Base.Description>}
            {children}
          </div>
          {actions && <div className="flex flex-wrap justify-end gap-2 p-5 pt-0">{actions}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
