'use client'
// Several shots at once: what they share is shown, what is set here is set on all of them but the pinned.
import { Ellipsis, Pin } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field, TextButton } from '@/components/ui/field'
import { seconds } from '@/components/ui/figure'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Menu } from '@/components/ui/menu'
import { NumberField } from '@/components/ui/number-field'
import { Segments } from '@/components/ui/segments'
import { type Framing, framings } from '@/lib/storyboard/framing'
import { type BoardShot, boardSeconds } from '@/lib/storyboard/storyboard'
import { command, labelOf } from '../command/command'
import type { Hand } from '../command/hand'
import { entriesOf } from '../command/menu'
import { ColourChoice } from '../shot/colour'
import { framingNames } from '../shot/framing'

/** What all of them say alike; nothing when they differ. */
function shared<K extends keyof BoardShot>(shots: readonly BoardShot[], key: K): BoardShot[K] | undefined {
  const [first] = shots
  return shots.every((shot) => shot[key] === first?.[key]) ? first?.[key] : undefined
}

export function Many({ hand }: { hand: Hand }) {
  const { draft, ids, act } = hand
  const shots = draft.shots.filter(({ id }) => ids.includes(id))
  const pinned = shots.filter((shot) => shot.pinned).length
  const [scene, setScene] = useState<string>()
  return (
    <div className="flex flex-col gap-4 px-4 pb-4">
      <div className="flex h-12 items-center gap-3">
        <h2 className="text-14 tight">{shots.length} shots</h2>
        <span className="text-12 text-ink-2 tabular-nums">{seconds(boardSeconds(shots))}</span>
        <span className="flex-1" />
        <Menu
          label="Selected shots"
          trigger={
            <IconButton label="More with these shots" size="tool">
              <Ellipsis />
            </IconButton>
          }
          entries={entriesOf(hand, ['longer', 'shorter', 'pin', 'line', 'select-all'])}
        />
      </div>
      {pinned > 0 && (
        <p className="flex items-center gap-2 text-12 text-ink-2">
          <Pin aria-hidden className="size-3.5 shrink-0" />
          {pinned} pinned {pinned === 1 ? 'one keeps' : 'ones keep'} what {pinned === 1 ? 'it has' : 'they have'}.
        </p>
      )}
      <Field label="Seconds of each" hint={shared(shots, 'duration') === undefined ? 'they differ' : undefined}>
        <NumberField
          label="Seconds of each"
          value={shared(shots, 'duration') ?? null}
          onChange={(next) => {
            if (next !== null && next > 0 && next <= 600)
              act.setMany(ids, { duration: next, fromScript: undefined }, 'seconds')
          }}
          min={1}
          max={600}
          unit="s"
        />
      </Field>
      <Field
        label="Framing"
        aside={<TextButton onClick={() => act.setMany(ids, { framing: undefined })}>Leave it open</TextButton>}
      >
        <Segments
          label="Framing"
          wide
          className="[&_button]:px-1"
          value={shared(shots, 'framing') ?? ('' as Framing)}
          onChange={(framing) => act.setMany(ids, { framing })}
          choices={framings.map((value) => ({ value, label: framingNames[value] }))}
        />
      </Field>
      <Field label="Label">
        <ColourChoice value={shared(shots, 'colour')} onChange={(colour) => act.setMany(ids, { colour })} />
      </Field>
      <Field label="Scene" htmlFor="scene-of-many">
        <Input
          id="scene-of-many"
          value={scene ?? shared(shots, 'scene') ?? ''}
          maxLength={200}
          placeholder={shared(shots, 'scene') === undefined ? 'They differ, or have none' : 'None'}
          onFocus={() => setScene(undefined)}
          onBlur={() => setScene(undefined)}
          onChange={(value) => {
            setScene(value)
            act.setMany(ids, { scene: value || undefined }, 'scene')
          }}
        />
      </Field>
      <div className="flex flex-wrap gap-2 border-t border-line pt-4">
        {['duplicate', 'earlier', 'later', 'render-selected', 'remove'].map((id) => {
          const one = command(id)
          const reason = one.not?.(hand)
          const { icon: Icon } = one
          return (
            <Button
              key={id}
              icon={<Icon aria-hidden className="size-4" />}
              {...(reason ? { disabled: true, focusableWhenDisabled: true, title: reason } : {})}
              onClick={() => one.run(hand)}
            >
              {labelOf(one, hand)}
            </Button>
          )
        })}
      </div>
    </div>
  )
}
