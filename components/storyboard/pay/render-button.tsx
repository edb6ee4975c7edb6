'use client'
import { ChevronDown } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { memo } from 'react'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { price } from '@/components/ui/figure'
import { Menu } from '@/components/ui/menu'
import { blocksPrice } from '../plan/money'
import type { Offer } from '../plan/scope'
import type { Placing } from '../plan/use-render'

type Props = {
  offer: Offer
  offers: readonly Offer[]
  placing: Placing
  onRender: (offer: Offer) => void
  onCheck: () => void
  /** Across the phone. */
  wide?: boolean
}

/** What stands in place of the words while it cannot be pressed. */
const reasonOf = ({ reason }: Offer, placing: Placing) =>
  placing === 'sending' ? 'Placing the orders' : placing === 'unanswered' ? 'No answer yet; ask again' : reason

/** The next action of the board, and beside it the other scopes, each with its own price. */
export const RenderButton = memo(function RenderButton(props: Props) {
  const { offer, offers, placing, onRender, onCheck, wide = false } = props
  const router = useRouter()
  const reason = reasonOf(offer, placing)
  const press = () => {
    if (placing === 'sending') return
    if (placing === 'unanswered' || reason === undefined) return onRender(offer)
    if (offer.towards === 'settings') router.push('/settings')
    else onCheck()
  }
  const free = offer.price?.basis === 'free'
  return (
    <div className={cx('flex gap-px', wide && 'min-w-0 flex-1')}>
      <Button
        kind="next"
        size="bar"
        reason={reason}
        onClick={press}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        // On the phone long words take two lines before they would leave the button.
        className={cx('min-w-0 rounded-r-none', wide && 'flex-1 px-2.5! leading-4! whitespace-normal!')}
        {...(reason === undefined && offer.price && !free ? { price: price(offer.price.amount) } : {})}
      >
        {`${offer.label}${free ? ', free' : offer.price ? '' : ', price not known'}`}
      </Button>
      <Menu
        label="Render"
        trigger={
          <Button
            kind={reason === undefined ? 'next' : 'plain'}
            size="bar"
            aria-label="What to render"
            className="rounded-l-none px-2"
          >
            <ChevronDown aria-hidden className="size-4" />
          </Button>
        }
        entries={offers.map((one) => ({
          label: (
            <>
              {one.label} <span className="text-ink-2">{one.note}</span>
            </>
          ),
          ...(one.blocks.length > 0 ? { note: blocksPrice(one.blocks) } : {}),
          reason: reasonOf({ ...one, reason: one.why ?? one.reason }, placing),
          onPick: () => onRender(one),
        }))}
      />
    </div>
  )
})
