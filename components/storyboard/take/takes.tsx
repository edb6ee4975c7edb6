'use client'
// Every take of the shot, newest first; choosing one says what plays for the shot. All of them are kept.
import { Columns2, Repeat2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import type { Task } from '@/lib/tasks/task'
import { priceWords } from '../plan/money'
import type { Offer } from '../plan/scope'
import { stillOfShot } from '../shot/picture'
import { Compare } from './compare'
import type { TakeHand } from './hand'
import { TakeItem } from './item'
import { RemoveTake } from './remove'

/** @param fit the list scrolls in the room it is given, else it takes what it needs. */
export function Takes({ hand, fit = false }: { hand: TakeHand | undefined; fit?: boolean }) {
  const [comparing, setComparing] = useState(false)
  const [asked, setAsked] = useState<Task>()
  if (!hand) return <p className="text-12 text-ink-2">No shots yet, so nothing plays.</p>
  if (hand.takes.length === 0)
    return <p className="text-12 text-ink-2">No takes yet. What plays is {standIn(hand.shot)}.</p>
  const newest = hand.takes.map((task, at) => ({ task, number: at + 1 })).reverse()
  return (
    <div className={cx('flex flex-col gap-1.5', fit && 'h-full min-h-0')}>
      <div className="flex h-6 shrink-0 items-center justify-between gap-2 text-12 text-ink-2 touch:h-11">
        <span>Takes</span>
        {hand.takes.length > 1 && (
          <Button
            kind="quiet"
            size="card"
            aria-label="Compare takes, A and B"
            icon={<Columns2 aria-hidden className="size-3.5" />}
            className="-mr-1"
            onClick={() => setComparing(true)}
          >
            A / B
          </Button>
        )}
      </div>
      <ul
        aria-label="Takes"
        {...(fit ? { tabIndex: 0 } : {})}
        className={cx('flex flex-col gap-1.5', fit && 'min-h-0 scroll-quiet rounded-control')}
      >
        {newest.map(({ task, number }) => (
          <TakeItem key={task.id} {...{ task, number, hand }} onRemove={setAsked} />
        ))}
      </ul>
      {hand.alone && <Again offer={hand.alone} hand={hand} />}
      <Compare open={comparing} hand={hand} onClose={() => setComparing(false)} />
      <RemoveTake task={asked} hand={hand} onClose={() => setAsked(undefined)} />
    </div>
  )
}

const standIn = (shot: TakeHand['shot']) =>
  !stillOfShot(shot) ? 'a slate' : shot.picture ? 'your own picture' : 'its still'

/** Re-rolls the shot by itself; its neighbours keep their parts of the take that they share. */
function Again({ offer, hand }: { offer: Offer; hand: TakeHand }) {
  return (
    <button
      type="button"
      aria-disabled={offer.reason !== undefined || undefined}
      onClick={() => hand.render(offer)}
      className="flex shrink-0 items-start gap-2 rounded-control p-1 text-left text-12 text-ink-2 hover:bg-hover hover:text-ink aria-disabled:text-ink-3 touch:min-h-11"
    >
      <Repeat2 aria-hidden className="mt-px size-3.5 shrink-0" />
      <span className="min-w-0">
        Only this shot again
        <span className="block text-ink-3 tabular-nums">{offer.why ?? offer.reason ?? priceWords(offer.price)}</span>
      </span>
    </button>
  )
}
