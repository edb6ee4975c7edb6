'use client'
// The picture that two blocks share: kept once, sent with both.
import { useMutation } from '@tanstack/react-query'
import { Slot } from '@/components/media/slot'
import { middleOf } from '@/components/media/time-code'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { say } from '@/components/ui/toast'
import { api } from '@/lib/api/client'
import type { Asset } from '@/lib/media/asset'
import type { MediaLimits } from '@/lib/media/limits'
import type { Row } from '@/lib/models/row'
import type { Board, BoardShot } from '@/lib/storyboard/storyboard'
import type { Act } from '../desk/act'
import type { TailFilm } from './view'

/** Where a model has no such slot, the file is only kept. */
const any: MediaLimits = { kind: 'image' }

type Props = {
  board: Board
  row: Row
  shot: BoardShot
  act: Act
  /** The frame that is shown of the film before; it can be shared as it is. */
  film: TailFilm | undefined
  frame: number
}

export function SharedPicture({ board, row, shot, act, film, frame }: Props) {
  const drawing = useMutation({
    mutationFn: ({ film: { id }, at }: { film: Asset; at: number | undefined }) =>
      api.fixMedia({ params: { id }, body: { frame: at === undefined ? {} : { at } } }),
    onSuccess: ({ id }) => act.share(shot.id, { asset: id }),
    onError: (error) => say({ words: error.message, stays: true }),
  })
  const both = row.workflows.flatMap(({ fields }) => fields.frames?.limits ?? []).find(({ ends }) => ends === 'both')
  return (
    <Field label="Shared picture">
      <Slot
        id={`shared-${shot.id}`}
        label="Shared picture"
        limits={both?.of ?? any}
        barred={both ? undefined : `${row.name} takes no last frame`}
        value={board.wishes?.keyframes?.[shot.id]}
        onChange={(picture) => act.share(shot.id, picture)}
      />
      {film && both && (
        <Button
          className="self-start"
          disabled={drawing.isPending}
          focusableWhenDisabled
          onClick={() =>
            drawing.mutate({ film: film.film, at: frame === film.last ? undefined : middleOf(frame, film.fps) })
          }
        >
          {drawing.isPending ? 'Drawing the frame' : 'Share the frame shown before'}
        </Button>
      )}
    </Field>
  )
}
