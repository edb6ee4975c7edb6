'use client'
// Named subjects of this draft: a name that words can point at, a picture of the front, and more.
import { Plus, X } from 'lucide-react'
import { useCallback } from 'react'
import type { ElementUse } from '@/lib/models/input'
import { still } from '../media/still'
import { IconButton } from '../ui/icon-button'
import { Popover } from '../ui/popover'
import { type ControlProps, idOf } from './control'
import { useInput, useWrite } from './draft'
import { ElementEditor } from './element-editor'
import { useFindings } from './finding'
import { Stack } from './frame'

export function Elements({ limits, label, hint, note, barred }: ControlProps<'elements'>) {
  const list = useInput('elements') ?? []
  const { patch, read } = useWrite()
  const wrong = useFindings(['elements'], true)
  const write = useCallback(
    (at: number, change: ElementUse | undefined) => {
      const now = read().input.elements ?? []
      const next = change ? now.toSpliced(at, 1, change) : now.toSpliced(at, 1)
      patch({ elements: next.length > 0 ? next : undefined })
    },
    [patch, read],
  )
  const full = list.length >= limits.max
  const closed = barred ?? (full ? `${limits.max} are the most` : undefined)
  const add = () => {
    const taken = new Set(list.map(({ id }) => id))
    let count = list.length + 1
    while (taken.has(`element${count}`)) count++
    write(list.length, { id: `element${count}` })
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
      <ul className="flex flex-col gap-1.5 empty:hidden" id={idOf('elements')} tabIndex={-1}>
        {list.map((element, at) => {
          const picture = element.frontalImage ?? element.images?.[0]
          const source = picture && still(picture)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a name changes while it is written; the place does not
            <li key={at} className="flex h-9 items-center gap-2 rounded-control bg-raised pr-1 pl-1.5 touch:h-11">
              <Popover
                label={`Element ${element.id}`}
                className="w-80"
                trigger={
                  <button
                    type="button"
                    className="flex h-full min-w-0 flex-1 items-center gap-2 rounded-control text-left text-13 font-medium"
                  >
                    {source && <img alt="" src={source} className="size-6 rounded-[3px] object-cover" />}
                    <span className="truncate">{element.id || 'without a name'}</span>
                  </button>
                }
              >
                <ElementEditor at={at} element={element} limits={limits} onChange={write} findings={wrong} />
              </Popover>
              <IconButton label={`Take out ${element.id}`} size="card" onClick={() => write(at, undefined)}>
                <X />
              </IconButton>
            </li>
          )
        })}
      </ul>
      <button
        type="button"
        aria-disabled={closed !== undefined || undefined}
        onClick={() => {
          if (closed === undefined) add()
        }}
        title={hint}
        className="flex min-h-9 items-center gap-2 rounded-control border border-line px-3 text-left text-13 text-ink-2 transition-colors duration-80 hover:bg-hover hover:text-ink aria-disabled:text-ink-3 touch:min-h-11"
      >
        <Plus aria-hidden className="size-4 shrink-0" />
        <span className="min-w-0 truncate">{closed ?? 'Add element'}</span>
      </button>
    </Stack>
  )
}
