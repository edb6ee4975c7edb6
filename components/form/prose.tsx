'use client'
// A textarea that grows with its words, paints the names in them as pills and offers names after an @.
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { still } from '../media/still'
import { cx } from '../ui/cx'
import { popup, row } from '../ui/popup'
import { type Ask, askedAt, type Handle, matching, pieces } from './handle'

type Props = {
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  handles: readonly Handle[]
  /** A name was chosen from the list; its words are written already. */
  onTake?: (handle: Handle) => void
  invalid?: boolean
  describedBy?: string | undefined
  placeholder?: string
  rows?: number
  className?: string
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void
}

export function Prose({
  id,
  label,
  value,
  onChange,
  handles,
  onTake,
  invalid,
  describedBy,
  placeholder,
  rows = 2,
  className,
  onKeyDown,
}: Props) {
  const area = useRef<HTMLTextAreaElement>(null)
  const caret = useRef<number>(undefined)
  const [ask, setAsk] = useState<Ask>()
  const [at, setAt] = useState(0)
  const [writing, setWriting] = useState(false)
  const list = useId()
  const offered = ask ? matching(handles, ask.word) : []
  const open = writing && offered.length > 0
  const cut = pieces(value, handles)
  const painted = !writing && cut.some(({ handle }) => handle)

  useLayoutEffect(() => {
    if (caret.current === undefined) return
    area.current?.setSelectionRange(caret.current, caret.current)
    caret.current = undefined
  })

  useEffect(() => {
    if (open) document.getElementById(`${list}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [open, list, at])

  const look = () => {
    const node = area.current
    setAsk(node && handles.length > 0 ? askedAt(node.value, node.selectionStart) : undefined)
    setAt(0)
  }
  const take = (handle: Handle) => {
    if (!ask) return
    const text = `@${handle.name} `
    caret.current = ask.from + text.length
    onChange(value.slice(0, ask.from) + text + value.slice(ask.to).replace(/^ /, ''))
    onTake?.(handle)
    setAsk(undefined)
  }
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const chosen = offered[at]
    if (open && chosen && !event.nativeEvent.isComposing) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault()
        setAt((at + (event.key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length)
        return
      }
      if ((event.key === 'Enter' && !event.metaKey && !event.ctrlKey) || event.key === 'Tab') {
        event.preventDefault()
        take(chosen)
        return
      }
      if (event.key === 'Escape') {
        event.stopPropagation()
        setAsk(undefined)
        return
      }
    }
    onKeyDown?.(event)
  }
  return (
    <div className="relative min-w-0">
      {painted && (
        <div
          aria-hidden
          className={cx(
            'pointer-events-none absolute inset-0 break-words whitespace-pre-wrap',
            className,
            'border-transparent bg-transparent',
          )}
        >
          {cut.map(({ text, handle, at: key }) =>
            handle ? <Pill key={key} handle={handle} /> : <span key={key}>{text}</span>,
          )}
        </div>
      )}
      <textarea
        ref={area}
        id={id}
        aria-label={label}
        rows={rows}
        value={value}
        placeholder={placeholder}
        spellCheck
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        aria-autocomplete={handles.length > 0 ? 'list' : undefined}
        aria-controls={open ? list : undefined}
        aria-activedescendant={open ? `${list}-${at}` : undefined}
        onChange={(event) => {
          onChange(event.currentTarget.value)
          look()
        }}
        onSelect={look}
        onFocus={() => setWriting(true)}
        onBlur={() => setWriting(false)}
        onKeyDown={press}
        style={{ minHeight: `calc(${rows}lh + var(--prose-pad, 0px))` }}
        className={cx(
          'block field-sizing-content w-full resize-none text-ink',
          className,
          painted && 'text-transparent',
        )}
      />
      {open && (
        <div
          id={list}
          role="listbox"
          aria-label="Names"
          className={cx(popup, 'absolute top-full left-0 z-30 mt-1 max-h-56 w-72 max-w-full overflow-y-auto p-1')}
        >
          {offered.map((handle, index) => (
            <div
              key={handle.name}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              data-highlighted={index === at ? '' : undefined}
              onPointerDown={(event) => {
                event.preventDefault()
                take(handle)
              }}
              onPointerEnter={() => setAt(index)}
              className={row}
            >
              {handle.picture && (
                <img alt="" src={still(handle.picture)} className="size-5 shrink-0 rounded-[3px] object-cover" />
              )}
              <span className="shrink-0 font-medium">@{handle.name}</span>
              <span className="truncate text-12 text-ink-2">{handle.about}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

/** As it stands while nobody writes: a 14 px picture and the name. */
function Pill({ handle: { name, picture } }: { handle: Handle }) {
  return (
    <span className="inline-flex items-center gap-1 rounded-picture bg-accent-soft px-1 align-bottom text-accent-ink">
      {picture && <img alt="" src={still(picture)} className="size-3.5 rounded-[2px] object-cover" />}
      {name}
    </span>
  )
}
