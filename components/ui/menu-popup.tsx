'use client'
import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
import { cx } from './cx'
import { Keys } from './keys'
import { popup, row } from './popup'

export type Entry =
  | 'line'
  | {
      label: ReactNode
      icon?: ReactNode
      note?: ReactNode
      keys?: string
      /** Listed, not possible, with the reason. */
      reason?: string | undefined
      onPick: () => void
    }

export type MenuProps = {
  trigger: ReactElement
  entries: readonly Entry[]
  align?: 'start' | 'end'
  label?: string
  defaultOpen?: boolean
}

export function MenuPopup({ trigger, entries, align = 'end', label, defaultOpen = false }: MenuProps) {
  return (
    <Base.Root defaultOpen={defaultOpen}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} className="z-50">
          <Base.Popup aria-label={label} className={cx(popup, 'min-w-48 p-1')}>
            {entries.map((entry, at) =>
              entry === 'line' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing else to be told apart by
                <Base.Separator key={at} className="mx-1 my-1 h-px bg-line" />
              ) : (
                <Base.Item
                  // biome-ignore lint/suspicious/noArrayIndexKey: labels may be more than words, and the list does not change while open
                  key={at}
                  disabled={entry.reason !== undefined}
                  onClick={entry.onPick}
                  className={cx(row, '[&_svg]:size-4')}
                >
                  {entry.icon}
                  <span className="flex-1">
                    {entry.label}
                    {entry.reason && <span className="block text-12 text-ink-3">{entry.reason}</span>}
                  </span>
                  {entry.note !== undefined && <span className="text-ink-2 tabular-nums">{entry.note}</span>}
                  {entry.keys && <Keys of={entry.keys} />}
                </Base.Item>
              ),
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
