import { cx } from './cx'

/** "129 / 512"; how much is left from 90 % on, how much too many beyond. Characters as the providers count them: UTF-16 units. */
export function Counter({
  length,
  max,
  id,
  className,
}: {
  length: number
  max: number
  id?: string
  className?: string
}) {
  const over = length - max
  const near = over <= 0 && length >= max * 0.9
  return (
    <span
      id={id}
      className={cx(
        'text-12 whitespace-nowrap tabular-nums',
        over > 0 ? 'text-failed' : near ? 'text-stale' : 'text-ink-3',
        className,
      )}
    >
      {length} / {max}
      {over > 0 ? `, ${over} too many` : near ? `, ${-over} left` : ''}
    </span>
  )
}
