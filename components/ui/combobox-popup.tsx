'use client'
import { Combobox as Base } from '@base-ui/react/combobox'
import { Search } from 'lucide-react'
import { type ComponentProps, type ReactNode, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { cx } from './cx'
import { popup } from './popup'

export type Group<T> = { value: string; head: ReactNode; items: readonly T[] }

export type ComboboxProps<T> = {
  /** Accessible name of trigger and list. */
  label: string
  groups: readonly Group<T>[]
  value: T | null
  onChange: (value: T) => void
  keyOf: (item: T) => string
  /** What typing is matched against. */
  wordsOf: (item: T) => string
  /** Cannot be picked; the row itself says why. */
  barred?: (item: T) => boolean
  row: (item: T) => ReactNode
  /** Inside the trigger. */
  trigger: ReactNode
  triggerClass?: string
  placeholder?: string
  empty?: string
  /** At the right of the input, e.g. a switch. */
  aside?: ReactNode
  defaultOpen?: boolean
  /** Under the list. */
  foot?: ReactNode
}

/** Every word that is typed, wherever it stands. */
function holdsAll(text: string, query: string): boolean {
  const words = text.toLocaleLowerCase()
  return query
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word))
}

/** Where nothing is chosen the first is marked from the start. Base UI does so by this word; only its type leaves it out here. */
const always = 'always' as unknown as true

/** A list in groups, as wide as its trigger, filtered by typing. */
export function ComboboxPopup<T>(props: ComboboxProps<T>) {
  const { label, groups, value, onChange, keyOf, wordsOf, barred, row, trigger } = props
  const [open, setOpen] = useState(props.defaultOpen ?? false)
  const search = useRef<HTMLInputElement>(null)
  /** Letters on the trigger begin the search. Left alone they would pick what they spell, unseen and once per letter. */
  const begin: ComponentProps<typeof Base.Trigger>['onKeyDown'] = (event) => {
    if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventBaseUIHandler()
    flushSync(() => setOpen(true))
    // The browser writes the letter where the focus is by then.
    search.current?.focus({ preventScroll: true })
  }
  return (
    <Base.Root
      items={groups as Group<T>[]}
      value={value}
      onValueChange={(next, { reason }) => {
        if (next !== null && reason === 'item-press') onChange(next)
      }}
      itemToStringLabel={wordsOf}
      itemToStringValue={keyOf}
      filter={(item: T, query) => holdsAll(wordsOf(item), query)}
      isItemEqualToValue={(a: T, b: T) => keyOf(a) === keyOf(b)}
      autoHighlight={value === null ? always : true}
      open={open}
      onOpenChange={setOpen}
    >
      <Base.Trigger
        aria-label={label}
        onKeyDown={begin}
        className={cx('text-left select-none data-[popup-open]:border-edge', props.triggerClass)}
      >
        {trigger}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} align="start" collisionPadding={8} className="z-50">
          <Base.Popup
            aria-label={label}
            className={cx(popup, 'flex max-h-[var(--available-height)] w-[max(var(--anchor-width),280px)] flex-col')}
          >
            <div className="flex h-11 shrink-0 items-center gap-2.5 border-b border-line px-3.5 text-ink-2">
              <Search aria-hidden className="size-4" />
              <Base.Input
                ref={search}
                aria-label={props.placeholder ?? label}
                placeholder={props.placeholder}
                className="h-full min-w-0 flex-1 bg-transparent text-13 text-ink outline-none touch:text-14"
              />
              {props.aside}
            </div>
            <Base.Empty className="px-3.5 text-13 text-ink-2 not-empty:py-4">
              {props.empty ?? 'Nothing fits.'}
            </Base.Empty>
            <Base.List className="max-h-[min(34rem,70dvh)] min-h-0 scroll-py-2 overflow-y-auto overscroll-contain p-1.5 outline-none data-[empty]:p-0">
              {(group: Group<T>) => (
                <Base.Group key={group.value} items={group.items} className="pb-1.5 last:pb-0">
                  <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-12 text-ink-2">{group.head}</Base.GroupLabel>
                  <Base.Collection>
                    {(item: T) => (
                      <Base.Item
                        key={keyOf(item)}
                        value={item}
                        disabled={barred?.(item) ?? false}
                        className="block cursor-default rounded-control px-2 py-1.5 text-13 outline-none select-none data-[highlighted]:bg-hover touch:min-h-11"
                      >
                        {row(item)}
                      </Base.Item>
                    )}
                  </Base.Collection>
                </Base.Group>
              )}
            </Base.List>
            {props.foot}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
