import { cx } from './cx'

const around = 2 * Math.PI * 6

/** A small ring filled to its share; it turns only while no share is known. Colour is the text's. */
export function Ring({ value, className }: { value: number | undefined; className?: string }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 16 16"
      fill="none"
      strokeWidth="2.5"
      stroke="currentColor"
      className={cx('size-3.5 shrink-0', value === undefined && 'animate-turn', className)}
    >
      <circle cx="8" cy="8" r="6" opacity="0.35" />
      <circle
        cx="8"
        cy="8"
        r="6"
        strokeDasharray={`${around * (value ?? 0.3)} ${around}`}
        transform="rotate(-90 8 8)"
        className="transition-[stroke-dasharray] duration-400 ease-linear"
      />
    </svg>
  )
}
