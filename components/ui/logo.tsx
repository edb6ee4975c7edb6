import { cx } from './cx'

/** A frame of film: one shot seen, one in the light, one to come. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 20 15" fill="none" className={cx('h-[15px] w-5 shrink-0', className)}>
      <rect x="0.7" y="0.7" width="18.6" height="13.6" rx="2.6" stroke="currentColor" strokeWidth="1.3" />
      <rect x="3" y="3.2" width="6.2" height="8.6" rx="0.7" fill="currentColor" />
      <rect x="10.2" y="3.2" width="3.8" height="8.6" rx="0.7" className="fill-accent" />
      <rect x="15" y="3.2" width="2" height="8.6" rx="0.7" className="fill-edge" />
    </svg>
  )
}
