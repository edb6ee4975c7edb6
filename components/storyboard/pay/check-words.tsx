'use client'
// What a block's line says before paying, besides what keeps it: pictures of one's own, orders on their way, one that stands still.
import { TextButton } from '@/components/ui/field'
import { isPictured, pictureWords } from '@/lib/storyboard/own-picture'
import type { Block } from '@/lib/storyboard/plan'
import type { Draft } from '../desk/draft'
import type { Offer } from '../plan/scope'
import type { SeamProps } from '../seam/view'

type Props = {
  block: Block
  draft: Draft
  view: SeamProps['view']
  offer: Offer
  onScope: (scope: Offer['key']) => void
  onShow: (id: string) => void
}

const line = 'flex flex-wrap gap-x-3 pl-31 text-12 max-md:pl-0'

export function BlockWords({ offer, ...props }: Props) {
  const again = offer.again.includes(props.block)
  return (
    <>
      <OwnPictures {...props} scope={offer.key} wanted={offer.blocks.includes(props.block)} />
      {again && (
        <p className={`${line} text-stale`}>
          An order of it is on its way already. This makes another take
          {offer.price?.basis === 'free' ? '' : ', paid as well'}.
        </p>
      )}
      <Stranded {...props} wanted={offer.blocks.includes(props.block)} />
    </>
  )
}

type OwnProps = Pick<Props, 'block' | 'draft' | 'onScope'> & { scope: Offer['key']; wanted: boolean }

/** What stands by pictures of one's own is left out of everything, and can be ordered all the same. */
function OwnPictures({ block: { shotIds }, draft, scope, wanted, onScope }: OwnProps) {
  const said = pictureWords(draft, shotIds)
  if (said === undefined || (!wanted && scope !== 'all')) return null
  return (
    <p className={`${line} text-ink-2`}>
      <span>{said}</span>
      {!wanted && <TextButton onClick={() => onScope('pictured')}>Order these all the same</TextButton>}
      {scope === 'pictured' && isPictured(draft, shotIds) && (
        <TextButton onClick={() => onScope('all')}>Leave these out</TextButton>
      )}
    </p>
  )
}

type StrandedProps = Pick<Props, 'block' | 'draft' | 'view' | 'onShow'> & { wanted: boolean }

/** An order of it waits for a film that is not coming. */
function Stranded({ block: { shotIds }, draft, view, onShow, wanted }: StrandedProps) {
  const [id = ''] = shotIds
  const at = draft.shots.findIndex((shot) => shot.id === id)
  const shot = draft.shots[at]
  const state = shot && view(shot, at).state
  if (!state?.stranded) return null
  if (wanted)
    return (
      <p className={`${line} text-ink-2`}>
        The order that stands still gives way, unpaid, where all of its shots are ordered anew.
      </p>
    )
  return (
    <p className={`${line} text-stale`}>
      <span>An order of it stands still. {state.note}</span>
      <TextButton onClick={() => onShow(id)}>Show it</TextButton>
    </p>
  )
}
