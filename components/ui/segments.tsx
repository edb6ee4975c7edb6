'use client'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
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
  // Tab leads to one of them, to the first or the one that was looked at last; arrows lead on from there.
  const [looked, look] = useState<T>()
  const stop = choices.find((choice) => choice.value === looked) ?? choices[0]
  const pick = (choice: Choice<T>) => {
    if (choice.reason) onBarred?.(choice)
    else if (choice.value !== value) onChange(choice.value)
  }
  return (
    <div className={cx('flex min-w-0 flex-col gap-1', wide ? 'w-full' : 'w-fit', className)}>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of toggles, not a form's fieldset */}
      <div
        role="group"
        aria-label={label}
        onKeyDown={hop}
        className={cx(
          'flex items-stretch gap-0 rounded-group bg-hover',
          size === 'tool' ? 'h-7' : 'h-8',
          'touch:h-11',
          invalid && 'ring-1 ring-failed',
          wide && 'w-full',
        )}
      >
        {choices.map((choice) => (
          <button
            type="button"
            key={choice.value}
            tabIndex={choice === stop ? 0 : -1}
            onFocus={() => look(choice.value)}
            onClick={() => pick(choice)}
            aria-pressed={choice.value === value}
            aria-label={choice.name}
            aria-disabled={choice.reason ? true : undefined}
            title={choice.reason}
            className={cx(
              'flex min-w-0 items-center justify-center gap-1.5 rounded-segment border border-transparent px-3 text-13 text-ink-2 select-none transition-colors duration-80 hover:text-ink',
              'aria-pressed:border-edge aria-pressed:bg-raised aria-pressed:font-medium aria-pressed:text-ink',
              'aria-disabled:text-ink-3 aria-disabled:hover:text-ink-3',
              wide && 'flex-1',
            )}
          >
            {choice.label}
          </button>
        ))}
      </div>
      {reasons.map((reason) => (
        <p key={reason} className="text-12 text-ink-3">
          {reason}
        </p>
      ))}
    </div>
  )
}

/** To the neighbour, and round from the last to the first; Home and End lead to these. */
function hop(event: KeyboardEvent<HTMLElement>) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const all = [...event.currentTarget.querySelectorAll('button')]
  const at = all.findIndex((one) => one.contains(event.target as Node))
  const hops: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }
  const to = hops[event.key]
  if (at < 0 || to === undefined) return
  event.preventDefault()
  all.at(to % all.length)?.focus()
}
