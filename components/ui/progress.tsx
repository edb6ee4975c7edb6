import { Progress as Base } from '@base-ui/react/progress'
import { cx } from './cx'

type Props = {
  label: string
  /** 0..1; null: going on, share not known. */
  value: number | null
  /** Ground of the bar, e.g. "bg-running". */
  tone?: string
  className?: string
}

/** 3 px, gliding to its new value. */
export function Progress({ label, value, tone = 'bg-running', className }: Props) {
  return (
    <Base.Root
      aria-label={label}
      value={value === null ? null : Math.round(value * 100)}
      locale="en"
      className={className}
    >
      <Base.Track className="block h-[3px] w-full bg-hover forced-colors:bg-[GrayText]">
        <Base.Indicator className={cx('block h-full transition-[width] duration-400 ease-linear', tone)} />
      </Base.Track>
    </Base.Root>
  )
}
