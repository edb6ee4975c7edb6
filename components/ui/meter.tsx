import { Meter as Base } from '@base-ui/react/meter'
import { cx } from './cx'

type Props = {
  /** Accessible name; `words` is what it says: "$8.57 of $25.00, $0.67 in flight". */
  label: string
  words: string
  spent: number
  /** On its way: drawn after what is spent, in the running colour. Beyond the most there may be, all is one caution. */
  going: number
  max: number
  className?: string
}

/** 3 px: spent, in flight, and what is left of the most there may be. */
export function Meter({ label, words, spent, going, max, className }: Props) {
  // A cap of nothing is full; what goes beyond it is told in words, the bar has no room for it.
  const share = (value: number) => `${max > 0 ? Math.min(100, (value / max) * 100) : 100}%`
  // Sums of cents are not exact.
  const over = spent + going > max + 1e-9
  return (
    <Base.Root
      aria-label={label}
      value={Math.min(max, spent + going)}
      max={max > 0 ? max : 1}
      getAriaValueText={() => words}
      locale="en"
      className={cx('block', className)}
    >
      <Base.Track className="relative block h-[3px] w-full overflow-hidden bg-edge/50">
        <Base.Indicator
          className={cx('absolute inset-y-0 left-0 block', over ? 'bg-stale' : 'bg-running')}
          style={{ width: share(spent + going) }}
        />
        {!over && (
          <span aria-hidden className="absolute inset-y-0 left-0 block bg-ink-2" style={{ width: share(spent) }} />
        )}
      </Base.Track>
    </Base.Root>
  )
}
