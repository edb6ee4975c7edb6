'use client'
import Link from 'next/link'
import { allWords, besideWords, capWords, isUnknown, shownCap, spentWords, sumWords } from '@/components/spend/words'
import { cx } from '@/components/ui/cx'
import { Meter } from '@/components/ui/meter'
import { useSpend } from '@/lib/api/money-queries'
import { useHealth } from '@/lib/api/queries'

/** "$8.57 of $25.00 today" over its bar; without a cap over what is in flight, and over the cap over by how much. Not there while nothing can cost anything and nothing did. */
export function SpendFigure() {
  const { data: health } = useHealth()
  const { data } = useSpend()
  if (!data) return null
  const { caps, ...spent } = data
  const payable = health?.providers.some(({ id, ready }) => ready && id !== 'local') ?? false
  const { billed, inFlight, units, unknown } = spent.month
  if (!payable && billed + inFlight + units + unknown === 0)
    return (
      <Link href="/spend" className="room rounded-picture text-12 text-ink-2 hover:text-ink">
        Spend
      </Link>
    )
  const { spend, cap, when } = shownCap(caps, spent)
  const words = allWords(spend, cap, when)
  const beside = besideWords(spend, cap)
  return (
    <Link
      href="/spend"
      aria-label={`Spend: ${words}`}
      className="room flex flex-col rounded-picture text-12 text-ink-2 tabular-nums hover:text-ink"
    >
      <span className="whitespace-nowrap">
        {isUnknown(spend) ? (
          spentWords(spend, cap, when)
        ) : (
          <>
            <span className="font-medium text-ink">{sumWords(spend)}</span>
            {cap === null ? '' : capWords(spend, cap)} {when}
          </>
        )}
      </span>{' '}
      {beside ? (
        <span className={cx('whitespace-nowrap', beside.over && 'font-medium text-stale')}>{beside.words}</span>
      ) : (
        cap !== null && (
          <Meter
            label="Spend"
            words={words}
            spent={spend.billed + spend.worth}
            going={spend.inFlight}
            max={cap}
            className="mt-1.5 w-[138px] max-lg:w-full"
          />
        )
      )}
    </Link>
  )
}
