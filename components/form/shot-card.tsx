'use client'
// One shot, edited where it stands: number, words, seconds, counter, and what else can be done with it.
import { ArrowDown, ArrowUp, Copy, Ellipsis, SquareSplitVertical, Trash2 } from 'lucide-react'
import { type KeyboardEvent, memo, useState } from 'react'
import type { Limits } from '@/lib/models/limits'
import { Counter } from '../ui/counter'
import { cx } from '../ui/cx'
import { IconButton } from '../ui/icon-button'
import { Menu } from '../ui/menu'
import { idOf } from './control'
import { useAt, useWrite } from './draft'
import { useFindings } from './finding'
import { Errors, errorId } from './frame'
import { useNames } from './names'
import { Prose } from './prose'
import { Seconds } from './seconds'
import { choices, longest, type Span } from './shot'
import { lengthOf } from './text'

export type ShotDeed = 'duplicate' | 'remove' | 'up' | 'down' | 'part'
type Props = {
  at: number
  count: number
  limits: Limits['shots']
  span: Span
  onDeed: (deed: ShotDeed, at: number) => void
  onSeconds: (at: number, seconds: number) => void
  onActive: (at: number) => void
  onDrop: (from: number, to: number) => void
}

const mark = 'application/x-shot'

export const ShotCard = memo(function ShotCard({
  at,
  count,
  limits,
  span,
  onDeed,
  onSeconds,
  onActive,
  onDrop,
}: Props) {
  const words = useAt<string | undefined>(`input.shots.${at}.prompt`) ?? ''
  const seconds = useAt<number | undefined>(`input.shots.${at}.duration`) ?? limits.seconds.min
  const write = useWrite()
  const names = useNames()
  const [over, setOver] = useState(false)
  const path = `shots.${at}.prompt`
  const wrong = useFindings([path])
  const late = useFindings([`shots.${at}.duration`, `shots.${at}`])
  const counter = `${idOf(path)}-count`
  const number = at + 1
  const move = (event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return
    const deed = event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : undefined
    if (!deed) return
    event.preventDefault()
    onDeed(deed, at)
  }
  const cannotAdd = count >= limits.max ? `${limits.max} shots are the most` : undefined
  return (
    <li
      onKeyDown={move}
      onFocus={() => onActive(at)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(mark)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false)
        const from = Number(event.dataTransfer.getData(mark))
        if (event.dataTransfer.types.includes(mark)) onDrop(from, at)
      }}
      className={cx(
        'group flex gap-2.5 rounded-control px-2.5 py-1.5 outline-offset-2 transition-colors duration-80 has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:outline-focus',
        words === '' ? 'border border-dashed border-edge' : 'border border-transparent bg-raised hover:border-line',
        (wrong.length > 0 || late.length > 0) && 'border-solid border-failed!',
        over && 'ring-2 ring-accent-edge',
      )}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a pointer may drag it; keys and the menu move the shot as well */}
      <span
        draggable
        title="Drag to another place"
        onDragStart={(event) => {
          event.dataTransfer.setData(mark, String(at))
          event.dataTransfer.effectAllowed = 'move'
        }}
        className="w-3 shrink-0 cursor-grab pt-px text-right font-mono text-12 text-ink-3 select-none"
      >
        {number}
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <Prose
          id={idOf(path)}
          label={`Shot ${number}`}
          value={words}
          onChange={(next) => write.at(`input.${path}`, next)}
          handles={names.handles}
          onTake={names.take}
          invalid={wrong.length > 0}
          describedBy={wrong.length > 0 ? `${counter} ${errorId(path)}` : counter}
          placeholder={number === 1 ? 'What is seen first' : 'What is seen next'}
          rows={2}
          className="bg-transparent text-13 outline-none touch:text-14 touch:leading-[21px]"
        />
        <div className="flex items-center gap-2">
          <Seconds
            id={idOf(`shots.${at}.duration`)}
            label={`Seconds of shot ${number}`}
            value={seconds}
            onChange={(next) => onSeconds(at, next)}
            min={limits.seconds.min}
            max={Math.min(limits.seconds.max ?? Infinity, longest(span) ?? Infinity)}
            step={limits.seconds.step}
            values={choices(limits.seconds, span)}
            invalid={late.length > 0}
          />
          <span className="flex-1" />
          <Counter id={counter} length={lengthOf(words)} max={limits.words.max} />
          <Menu
            label={`Shot ${number}`}
            trigger={
              <IconButton label={`More for shot ${number}`} size="card">
                <Ellipsis />
              </IconButton>
            }
            entries={[
              { label: 'Duplicate', icon: <Copy />, reason: cannotAdd, onPick: () => onDeed('duplicate', at) },
              {
                label: 'Split in two',
                icon: <SquareSplitVertical />,
                reason: cannotAdd,
                onPick: () => onDeed('part', at),
              },
              'line',
              {
                label: 'Move up',
                icon: <ArrowUp />,
                keys: 'Alt ↑',
                reason: at === 0 ? 'it is the first' : undefined,
                onPick: () => onDeed('up', at),
              },
              {
                label: 'Move down',
                icon: <ArrowDown />,
                keys: 'Alt ↓',
                reason: at === count - 1 ? 'it is the last' : undefined,
                onPick: () => onDeed('down', at),
              },
              'line',
              { label: 'Remove', icon: <Trash2 />, onPick: () => onDeed('remove', at) },
            ]}
          />
        </div>
        <Errors id={errorId(path)} of={[...wrong, ...late]} />
      </div>
    </li>
  )
})
