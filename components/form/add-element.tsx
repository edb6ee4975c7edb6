'use client'
import { Plus } from 'lucide-react'
import Link from 'next/link'
import { useElements } from '@/lib/api/element-query'
import type { Kept } from '@/lib/api/shelf-query'
import { castAs } from '@/lib/elements/cast'
import type { Element } from '@/lib/elements/element'
import type { ElementUse } from '@/lib/models/input'
import type { Limits } from '@/lib/models/limits'
import { Thumb } from '../elements/thumb'
import { Combobox } from '../ui/combobox'
import { whyNot } from './cast'
import { usePickable } from './kept'

type Choice = { element: Element } | { kept: Kept } | 'new'
type Props = {
  limits: Limits['elements']
  names: readonly string[]
  barred: string | undefined
  hint: string | undefined
  onAdd: (element: ElementUse) => void
}

const face =
  'flex min-h-9 w-full items-center gap-2 rounded-control border border-line px-3 text-13 text-ink-2 transition-colors duration-80 hover:bg-hover hover:text-ink touch:min-h-11'

/** From the library, or a new one for this draft alone. */
export function AddElement({ limits, names, barred, hint, onAdd }: Props) {
  const { data: library = [] } = useElements()
  const there = usePickable('element')
  const closed = barred ?? (names.length >= limits.max ? `${limits.max} are the most` : undefined)
  if (closed !== undefined)
    return (
      <p
        title={hint}
        className="flex min-h-9 items-center rounded-control border border-line px-3 py-1.5 text-12 text-ink-3 touch:min-h-11"
      >
        {closed}
      </p>
    )
  const fresh = (): ElementUse => {
    const taken = new Set(names)
    let count = names.length + 1
    while (taken.has(`element${count}`)) count++
    return { id: `element${count}` }
  }
  const whyBarred = (choice: Choice) => {
    if (choice === 'new') return
    if ('element' in choice) return whyNot(limits, names, choice.element)
    return names.includes(choice.kept.id) ? 'already here' : undefined
  }
  return (
    <Combobox<Choice>
      label="Add element"
      groups={[
        ...(library.length > 0
          ? [{ value: 'library', head: 'From the library', items: library.map((element) => ({ element })) }]
          : []),
        ...(there.items.length > 0
          ? [{ value: 'there', head: `Kept at ${there.label}`, items: there.items.map((kept) => ({ kept })) }]
          : []),
        { value: 'here', head: library.length > 0 ? 'Or' : 'The library has no elements yet', items: ['new' as const] },
      ]}
      value={null}
      onChange={(choice) =>
        onAdd(choice === 'new' ? fresh() : 'kept' in choice ? named(choice.kept) : castAs(choice.element))
      }
      keyOf={(choice) => (choice === 'new' ? '' : 'kept' in choice ? choice.kept.id : choice.element.id)}
      wordsOf={(choice) =>
        choice === 'new'
          ? 'New element'
          : 'kept' in choice
            ? `${choice.kept.name} ${choice.kept.id} ${choice.kept.description ?? ''}`
            : `${choice.element.name} ${choice.element.description ?? ''}`
      }
      barred={(choice) => whyBarred(choice) !== undefined}
      placeholder="Find an element"
      row={(choice) =>
        choice === 'new' ? (
          <New />
        ) : 'kept' in choice ? (
          <Elsewhere {...choice} why={whyBarred(choice)} />
        ) : (
          <Known {...choice} why={whyBarred(choice)} />
        )
      }
      triggerClass={face}
      trigger={
        <>
          <Plus aria-hidden className="size-4 shrink-0" />
          <span className="min-w-0 truncate">Add element</span>
        </>
      }
      foot={
        <div className="flex flex-col items-start gap-1 border-t border-line px-3.5 py-2.5 text-12">
          {there.label !== undefined && there.why !== undefined && (
            <span className="text-ink-3">
              {there.label}: {there.why}
            </span>
          )}
          <Link href="/library" className="room rounded-picture font-medium text-accent-ink hover:underline">
            Open the library
          </Link>
        </div>
      }
    />
  )
}

/** By its id alone, which is how a provider calls its own; what it is called there is for people. */
const named = ({ id, name }: Kept): ElementUse => ({ id, description: name })

function Elsewhere({ kept: { id, name, own }, why }: { kept: Kept; why: string | undefined }) {
  return (
    <span className="flex min-h-7 min-w-0 flex-col justify-center">
      <span className={why === undefined ? 'font-medium' : 'text-ink-3'}>
        {name} <span className="font-normal text-ink-3">{own ? 'own' : 'preset'}</span>
      </span>
      <span className="truncate text-12 text-ink-3">{why ?? <code className="font-mono">{id}</code>}</span>
    </span>
  )
}

function New() {
  return (
    <span className="flex min-h-7 items-center gap-2">
      <Plus aria-hidden className="size-4 text-ink-2" />
      New element, for this draft
    </span>
  )
}

function Known({ element, why }: { element: Element; why: string | undefined }) {
  return (
    <span className="flex min-h-7 items-center gap-2">
      <Thumb parts={element} className="size-7" />
      <span className="flex min-w-0 flex-col">
        <span className={why === undefined ? 'font-medium' : 'text-ink-3'}>{element.name}</span>
        {(why ?? element.description) && (
          <span className={`truncate text-12 ${why === undefined ? 'text-ink-2' : 'text-ink-3'}`}>
            {why ?? element.description}
          </span>
        )}
      </span>
    </span>
  )
}
