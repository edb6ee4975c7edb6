'use client'
// The selected shot, whole: everything that it says and brings, and what to look at before paying.
import { CopyPlus, Ellipsis, Pin } from 'lucide-react'
import type { ReactNode } from 'react'
import { Field, TextButton } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Menu } from '@/components/ui/menu'
import { NumberField } from '@/components/ui/number-field'
import { Segments } from '@/components/ui/segments'
import { Textarea } from '@/components/ui/textarea'
import type { Row } from '@/lib/models/row'
import { type Framing, framings } from '@/lib/storyboard/framing'
import type { BoardShot } from '@/lib/storyboard/storyboard'
import { type Act, number } from './act'
import { BeforePaying } from './before-paying'
import { ColourChoice } from './colour'
import { entriesOf } from './command-menu'
import type { Draft } from './draft'
import { framingNames } from './framing'
import type { Hand } from './hand'
import { Pictures } from './pictures'
import { ShotElements } from './shot-elements'
import { ShotMark } from './shot-mark'
import type { ShotView } from './shot-view'
import { Stranded } from './stranded'
import type { TakeHand } from './take-hand'
import { TakePart } from './take-part'
import type { Cautions } from './use-caution'
import type { Planned } from './use-plan'
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
  const { id } = shot
  const set = (key: 'camera' | 'dialogue' | 'notes' | 'scene') => (value: string) =>
    act.set(id, { [key]: value || undefined }, key)
  const ordered = draft.wishes?.lengths?.[id]
  const company = (planned.of.get(id)?.shotIds.length ?? 1) > 1
  return (
    <div className="flex flex-col">
      <div className="flex h-12 items-center gap-3 px-4">
        <h2 className="shrink-0 whitespace-nowrap text-14 tight">Shot {number(at)}</h2>
        <ShotMark state={view.state} />
        <span className="flex-1" />
        <IconButton
          label={shot.pinned ? 'Unpin' : 'Pin: edits of many pass it by'}
          keys="P"
          size="tool"
          on={shot.pinned === true}
          onClick={() => act.set(id, { pinned: shot.pinned ? undefined : true })}
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
          entries={entriesOf(hand, [
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
          ])}
        />
      </div>
      <Part>
        <Words shot={shot} at={at} view={view} act={act} />
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
          <Field label="Seconds" note={ordered ? undefined : shot.fromScript ? 'From the script' : undefined}>
            <NumberField
              label="Seconds"
              value={shot.duration}
              onChange={(next) => {
                if (next !== null && next > 0 && next <= 600) act.seconds(id, next)
              }}
              min={1}
              max={600}
              unit="s"
            />
          </Field>
          <Field label="Camera" htmlFor={`camera-${id}`} className="min-w-32 flex-1">
            <Input
              id={`camera-${id}`}
              value={shot.camera ?? ''}
              maxLength={200}
              placeholder="Holds"
              onChange={set('camera')}
            />
          </Field>
        </div>
        {ordered !== undefined && (
          <p className="flex flex-wrap gap-x-3 text-12 text-ink-2">
            {company
              ? `In this block its own ${shot.duration}\u202fs are ordered; ${ordered}\u202fs hold for it alone.`
              : `${ordered} s are ordered instead of ${shot.duration} s.`}
            <TextButton onClick={() => act.authored(id)}>
              {company ? `Forget ${ordered}\u202fs` : `Order ${shot.duration} s`}
            </TextButton>
          </p>
        )}
        <Field label="Dialogue" htmlFor={`dialogue-${id}`}>
          <Textarea
            id={`dialogue-${id}`}
            value={shot.dialogue ?? ''}
            rows={1}
            placeholder="None"
            onChange={set('dialogue')}
          />
        </Field>
      </Part>
      <Part>
        <Field
          label="Framing"
          aside={
            shot.framing && <TextButton onClick={() => act.set(id, { framing: undefined })}>Leave it open</TextButton>
          }
        >
          <Segments
            label="Framing"
            wide
            className="[&_button]:px-1"
            value={shot.framing ?? ('' as Framing)}
            onChange={(framing) => act.set(id, { framing })}
            choices={framings.map((value) => ({ value, label: framingNames[value] }))}
          />
        </Field>
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
        <Field label="Scene" htmlFor={`scene-${id}`}>
          <Input
            id={`scene-${id}`}
            value={shot.scene ?? ''}
            maxLength={200}
            placeholder="None"
            onChange={set('scene')}
          />
        </Field>
        <Field label="Label">
          <ColourChoice value={shot.colour} onChange={(colour) => act.set(id, { colour })} />
        </Field>
        <Field label="Notes" hint="stay here, never sent" htmlFor={`notes-${id}`}>
          <Textarea id={`notes-${id}`} value={shot.notes ?? ''} rows={2} onChange={set('notes')} />
        </Field>
      </Part>
    </div>
  )
}

const Part = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-col gap-3 border-t border-line px-4 py-3.5 first:border-t-0">{children}</div>
)
