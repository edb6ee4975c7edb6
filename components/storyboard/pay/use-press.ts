'use client'
// A press on a price: it orders what stands on the board, for what was seen.
import { useEffect, useEffectEvent, useState } from 'react'
import type { Offer } from '../plan/scope'

type Given = {
  offers: readonly Offer[]
  /** Whether the plan that was drawn last knows of the last edit. */
  isFresh: () => boolean
  onOrder: (offer: Offer) => void
  /** The last edit, or what came since it was drawn, made another price or another order of it. */
  onOther: (offer: Offer) => void
}

/** What is pressed while the plan still follows the hand is held until it has; only then it is known what is ordered. */
export function usePress({ offers, isFresh, onOrder, onOther }: Given): (offer: Offer) => void {
  const [held, hold] = useState<Offer>()
  const settle = (seen: Offer) => {
    const offer = offers.find(({ key }) => key === seen.key)
    if (offer && same(offer, seen)) onOrder(offer)
    else onOther(offer ?? seen)
  }
  const release = useEffectEvent((seen: Offer) => {
    hold(undefined)
    settle(seen)
  })
  useEffect(() => {
    if (held && isFresh()) release(held)
  })
  return (offer) => (isFresh() ? settle(offer) : hold(offer))
}

const ids = (blocks: Offer['blocks']) => blocks.map(({ shotIds }) => shotIds)
const said = ({ price, reason, blocks, again }: Offer) => JSON.stringify([price, reason, ids(blocks), ids(again)])
const same = (a: Offer, b: Offer) => said(a) === said(b)
