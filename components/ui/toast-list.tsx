'use client'
import { Toast as Base } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { IconButton } from './icon-button'

export type Said = {
  words: string
  icon?: ReactNode
  /** One step, in a word or two. */
  action?: { label: string; onClick: () => void }
  /** Stays until it is closed. */
  stays?: boolean
  /** The same id again replaces the words. */
  id?: string
}

type Dress = { icon?: ReactNode }
const manager = Base.createToastManager<Dress>()

function put({ words, icon, action, stays = false, id }: Said) {
  const made = manager.add({
    ...(id ? { id } : {}),
    title: words,
    timeout: stays ? 0 : 6000,
    priority: stays ? 'high' : 'low',
    data: { icon },
    ...(action
      ? {
          actionProps: {
            children: action.label,
            onClick: () => {
              action.onClick()
              manager.close(made)
            },
          },
        }
      : {}),
  })
}

/** @param take is given the way to show one, once there is a place for it. */
export function ToastList({ take }: { take: (put: (said: Said) => void) => void }) {
  useEffect(() => take(put), [take])
  return (
    <Base.Provider toastManager={manager} limit={3}>
      <Base.Portal>
        {/* Over the last buttons of a dialog that fills the window. */}
        <Base.Viewport className="fixed right-4 bottom-4 z-60 flex w-[min(420px,calc(100vw-32px))] flex-col gap-2 max-md:bottom-[calc(136px+env(safe-area-inset-bottom))] md:[body:has([data-full])_&]:bottom-22">
          <List />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  )
}

function List() {
  const { toasts } = Base.useToastManager<Dress>()
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      swipeDirection="right"
      className="rounded-popover border border-line bg-overlay shadow-float transition-[opacity,translate] duration-140 ease-in data-[ending-style]:opacity-0 data-[limited]:hidden data-[starting-style]:translate-y-1 data-[starting-style]:opacity-0"
    >
      <Base.Content className="flex min-h-10 items-center gap-2.5 py-1 pr-1.5 pl-3 [&_svg]:size-4">
        {toast.data?.icon}
        <Base.Title className="min-w-0 flex-1 py-1.5 text-13 text-ink" />
        <Base.Action className="h-7 rounded-control px-2 text-13 font-medium text-accent-ink hover:bg-hover touch:h-11" />
        <Base.Close render={<IconButton label="Close this message" size="tool" />}>
          <X />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ))
}
