'use client'
// The library's elements beside the shots: a press gives one to the selected shots, or takes it back.
import { Plus } from 'lucide-react'
import Link from 'next/link'
import { Thumb } from '@/components/elements/thumb'
import { cx } from '@/components/ui/cx'
import { useElements } from '@/lib/api/element-query'
import { setShot } from '@/lib/storyboard/edits'
import type { Desk } from './desk/desk'
import type { Draft } from './desk/draft'

/** Two rows; the rest is in the library and in the inspector. */
const most = 6

type Props = { shots: Draft['shots']; selected: ReadonlySet<string>; desk: Desk }

export function CastShelf({ shots, selected, desk }: Props) {
  const { data: library = [] } = useElements()
  const used = new Set(shots.flatMap(({ elements = [] }) => elements))
  const shown = [...library].sort((a, b) => Number(used.has(b.name)) - Number(used.has(a.name))).slice(0, most)
  // Of several, pinned shots stay as they are; one alone is meant.
  const meant = shots.filter(({ id, pinned }) => selected.has(id) && !(pinned && selected.size > 1))
  const turn = (name: string, on: boolean) =>
    desk.edit((now) =>
      meant.reduce((board, { id, elements = [] }) => {
        const others = elements.filter((one) => one !== name)
        const next = on ? others : [...others, name]
        return setShot(board, id, { elements: next.length > 0 ? next : undefined })
      }, now),
    )
  return (
    <div className="border-t border-line p-3.5">
      <div className="flex items-center justify-between pb-2 text-12 text-ink-2">
        <span className="font-medium">Elements</span>
        <Link href="/library" aria-label="Elements in the library" className="room rounded-picture hover:text-ink">
          <Plus aria-hidden className="size-3.5" />
        </Link>
      </div>
      {shown.length === 0 ? (
        <p className="text-12 text-ink-3">People, things and places to keep: make them in the library.</p>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: pictures that are pressed, not a form's fieldset
        <div role="group" aria-label="Elements of the selected shots" className="grid grid-cols-3 gap-2">
          {shown.map((element) => {
            const on = meant.length > 0 && meant.every(({ elements }) => elements?.includes(element.name))
            return (
              <button
                key={element.id}
                type="button"
                aria-pressed={on}
                disabled={meant.length === 0}
                title={meant.length === 0 ? 'Select a shot first' : undefined}
                onClick={() => turn(element.name, on)}
                className={cx(
                  'flex min-w-0 flex-col gap-1 rounded-picture text-left text-12',
                  on ? 'font-medium text-ink' : 'text-ink-2 hover:text-ink',
                )}
              >
                <Thumb
                  parts={element}
                  className={cx('aspect-[3/2] w-full rounded-picture!', on && 'outline-2 outline-accent-edge')}
                />
                <span className="truncate">{element.name}</span>
              </button>
            )
          })}
        </div>
      )}
    </div>
  )
}
