'use client'
import { Toggle } from '@base-ui/react/toggle'
import { ToggleGroup } from '@base-ui/react/toggle-group'
import type { ReactNode } from 'react'
import { cx } from './cx'

type Choice<T extends string> = {
  value: T
  label: ReactNode
  /** For a choice that shows only an icon. */
  name?: string
  /** Greyed, in its place, with the reason; still reachable by keyboard. */
  reason?: string | undefined
}

type Props<T extends string> = {
  label: string
  value: T
  onChange: (value: T) => void
  choices: readonly Choice<T>[]
  /** Called instead of onChange for a choice that has a reason. */
  onBarred?: (choice: Choice<T>) => void
  size?: 'normal' | 'tool'
  wide?: boolean
  invalid?: boolean
  className?: string
}

/** Two to five choices that fit; one is always on. Reasons of greyed choices stand beneath. */
export function Segments<T extends string>({
  label,
  value,
  onChange,
  choices,
  onBarred,
  size = 'normal',
  wide = false,
  invalid = false,
  className,
}: Props<T>) {
  const reasons = [...new Set(choices.flatMap(({ reason }) => (reason ? [reason] : [])))]
  return (
    <div className={cx('flex min-w-0 flex-col gap-1', wide ? 'w-full' : 'w-fit', className)}>
      <ToggleGroup
        aria-label={label}
        value={[value]}
        onValueChange={([next]) => {
          const chosen = choices.find((choice) => choice.value === next)
          if (!chosen) return
          if (chosen.reason) onBarred?.(chosen)
          else onChange(chosen.value)
        }}
        className={cx(
          'flex items-stretch gap-0 rounded-group bg-hover',
          size === 'tool' ? 'h-7' : 'h-8',
          'touch:h-11',
          invalid && 'ring-1 ring-failed',
          wide && 'w-full',
        )}
      >
        {choices.map((choice) => (
          <Toggle
            key={choice.value}
            value={choice.value}
            aria-label={choice.name}
            aria-disabled={choice.reason ? true : undefined}
            title={choice.reason}
            className={cx(
              'flex min-w-0 items-center justify-center gap-1.5 rounded-segment border border-transparent px-3 text-13 text-ink-2 select-none transition-colors duration-80 hover:text-ink',
              'data-[pressed]:border-edge data-[pressed]:bg-raised data-[pressed]:font-medium data-[pressed]:text-ink',
              'aria-disabled:text-ink-3 aria-disabled:hover:text-ink-3',
              wide && 'flex-1',
            )}
          >
            {choice.label}
          </Toggle>
        ))}
      </ToggleGroup>
      {reasons.map((reason) => (
        <p key={reason} className="text-12 text-ink-3">
          {reason}
        </p>
      ))}
    </div>
  )
}
