'use client'
// Two takes of a shot under one clock: side by side or one wiped over the other, with one scrubber; and the choice between them.
import { useRef } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { number } from '../desk/act'
import { CompareTakes } from './compare-take'
import type { TakeHand } from './hand'

type Props = { open: boolean; hand: TakeHand; onClose: () => void }

export function Compare({ open, hand, onClose }: Props) {
  // Where its keys are heard.
  const room = useRef<HTMLDivElement>(null)
  return (
    <Dialog open={open} onClose={onClose} full first={room} title={`Shot ${number(hand.at)}, A and B`}>
      {hand.takes.length > 1 && <CompareTakes key={hand.shot.id} room={room} hand={hand} />}
    </Dialog>
  )
}
