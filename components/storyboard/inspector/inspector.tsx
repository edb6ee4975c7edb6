'use client'
// The selected shot, whole: everything that it says and brings, and what to look at before paying.
import { CopyPlus, Ellipsis, Pin } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { TextButton } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'
import type { Row } from '@/lib/models/row'
import type { BoardShot } from '@/lib/storyboard/storyboard'
import type { Hand } from '../command/hand'
import { entriesOf } from '../command/menu'
import { type Act, number } from '../desk/act'
import type { Draft } from '../desk/draft'
import { BeforePaying } from '../pay/before-paying'
import { Stranded } from '../pay/stranded'
import type { Cautions } from '../pay/use-caution'
import type { Planned } from '../plan/use-plan'
import { ShotMark } from '../shot/mark'
import type { ShotView } from '../shot/view'
import type { TakeHand } from '../take/hand'
import { TakePart } from '../take/part'
import { ShotElements } from './elements'
import { ShotFraming, ShotLabel, ShotLength, ShotText } from './fields'
import { Pictures } from './pictures'
import { Words } from './words'

type Props = {
  draft: Draft
  shot: BoardShot
  at: number
  row: Row
  planned: Planned
  cautions: Cautions
  view: ShotView
  act: Act
  hand: Hand
  takes: TakeHand | undefined
}

export function Inspector({ draft, shot, at, row, planned, cautions, view, act, hand, takes }: Props) {
  const { id, duration } = shot
  const of = { id, act }
  const ordered = draft.wishes?.lengths?.[id]
  const company = (planned.of.get(id)?.shotIds.length ?? 1) > 1
  return (
    <div className="flex flex-col">
      <Head {...of} {...{ at, hand }} pinned={shot.pinned === true} state={view.state} />
      <Part>
        <Words {...{ shot, at, act }} characters={view.characters} limit={view.limit} />
        {view.state.failure && <p className="text-12 text-failed">{view.state.failure}</p>}
        {view.state.stranded ? (
          <Stranded state={view.state} {...{ shot, planned, hand }} />
        ) : (
          view.state.note && <p className="text-12 text-ink-2">{view.state.note}</p>
        )}
      </Part>
      {takes && (
        <Part>
          <TakePart key={id} hand={takes} />
        </Part>
      )}
      <Part>
        <div className="flex flex-wrap gap-x-4 gap-y-3">
          <ShotLength
            {...of}
            value={duration}
            note={ordered ? undefined : shot.fromScript ? 'From the script' : undefined}
          />
          <ShotText
            {...of}
            {...{ about: 'camera', label: 'Camera', placeholder: 'Holds', className: 'min-w-32 flex-1' }}
            value={shot.camera}
          />
        </div>
        {ordered !== undefined && (
          <p className="flex flex-wrap gap-x-3 text-12 text-ink-2">
            {company
              ? `In this block its own ${duration}\u202fs are ordered; ${ordered}\u202fs hold for it alone.`
              : `${ordered} s are ordered instead of ${duration} s.`}
            <TextButton onClick={() => act.authored(id)}>
              {company ? `Forget ${ordered}\u202fs` : `Order ${duration} s`}
            </TextButton>
          </p>
        )}
        <ShotText {...of} about="dialogue" label="Dialogue" placeholder="None" rows={1} value={shot.dialogue} />
      </Part>
      <Part>
        <ShotFraming {...of} value={shot.framing} />
      </Part>
      <Part>
        <Pictures
          id={id}
          firstFrame={shot.firstFrame}
          lastFrame={shot.lastFrame}
          referenceImages={shot.referenceImages}
          referenceVideos={shot.referenceVideos}
          row={row}
          act={act}
        />
      </Part>
      <Part>
        <ShotElements id={id} elements={shot.elements} act={act} />
      </Part>
      <Part>
        <BeforePaying {...{ draft, shot, planned, cautions, view, act }} />
      </Part>
      <Part>
        <ShotText {...of} about="scene" label="Scene" placeholder="None" value={shot.scene} />
        <ShotLabel {...of} value={shot.colour} />
        <ShotText {...of} about="notes" label="Notes" hint="stay here, never sent" rows={2} value={shot.notes} />
      </Part>
    </div>
  )
}

const shotMenu = [
  'earlier',
  'later',
  'split-shot',
  'line',
  'begin-block',
  'join-block',
  'lock-block',
  'block-earlier',
  'block-later',
  'line',
  'render-selected',
  'remove',
] as const

type HeadProps = { id: string; at: number; pinned: boolean; state: ShotView['state']; act: Act; hand: Hand }

const Head = memo(function Head({ id, at, pinned, state, act, hand }: HeadProps) {
  return (
    <div className="flex h-12 items-center gap-3 px-4">
      <h2 className="shrink-0 whitespace-nowrap text-14 tight">Shot {number(at)}</h2>
      <ShotMark state={state} />
      <span className="flex-1" />
      <IconButton
        label={pinned ? 'Unpin' : 'Pin: edits of many pass it by'}
        keys="P"
        size="tool"
        on={pinned}
        onClick={() => act.set(id, { pinned: pinned ? undefined : true })}
      >
        <Pin />
      </IconButton>
      <IconButton label="Duplicate" keys="D" size="tool" onClick={() => act.duplicate([id])}>
        <CopyPlus />
      </IconButton>
      <Menu
        label={`Shot ${number(at)}`}
        trigger={
          <IconButton label="More with this shot" size="tool">
            <Ellipsis />
          </IconButton>
        }
        entries={entriesOf(hand, shotMenu)}
      />
    </div>
  )
})

const Part = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-col gap-3 border-t border-line px-4 py-3.5 first:border-t-0">{children}</div>
)
