'use client'
// Where an element of the library is known besides, under which id, and how to make it known or have it deleted there.
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorLine, Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { type KeptKind, useDropThere, useKeepThere, useKnown } from '@/lib/api/shelf-query'
import type { Element } from '@/lib/elements/element'
import type { ProviderId } from '@/lib/models/row'
import { Question } from './question'

type Place = { provider: ProviderId; label: string; ready: boolean; reason?: string | undefined }
type Asked = { place: Place; what: KeptKind; id: string }

/** @param changed the draft differs from what is kept; what is known is told of the kept one. */
export function Known({ element, changed }: { element: Element; changed: boolean }) {
  const { data: places = [] } = useKnown(element.id, element.version)
  const [asked, ask] = useState<Asked>()
  const drop = useDropThere()
  if (places.length === 0) return null
  return (
    <Field label="Known at" hint={changed ? 'as it was saved; save what you changed first' : undefined}>
      <ul className="flex flex-col gap-2">
        {places.map((place) => (
          <li key={place.provider} className="flex flex-col gap-1.5 rounded-control bg-raised px-3 py-2">
            <span className="flex items-baseline justify-between gap-3 text-13 font-medium">
              {place.label}
              {!place.ready && <span className="text-12 font-normal text-ink-3">{place.reason}</span>}
            </span>
            <Line place={place} what="element" id={place.element} element={element} changed={changed} onDrop={ask} />
            {element.voices && (
              <Line place={place} what="voice" id={place.voice} element={element} changed={changed} onDrop={ask} />
            )}
          </li>
        ))}
      </ul>
      {drop.error && <ErrorLine>{drop.error.message}</ErrorLine>}
      <Question
        asked={asked}
        title={({ place }) => `Delete it at ${place.label}?`}
        words={({ place }) =>
          `${place.label} forgets it. It stays in the library here, and is made there again when it is next needed.`
        }
        verb="Delete there"
        onYes={({ place, what, id }) => drop.mutate({ provider: place.provider, what, kept: id })}
        onClose={() => ask(undefined)}
      />
    </Field>
  )
}

const words: Record<KeptKind, { known: string; make: string }> = {
  element: { known: 'known as', make: 'Make it there' },
  voice: { known: 'its voice is known as', make: 'Make its voice there' },
}

type LineProps = {
  place: Place
  what: KeptKind
  id: string | undefined
  element: Element
  changed: boolean
  onDrop: (asked: Asked) => void
}

function Line({ place, what, id, element, changed, onDrop }: LineProps) {
  const keep = useKeepThere()
  const { known, make } = words[what]
  if (id !== undefined)
    return (
      <span className="flex items-center gap-2 text-12 text-ink-2">
        <span className="min-w-0 flex-1">
          {known} <code className="font-mono break-all text-ink">{id}</code>
        </span>
        {place.ready && (
          <IconButton
            label={`Delete ${what === 'voice' ? 'its voice' : 'it'} at ${place.label}`}
            size="card"
            onClick={() => onDrop({ place, what, id })}
          >
            <Trash2 />
          </IconButton>
        )}
      </span>
    )
  const reason = changed ? 'Save it first' : undefined
  return (
    <span className="flex flex-col items-start gap-1.5">
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-12 text-ink-3">
        {what === 'element' ? 'not known there yet' : 'its voice is not known there yet'}
        {place.ready && (
          <Button
            size="tool"
            disabled={keep.isPending}
            focusableWhenDisabled
            {...(reason ? { reason } : {})}
            onClick={() => !reason && keep.mutate({ provider: place.provider, what, element: element.id })}
          >
            {keep.isPending ? 'Making it…' : make}
          </Button>
        )}
      </span>
      {keep.error && <ErrorLine>{keep.error.message}</ErrorLine>}
    </span>
  )
}
