'use client'
import { Plus } from 'lucide-react'
import type { Kept } from '@/lib/api/shelf-query'
import { Combobox } from '../ui/combobox'
import { MediaList } from './assets'
import type { ControlProps } from './control'
import { useInput, useWrite } from './draft'
import { usePickable } from './kept'

/** Sounds whose place is their name in the words. */
export function Voices({ limits, label, hint, note, barred }: ControlProps<'voices'>) {
  return (
    <div className="contents">
      <MediaList
        of="voices"
        label={label}
        hint={hint}
        note={note}
        limits={limits.of}
        max={limits.max ?? Number.POSITIVE_INFINITY}
        barred={barred}
        markOf={(at) => `@voice_${at + 1}`}
      />
      {barred === undefined && <Pick max={limits.max} />}
    </div>
  )
}

/** Voices that the provider keeps: own ones and its presets. */
function Pick({ max = Number.POSITIVE_INFINITY }: { max: number | undefined }) {
  const list = useInput('voices') ?? []
  const { patch } = useWrite()
  const { label, items, why } = usePickable('voice')
  if (label === undefined || list.length >= max) return null
  if (why !== undefined)
    return (
      <p className="col-span-full text-12 text-ink-3">
        Voices of {label}: {why}
      </p>
    )
  const held = (kept: Kept) => list.some((one) => 'ref' in one && one.ref === kept.id)
  return (
    <div className="col-span-full">
      <Combobox<Kept>
        label={`Add a voice of ${label}`}
        groups={[
          { value: 'own', head: 'Own', items: items.filter(({ own }) => own) },
          { value: 'preset', head: 'Presets', items: items.filter(({ own }) => !own) },
        ].filter((group) => group.items.length > 0)}
        value={null}
        onChange={(kept) => patch({ voices: [...list, { ref: kept.id }] })}
        keyOf={({ id }) => id}
        wordsOf={({ id, name }) => `${name} ${id}`}
        barred={held}
        placeholder="Find a voice"
        row={(kept) => (
          <span className="flex min-h-7 min-w-0 flex-col justify-center">
            <span className={held(kept) ? 'text-ink-3' : 'font-medium'}>{kept.name}</span>
            <span className="truncate text-12 text-ink-3">
              {held(kept) ? 'already here' : <code className="font-mono">{kept.id}</code>}
            </span>
          </span>
        )}
        triggerClass="flex min-h-9 w-full items-center gap-2 rounded-control border border-line px-3 text-13 text-ink-2 transition-colors duration-80 hover:bg-hover hover:text-ink touch:min-h-11"
        trigger={
          <>
            <Plus aria-hidden className="size-4 shrink-0" />
            <span className="min-w-0 truncate">Add a voice of {label}</span>
          </>
        }
      />
    </div>
  )
}
