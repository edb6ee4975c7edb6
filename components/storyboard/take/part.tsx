'use client'
// The inspector's part about what stands for the shot: its take with star, note and what changed since, or one's own picture.
import { Image, Repeat2, SquareArrowOutUpRight } from 'lucide-react'
import { memo, useState } from 'react'
import { Slot } from '@/components/media/slot'
import { Remark, StarButton } from '@/components/media/take-mark'
import { costOf, modelName } from '@/components/media/telling'
import { Button, LinkButton } from '@/components/ui/button'
import { TextButton } from '@/components/ui/field'
import { useWide } from '@/components/ui/window'
import type { MediaLimits } from '@/lib/media/limits'
import { blocksPrice } from '../plan/money'
import type { Offer } from '../plan/scope'
import { Differences } from './difference'
import type { TakeHand } from './hand'
import { madeAt } from './item'
import { Takes } from './takes'

const picture: MediaLimits = { kind: 'image' }

export const TakePart = memo(function TakePart({ hand }: { hand: TakeHand }) {
  const { shot, takes, standing, changes, approved } = hand
  const wide = useWide()
  return (
    <section aria-label="Take" className="flex flex-col gap-3">
      {!wide && takes.length > 0 && <Takes hand={hand} />}
      {standing && !shot.picture && (
        <div className="flex flex-col gap-2">
          <div className="flex items-center gap-2">
            <div className="min-w-0 flex-1">
              <p className="font-medium">
                Take {takes.indexOf(standing) + 1}
                <span className="font-normal text-ink-2">, {approved ? 'chosen' : 'the latest'}</span>
              </p>
              <p className="truncate text-12 text-ink-2 tabular-nums">
                {[modelName(standing), costOf(standing), madeAt(standing)].join(' · ')}
              </p>
            </div>
            <StarButton task={standing} />
            <LinkButton href={`/gallery/${standing.id}`} label="Open the take in the viewer" size="card">
              <SquareArrowOutUpRight aria-hidden className="size-3.5" />
            </LinkButton>
          </div>
          {!approved && (
            <p className="text-12 text-ink-3">
              A newer take would take its place.{' '}
              <TextButton onClick={() => hand.choose(standing)}>Choose it</TextButton>
            </p>
          )}
          <Remark key={standing.id} task={standing} />
          {changes.length > 0 && (
            <div className="flex flex-col gap-2.5 rounded-control border border-line p-2.5">
              <Differences changes={changes} />
              <div className="flex flex-wrap gap-2">
                <Render offer={hand.alone} hand={hand} label="Only this shot again" />
                <Render offer={hand.block} hand={hand} label={hand.alone ? 'Its block again' : 'Render it again'} />
                <Button kind="quiet" size="card" onClick={hand.keep}>
                  Keep the take
                </Button>
              </div>
            </div>
          )}
        </div>
      )}
      <OwnPicture hand={hand} />
    </section>
  )
})

function Render({ offer, hand, label }: { offer: Offer | undefined; hand: TakeHand; label: string }) {
  if (!offer) return null
  return (
    <Button
      size="card"
      icon={<Repeat2 aria-hidden className="size-3.5" />}
      reason={offer.reason}
      onClick={() => hand.render(offer)}
    >
      {label}, <span className="tabular-nums">{blocksPrice(offer.blocks)}</span>
    </Button>
  )
}

/** It is played and cut in place of any take; no order touches it. */
function OwnPicture({ hand: { shot, act } }: { hand: TakeHand }) {
  const [asked, ask] = useState(false)
  if (!shot.picture && !asked)
    return (
      <p className="text-12">
        <Button
          kind="quiet"
          size="card"
          className="-ml-2"
          icon={<Image aria-hidden className="size-3.5" />}
          onClick={() => ask(true)}
        >
          A picture of your own instead
        </Button>
      </p>
    )
  return (
    <div className="flex flex-col gap-1.5 text-12">
      <p className="text-ink-2">
        {shot.picture
          ? `This picture stands for the shot for its ${shot.duration}\u202fs; no take replaces it.`
          : 'A picture that stands for the shot; no take replaces it.'}
      </p>
      <Slot
        id={`own-${shot.id}`}
        label="Picture of your own"
        limits={picture}
        value={shot.picture}
        onChange={(medium) => {
          act.set(shot.id, { picture: medium })
          if (!medium) ask(false)
        }}
        className="max-w-48"
      />
      {!shot.picture && (
        <span>
          <TextButton onClick={() => ask(false)}>Leave it</TextButton>
        </span>
      )}
    </div>
  )
}
