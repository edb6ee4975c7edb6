'use client'
import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { popup, row, selectFace } from './popup'

export type Option<T extends string> = { value: T; label: string; note?: ReactNode; reason?: string | undefined }

export type SelectProps<T extends string> = {
  /** Accessible name; shown before the value when `prefix` is set. */
  label: string
  value: T | null
  onChange: (value: T) => void
  options: readonly Option<T>[]
  placeholder?: string
  /** "Model any": the label in ink-2, the value in 500. */
  prefix?: boolean
  quiet?: boolean
  invalid?: boolean
  id?: string
  describedBy?: string | undefined
  defaultOpen?: boolean
  className?: string
}

export function SelectPopup<T extends string>({
  label,
  value,
  onChange,
  options,
  placeholder = 'choose',
  prefix = false,
  quiet = false,
  invalid = false,
  id,
  describedBy,
  defaultOpen = false,
  className,
}: SelectProps<T>) {
  return (
    <Base.Root
      items={options as Option<T>[]}
      value={value}
      defaultOpen={defaultOpen}
      onValueChange={(next) => {
        if (next !== null) onChange(next)
      }}
    >
      <Base.Trigger
        id={id}
        aria-label={label}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        className={selectFace({ quiet, invalid, prefix, className })}
      >
        {prefix && <span className="text-ink-2">{label}</span>}
        <Base.Value
          placeholder={placeholder}
          className={cx('min-w-0 flex-1 truncate text-left', prefix && 'font-medium')}
        />
        <Base.Icon className="text-ink-2">
          <ChevronDown className="size-4" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} align="start" className="z-50">
          <Base.Popup className={cx(popup, 'min-w-[var(--anchor-width)] max-w-[min(24rem,var(--available-width))]')}>
            <Base.List className="max-h-[min(22rem,var(--available-height))] overflow-y-auto p-1">
              {options.map((option) => (
                <Base.Item
                  key={option.value}
                  value={option.value}
                  disabled={option.reason !== undefined}
                  className={cx(row, 'justify-between')}
                >
                  <span className="flex min-w-0 flex-col">
                    <Base.ItemText>{option.label}</Base.ItemText>
                    {option.reason && <span className="text-12 text-ink-3">{option.reason}</span>}
                  </span>
                  <span className="flex items-center gap-2 text-12 text-ink-2">
                    {option.note}
                    <span className="w-4">
                      <Base.ItemIndicator>
                        <Check className="size-4 text-ink" />
                      </Base.ItemIndicator>
                    </span>
                  </span>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
