'use client'
// The picture that two blocks share: kept once, sent with both.
import { Slot } from '@/components/media/slot'
import { Field } from '@/components/ui/field'
import type { MediaLimits } from '@/lib/media/limits'
import type { Row } from '@/lib/models/row'
import type { Board, BoardShot } from '@/lib/storyboard/storyboard'
import type { Act } from './act'

/** Where a model has no such slot, the file is only kept. */
const any: MediaLimits = { kind: 'image' }

type Props = { board: Board; row: Row; shot: BoardShot; act: Act }

export function SharedPicture({ board, row, shot, act }: Props) {
  const both = row.workflows.flatMap(({ fields }) => fields.frames?.limits ?? []).find(({ ends }) => ends === 'both')
  return (
    <Field label="Shared picture" hint="the last frame before, the first one after" className="max-w-80">
      <Slot
        id={`shared-${shot.id}`}
        label="Shared picture"
        limits={both?.of ?? any}
        barred={both ? undefined : `${row.name} takes no last frame`}
        value={board.wishes?.keyframes?.[shot.id]}
        onChange={(picture) => act.share(shot.id, picture)}
      />
    </Field>
  )
}
