'use client'
// Named subjects of this draft, in the order that numbers them: from the library or made here.
import { ArrowDown, ArrowUp, Ellipsis, X } from 'lucide-react'
import { type KeyboardEvent, useCallback } from 'react'
import type { ElementUse } from '@/lib/models/input'
import { Thumb } from '../elements/thumb'
import { IconButton } from '../ui/icon-button'
import { Menu } from '../ui/menu'
import { Popover } from '../ui/popover'
import { AddElement } from './add-element'
import { type ControlProps, idOf } from './control'
import { useInput, useWrite } from './draft'
import { ElementEditor } from './element-editor'
import { useFindings } from './finding'
import { Stack } from './frame'
import { useRenumber } from './renumber'

const rowId = (at: number) => `${idOf(`elements.${at}`)}-row`

export function Elements({ limits, label, hint, note, barred }: ControlProps<'elements'>) {
  const list = useInput('elements') ?? []
  const { patch, read } = useWrite()
  const wrong = useFindings(['elements'], true)
  const change = useCallback(
    (next: (now: ElementUse[]) => ElementUse[]) => {
      const after = next(read().input.elements ?? [])
      patch({ elements: after.length > 0 ? after : undefined })
    },
    [patch, read],
  )
  const set = useCallback((at: number, element: ElementUse) => change((now) => now.toSpliced(at, 1, element)), [change])
  const renumber = useRenumber('elements')
  /** Names stay in the words; numbers that stand there as such follow. */
  const move = (from: number, to: number) => {
    const one = list[from]
    if (!one || to < 0 || to >= list.length) return
    renumber(list.toSpliced(from, 1).toSpliced(to, 0, one), from, to)
    requestAnimationFrame(() => document.getElementById(rowId(to))?.focus())
  }
  const press = (event: KeyboardEvent, at: number) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (!event.altKey || by === 0) return
    event.preventDefault()
    move(at, at + by)
  }
  return (
    <Stack
      label={label}
      note={note}
      paths={['elements']}
      deep
      aside={
        <span className="tabular-nums">
          {list.length} / {limits.max}
        </span>
      }
    >
      <ol aria-label={label} className="flex flex-col gap-1.5 empty:hidden" id={idOf('elements')} tabIndex={-1}>
        {list.map((element, at) => {
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: a name changes while it is written; the place does not
              key={at}
              onKeyDown={(event) => press(event, at)}
              className="flex h-9 items-center gap-1 rounded-control bg-raised pr-1 pl-1.5 touch:h-11"
            >
              <Popover
                label={`Element ${element.id}`}
                className="w-80 p-0!"
                trigger={
                  <button
                    type="button"
                    id={rowId(at)}
                    className="flex h-full min-w-0 flex-1 items-center gap-2 rounded-control text-left text-13 font-medium"
                  >
                    <Thumb parts={element} className="size-6" />
                    <span className="truncate">{calledBy(element)}</span>
                  </button>
                }
              >
                <ElementEditor at={at} element={element} limits={limits} onChange={set} findings={wrong} />
              </Popover>
              {list.length > 1 && (
                <Menu
                  label={`Place of ${element.id}`}
                  trigger={
                    <IconButton label={`Move ${element.id}`} size="card">
                      <Ellipsis />
                    </IconButton>
                  }
                  entries={[
                    {
                      label: 'Move up',
                      icon: <ArrowUp />,
                      keys: 'Alt ↑',
                      reason: at === 0 ? 'it is the first' : undefined,
                      onPick: () => move(at, at - 1),
                    },
                    {
                      label: 'Move down',
                      icon: <ArrowDown />,
                      keys: 'Alt ↓',
                      reason: at === list.length - 1 ? 'it is the last' : undefined,
                      onPick: () => move(at, at + 1),
                    },
                  ]}
                />
              )}
              <IconButton
                label={`Take out ${element.id}`}
                size="card"
                onClick={() => renumber(list.toSpliced(at, 1), at, list.length - 1)}
              >
                <X />
              </IconButton>
            </li>
          )
        })}
      </ol>
      <AddElement
        limits={limits}
        names={list.map(({ id }) => id)}
        barred={barred}
        hint={hint}
        onAdd={(element) => change((now) => (now.some(({ id }) => id === element.id) ? now : [...now, element]))}
      />
    </Stack>
  )
}

/** An id of digits says nothing to anybody; what stands with it does. */
const calledBy = ({ id, description }: ElementUse) =>
  /^\d+$/.test(id) && description ? `${description} (${id})` : id || 'without a name'
