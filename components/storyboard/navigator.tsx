'use client'
// Every shot by scene, with its state and seconds; pills that show some of them; the look that all of them share.
import { CircleDashed, History, OctagonAlert } from 'lucide-react'
import { memo, type ReactNode, useState } from 'react'
import { cx } from '@/components/ui/cx'
import { seconds } from '@/components/ui/figure'
import { Pill } from '@/components/ui/pill'
import { Ring } from '@/components/ui/ring'
import { Textarea } from '@/components/ui/textarea'
import { type BoardShot, boardSeconds } from '@/lib/storyboard/storyboard'
import { CastShelf } from './cast-shelf'
import { number } from './desk/act'
import type { Desk } from './desk/desk'
import type { Draft } from './desk/draft'
import { ColourDot } from './shot/colour'
import { ShotMark } from './shot/mark'
import type { ShotKind, ShotState } from './shot/state'

const pills: readonly { kind: ShotKind; words: string; icon: ReactNode }[] = [
  { kind: 'missing', words: 'Missing', icon: <CircleDashed /> },
  { kind: 'going', words: 'Rendering', icon: <Ring value={0.3} /> },
  { kind: 'stale', words: 'Out of date', icon: <History /> },
  { kind: 'failed', words: 'Failed', icon: <OctagonAlert /> },
]

type Props = {
  shots: Draft['shots']
  look: string | undefined
  desk: Desk
  states: ReadonlyMap<string, ShotState>
  selected: ReadonlySet<string>
  current: string | undefined
  onPick: (id: string, how?: 'toggle' | 'range') => void
  /** Settings of the film, under the shots; above them where the list is long and the window small. */
  film: ReactNode
  first: boolean
  /** Characters that the model takes for a shot, the look among them. */
  limit: number | undefined
  /** Whether the look goes out with the shots. */
  told: boolean
}

export function Navigator({ shots, look, desk, states, selected, current, onPick, film, first, limit, told }: Props) {
  const [show, setShow] = useState<ShotKind>()
  const count = (kind: ShotKind) => shots.filter(({ id }) => states.get(id)?.kind === kind).length
  const shown = shots.flatMap((shot, at) => (!show || states.get(shot.id)?.kind === show ? [{ shot, at }] : []))
  const scenes: { scene: string | undefined; items: typeof shown }[] = []
  for (const item of shown) {
    const last = scenes.at(-1)
    if (last && last.scene === item.shot.scene) last.items.push(item)
    else scenes.push({ scene: item.shot.scene, items: [item] })
  }
  return (
    <div className="flex min-h-full flex-col">
      {first && <div className="border-b border-line p-3.5">{film}</div>}
      {/* biome-ignore lint/a11y/useSemanticElements: pills that filter, not a form's fieldset */}
      <div role="group" aria-label="Show" className="flex flex-wrap gap-1.5 p-3.5 pb-2">
        <Pill on={show === undefined} count={shots.length} className="h-[26px]" onClick={() => setShow(undefined)}>
          All
        </Pill>
        {pills
          .filter(({ kind }) => count(kind) > 0 || kind === show)
          .map(({ kind, words, icon }) => (
            <Pill
              key={kind}
              on={show === kind}
              icon={icon}
              count={count(kind)}
              className="h-[26px]"
              onClick={() => setShow(show === kind ? undefined : kind)}
            >
              {words}
            </Pill>
          ))}
      </div>
      <nav aria-label="Shots" className="flex-1 pb-3">
        {scenes.map(({ scene, items }) => (
          <div key={items[0]?.shot.id}>
            <p className="flex justify-between gap-3 px-3.5 pt-3 pb-1 text-12 text-ink-2">
              <span className="truncate font-medium">{scene ?? (scenes.length > 1 ? 'No scene' : 'Shots')}</span>
              <span className="tabular-nums">{seconds(boardSeconds(items.map(({ shot }) => shot)))}</span>
            </p>
            {items.map(({ shot, at }) => (
              <Line
                key={shot.id}
                shot={shot}
                at={at}
                state={states.get(shot.id)}
                on={selected.has(shot.id)}
                current={shot.id === current}
                onPick={onPick}
              />
            ))}
          </div>
        ))}
      </nav>
      {!first && <div className="border-t border-line p-3.5">{film}</div>}
      <CastShelf shots={shots} selected={selected} desk={desk} />
      <div className="border-t border-line p-3.5">
        <Textarea
          aria-label="Look, in every shot"
          value={look ?? ''}
          placeholder="Words that stand before every shot: light, lens, colour"
          rows={3}
          maxLength={2000}
          onChange={(written) => desk.edit((now) => ({ ...now, look: written || undefined }), 'look')}
          foot={
            <span>
              <span className="font-medium text-ink-2">Look</span>{' '}
              {told ? lookWords(look, limit) : 'an animatic shows the shots’ own words alone'}
            </span>
          }
        />
      </div>
    </div>
  )
}

/** What the look takes of every shot's budget. */
function lookWords(look: string | undefined, limit: number | undefined): string {
  const length = [...(look?.trim() ?? '')].length
  // A space stands between it and the shot's own words.
  const own = length && length + 1
  return limit === undefined ? `${own} in every shot` : `${own} of ${limit} in every shot`
}

type LineProps = {
  shot: BoardShot
  at: number
  state: ShotState | undefined
  on: boolean
  current: boolean
  onPick: (id: string, how?: 'toggle' | 'range') => void
}

const Line = memo(function Line({ shot, at, state, on, current, onPick }: LineProps) {
  return (
    <button
      type="button"
      aria-current={current ? 'true' : undefined}
      onClick={(event) =>
        onPick(shot.id, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : undefined)
      }
      className={cx(
        'flex h-[26px] w-full items-center gap-2.5 px-3.5 text-left text-12 -outline-offset-2 touch:h-11',
        on
          ? 'bg-hover font-medium text-ink shadow-[inset_2px_0_0_var(--color-accent-edge)]'
          : 'text-ink-2 hover:bg-raised',
      )}
    >
      <span className="flex items-center gap-1 font-mono">
        {number(at)}
        {shot.colour && <ColourDot colour={shot.colour} />}
      </span>
      <span className="min-w-0 flex-1 truncate">{shot.prompt || 'No words yet'}</span>
      {state && state.kind !== 'missing' && <ShotMark state={state} bare />}
      <span className="w-7 text-right tabular-nums">{seconds(shot.duration)}</span>
    </button>
  )
})
