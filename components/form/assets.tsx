'use client'
// An ordered list of files: dragged, moved by Alt and the arrows or by buttons, up to the model's maximum.
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { type KeyboardEvent, useCallback, useState } from 'react'
import type { MediaLimits } from '@/lib/media/limits'
import type { Medium } from '@/lib/media/medium'
import type { InputKey } from '@/lib/models/input'
import { Slot } from '../media/slot'
import { cx } from '../ui/cx'
import { IconButton } from '../ui/icon-button'
import { type ControlProps, idOf } from './control'
import { useInput, useWrite } from './draft'
import { useFindings } from './finding'
import { errorId, Stack } from './frame'
import { useRenumber } from './renumber'

export function Assets({ limits, keys, label, hint, note, needed, barred }: ControlProps<'assets'>) {
  const key = keys[0] ?? 'referenceImages'
  return (
    <MediaList
      of={key}
      label={label}
      hint={hint ?? (needed ? undefined : 'optional')}
      note={note}
      limits={limits.of}
      max={limits.max}
      min={limits.min}
      barred={barred}
    />
  )
}

type Props = {
  of: InputKey
  label: string
  hint?: string | undefined
  note?: string | undefined
  limits: MediaLimits
  max?: number | undefined
  min?: number | undefined
  barred?: string | undefined
  /** Written before the name of each: "@voice_1". */
  markOf?: (at: number) => string
}

const mime = 'application/x-place'

export function MediaList({ of: key, label, hint, note, limits, max, min = 0, barred, markOf }: Props) {
  const list = (useInput(key) as Medium[] | undefined) ?? []
  const { patch, read } = useWrite()
  const wrong = useFindings([key], true)
  const write = useCallback(
    (change: (now: Medium[]) => Medium[]) => {
      const next = change((read().input[key] as Medium[] | undefined) ?? [])
      patch({ [key]: next.length > 0 ? next : undefined })
    },
    [key, patch, read],
  )
  const renumber = useRenumber(key)
  const move = (from: number, to: number) => {
    const one = list[from]
    if (one && from !== to && to >= 0 && to < list.length)
      renumber(list.toSpliced(from, 1).toSpliced(to, 0, one), from, to)
  }
  const set = (at: number, medium: Medium | undefined) => {
    if (medium) write((now) => now.toSpliced(at, 1, medium))
    else renumber(list.toSpliced(at, 1), at, list.length - 1)
  }
  const described = wrong.length > 0 ? errorId(key) : undefined
  const room = (max ?? Infinity) - list.length
  const next = `${idOf(key)}${list.length > 0 ? '-next' : ''}`
  return (
    <Stack
      label={label}
      hint={hint}
      note={note}
      paths={[key]}
      deep
      className={list.length > 0 && max !== 1 ? 'col-span-full' : ''}
      aside={<span className="tabular-nums">{room === Infinity ? list.length : `${list.length} / ${max}`}</span>}
    >
      <ol
        aria-label={label}
        className={cx('grid gap-3', list.length > 0 && max !== 1 ? 'grid-cols-3 max-md:grid-cols-2' : 'grid-cols-1')}
      >
        {list.map((medium, at) => (
          <Item
            // biome-ignore lint/suspicious/noArrayIndexKey: the same file may stand twice; its place is what it is
            key={`${at} ${JSON.stringify(medium)}`}
            at={at}
            count={list.length}
            onMove={move}
          >
            <Slot
              id={at === 0 ? idOf(key) : idOf(`${key}.${at}`)}
              label={`${label} ${at + 1}`}
              limits={limits}
              value={medium}
              onChange={(changed) => set(at, changed)}
              barred={barred}
              invalid={wrong.some(({ path }) => path === `${key}.${at}`)}
              describedBy={described}
              mark={markOf?.(at) ?? ''}
            />
          </Item>
        ))}
        {room > 0 && (
          <li>
            <Slot
              key={list.length}
              id={next}
              label={`${label} ${list.length + 1}`}
              limits={limits}
              value={undefined}
              onChange={(medium) => medium && write((now) => [...now, medium])}
              barred={barred}
              invalid={wrong.length > 0 && list.length < Math.max(1, min)}
              describedBy={described}
            />
          </li>
        )}
      </ol>
    </Stack>
  )
}

type ItemProps = { at: number; count: number; onMove: (from: number, to: number) => void; children: React.ReactNode }

function Item({ at, count, onMove, children }: ItemProps) {
  const [over, setOver] = useState(false)
  const press = (event: KeyboardEvent) => {
    if (!event.altKey) return
    const by =
      event.key === 'ArrowLeft' || event.key === 'ArrowUp'
        ? -1
        : event.key === 'ArrowRight' || event.key === 'ArrowDown'
          ? 1
          : 0
    if (by === 0) return
    event.preventDefault()
    onMove(at, at + by)
  }
  return (
    <li
      draggable
      onKeyDown={press}
      onDragStart={(event) => event.dataTransfer.setData(mime, String(at))}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(mime)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false)
        if (event.dataTransfer.types.includes(mime)) onMove(Number(event.dataTransfer.getData(mime)), at)
      }}
      className={cx('group/item relative rounded-picture', over && 'ring-2 ring-accent-edge')}
    >
      {children}
      {count > 1 && (
        <span
          className="absolute top-1.5 left-1.5 flex gap-1 opacity-0 transition-opacity duration-80 group-focus-within/item:opacity-100 group-hover/item:opacity-100 [@media(hover:none)]:opacity-100"
          data-theme="dark"
        >
          {at > 0 && (
            <IconButton
              label={`Move ${at + 1} forward`}
              keys="Alt+ArrowLeft"
              size="card"
              afloat
              onClick={() => onMove(at, at - 1)}
            >
              <ArrowLeft />
            </IconButton>
          )}
          {at < count - 1 && (
            <IconButton
              label={`Move ${at + 1} back`}
              keys="Alt+ArrowRight"
              size="card"
              afloat
              onClick={() => onMove(at, at + 1)}
            >
              <ArrowRight />
            </IconButton>
          )}
        </span>
      )}
    </li>
  )
}
