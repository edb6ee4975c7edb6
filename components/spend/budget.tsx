import { Meter } from '@/components/ui/meter'
import type { Spend } from '@/lib/tasks/cap'
import { used } from '@/lib/tasks/room'
import { allWords, capWords, dollars, exactly, isUnknown, leftWords, sumWords, unknownWords, worthWords } from './words'

type Props = { title: string; spend: Spend; cap: number | null }

/** What was billed, what is on its way, and what is left under the cap. */
export function Budget({ title, spend, cap }: Props) {
  const facts = [
    spend.inFlight > 0 ? `${dollars(spend.inFlight)} in flight or not billed yet` : undefined,
    worthWords(spend),
    unknownWords(spend.unknown),
  ].filter((one) => one !== undefined)
  const over = cap !== null && used(spend) > cap
  return (
    <div className="flex flex-col gap-2 rounded-group border border-line bg-panel px-4 py-3.5">
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="text-12 font-medium text-ink-2">{title}</h2>
        <p className={`text-12 tabular-nums ${over ? 'text-stale' : 'text-ink-2'}`}>
          {cap === null ? 'No cap' : leftWords(cap, spend)}
        </p>
      </div>
      <p className="text-20 tight tabular-nums">
        {isUnknown(spend) ? 'Cost not known' : sumWords(spend)}
        {cap !== null && (
          <span className="text-13 font-normal tracking-normal text-ink-2">
            {isUnknown(spend) ? `, the cap is ${exactly(cap)}` : capWords(spend, cap)}
          </span>
        )}
      </p>
      {cap !== null && (
        <Meter
          label={`${title}, of the cap`}
          words={allWords(spend, cap, title.toLowerCase())}
          spent={spend.billed + spend.worth}
          going={spend.inFlight}
          max={cap}
        />
      )}
      <p className="min-h-4 text-12 text-ink-2 tabular-nums">
        {facts.join(' · ') ||
          (spend.billed + spend.units > 0 ? 'Nothing in flight' : 'Nothing spent, nothing in flight')}
      </p>
    </div>
  )
}
