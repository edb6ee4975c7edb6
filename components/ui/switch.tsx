'use client'
import { Switch as Base } from '@base-ui/react/switch'
import { cx } from './cx'

type Props = {
  /** Accessible name; a visible label may point here by `id` instead. */
  label?: string
  id?: string
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
  describedBy?: string | undefined
  className?: string
}

export function Switch({ label, id, checked, onChange, disabled, describedBy, className }: Props) {
  return (
    <Base.Root
      id={id}
      aria-label={label}
      aria-describedby={describedBy}
      checked={checked}
      onCheckedChange={onChange}
      disabled={disabled}
      className={cx(
        'room inline-flex h-[18px] w-8 shrink-0 items-center rounded-full border p-px transition-colors duration-80',
        'border-edge bg-raised data-[checked]:border-accent-edge data-[checked]:bg-accent data-[disabled]:border-line data-[disabled]:bg-hover',
        className,
      )}
    >
      <Base.Thumb className="size-3.5 rounded-full bg-edge transition-transform duration-80 data-[checked]:translate-x-3.5 data-[checked]:bg-on-accent" />
    </Base.Root>
  )
}
