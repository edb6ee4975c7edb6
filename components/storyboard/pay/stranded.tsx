'use client'
// An order that waits for a film that is not coming: what became of it, and the three ways out.
import { Link2, Repeat2, Scissors, Square } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { say } from '@/components/ui/toast'
import { useCancelTask } from '@/lib/api/queries'
import type { BoardShot } from '@/lib/storyboard/storyboard'
import type { Hand } from '../command/hand'
import { blocksPrice } from '../plan/money'
import type { Offer } from '../plan/scope'
import type { Planned } from '../plan/use-plan'
import type { ShotState } from '../shot/state'

type Props = { shot: BoardShot; state: ShotState; planned: Planned; hand: Pick<Hand, 'offers' | 'render' | 'act'> }

export function Stranded({ shot, state, planned, hand: { offers, render, act } }: Props) {
  const { mutate, isPending } = useCancelTask()
  const { stranded, note } = state
  if (stranded === undefined) return null
  const cancel = (then?: () => void) => {
    if (isPending) return
    mutate(stranded, {
      onSuccess: () => (then ? then() : say({ words: 'Cancelled; it was not ordered and costs nothing.' })),
      onError: ({ message }) => say({ words: message, stays: true }),
    })
  }
  const block = planned.of.get(shot.id)
  const first = block?.shotIds[0]
  // Where another take stands before it, it can start from that; the order that stands still then gives way.
  const other = block?.continues?.task !== undefined && !block.waitsFor
  const own = other ? offers.find(({ key }) => key === 'selected') : undefined
  const source = offers.find(({ key }) => key === 'before')
  return (
    <section
      aria-label="No film to start from"
      className="flex flex-col gap-2 rounded-control border border-line p-2.5"
    >
      <p className="text-12 text-stale">{note}</p>
      <div className="flex flex-wrap gap-2">
        {own && <Way offer={own} words="Start from the take that stands" icon={<Link2 />} render={render} />}
        {source && <Way offer={source} words={source.label} icon={<Repeat2 />} render={render} />}
        <Button
          size="card"
          icon={<Scissors aria-hidden className="size-3.5" />}
          onClick={() =>
            cancel(() => {
              if (first !== undefined) act.meet(first, 'cut')
              say({
                words:
                  'Its order was cancelled, and it is cut here now. Give it a first picture, or leave it to its words.',
              })
            })
          }
        >
          Begin from a still
        </Button>
        <Button kind="quiet" size="card" icon={<Square aria-hidden className="size-3.5" />} onClick={() => cancel()}>
          Cancel the order
        </Button>
      </div>
    </section>
  )
}

type WayProps = { offer: Offer; words: string; icon: React.ReactNode; render: (offer: Offer) => void }

function Way({ offer, words, icon, render }: WayProps) {
  return (
    <Button
      size="card"
      icon={<span className="[&_svg]:size-3.5">{icon}</span>}
      reason={offer.reason}
      onClick={() => render(offer)}
    >
      {words}, <span className="tabular-nums">{blocksPrice(offer.blocks)}</span>
    </Button>
  )
}
