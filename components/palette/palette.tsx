'use client'
// Find or do anything: commands of the screen, places, boards, shots, models; typed words must all be found.
import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react'
import { cx } from '@/components/ui/cx'
import { Keys } from '@/components/ui/keys'
import { popup, row } from '@/components/ui/popup'
import { usePlaces } from './place'
import { type PaletteEntry, paletteEntries, turnPalette, usePaletteOpen } from './source'

/** Rows of a group while nothing is typed, and while something is. */
const shown = { calm: 8, typed: 40 }

export function Palette() {
  const open = usePaletteOpen()
  const input = useRef<HTMLInputElement>(null)
  return (
    <Dialog.Root open={open} onOpenChange={turnPalette}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity duration-140 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0" />
        <Dialog.Popup
          initialFocus={input}
          className={cx(
            popup,
            'fixed top-[20%] left-1/2 z-50 flex w-[min(560px,calc(100vw-16px))] -translate-x-1/2 flex-col overflow-hidden max-md:top-2',
          )}
        >
          <Dialog.Title className="sr-only">Find or do anything</Dialog.Title>
          <List input={input} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function List({ input }: { input: RefObject<HTMLInputElement | null> }) {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const places = usePlaces()
  const own = useMemo(paletteEntries, [])
  const found = useMemo(() => matching([...own, ...places], typed), [own, places, typed])
  const current = found[Math.min(at, found.length - 1)]
  useEffect(() => {
    document.getElementById(`${list}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [list, at])
  const take = (entry: PaletteEntry | undefined) => {
    if (!entry || entry.reason !== undefined) return
    turnPalette(false)
    // The dialog gives the focus back first.
    setTimeout(entry.run)
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) take(current)
    else if (step !== undefined) setAt(Math.max(0, Math.min(found.length - 1, at + step)))
    else return
    event.preventDefault()
  }
  return (
    <div className="flex min-h-0 flex-col">
      <div className="flex h-11 shrink-0 items-center gap-2.5 border-b border-line px-4 text-ink-2">
        <Search aria-hidden className="size-4" />
        <input
          ref={input}
          role="combobox"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={current ? `${list}-${Math.min(at, found.length - 1)}` : undefined}
          aria-label="Find or do anything"
          placeholder={
            own.some(({ group }) => group === 'Shots')
              ? 'A command, a board, a shot, a model'
              : 'A command, a board, a model'
          }
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={press}
          className="h-full min-w-0 flex-1 bg-transparent text-13 text-ink outline-none touch:text-14"
        />
      </div>
      <div id={list} role="listbox" aria-label="Found" className="h-[min(24rem,60dvh)] overflow-y-auto px-2 py-2">
        {found.map((entry, index) => (
          <div key={`${entry.group} ${entry.key}`} className="contents">
            {entry.group !== found[index - 1]?.group && (
              <p role="presentation" className="px-2 pt-2 pb-1 text-12 text-ink-2">
                {entry.group}
              </p>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard stays in the field, which steers the list */}
            <div
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={entry === current}
              aria-disabled={entry.reason !== undefined}
              data-highlighted={entry === current ? '' : undefined}
              onPointerMove={() => setAt(index)}
              onClick={() => take(entry)}
              className={cx(row, 'py-1 [&_svg]:size-4', entry.reason !== undefined && 'text-ink-3')}
            >
              <span className="flex w-5 shrink-0 justify-center text-ink-2">{entry.icon}</span>
              <span className="min-w-0 flex-1">
                <span className="block truncate">{entry.label}</span>
                {entry.reason !== undefined && <span className="block text-12 text-ink-3">{entry.reason}</span>}
              </span>
              {entry.keys && <Keys of={entry.keys} />}
            </div>
          </div>
        ))}
        {found.length === 0 && <p className="px-2 py-4 text-ink-2">Nothing of that name.</p>}
      </div>
    </div>
  )
}

function matching(entries: readonly PaletteEntry[], typed: string): PaletteEntry[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const most = words.length > 0 ? shown.typed : shown.calm
  const counts = new Map<string, number>()
  const groups = [...new Set(entries.map(({ group }) => group))]
  const found = entries.filter(({ group, label, words: more = '' }) => {
    const text = `${label} ${more}`.toLowerCase()
    if (!words.every((word) => text.includes(word))) return false
    counts.set(group, (counts.get(group) ?? 0) + 1)
    return (counts.get(group) ?? 0) <= (group === 'This board' ? entries.length : most)
  })
  return groups.flatMap((group) => found.filter((entry) => entry.group === group))
}
