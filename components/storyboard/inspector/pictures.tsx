'use client'
// The pictures and films that a shot brings: first, last, references. What the chosen model has no place for says so.
import { memo, type ReactNode } from 'react'
import { Slot } from '@/components/media/slot'
import { Field } from '@/components/ui/field'
import type { MediaLimits } from '@/lib/media/limits'
import type { Row } from '@/lib/models/row'
import type { BoardShot } from '@/lib/storyboard/storyboard'
import type { Act } from '../desk/act'

/** Where a model has no such slot, the file is only kept. */
const any: MediaLimits = { kind: 'image' }
const anyFilm: MediaLimits = { kind: 'video' }

type Media = 'firstFrame' | 'lastFrame' | 'referenceImages' | 'referenceVideos'
type Props = { [K in Media]: BoardShot[K] | undefined } & { id: string; row: Row; act: Act }

/** Told one by one, so that words that are written draw none of it again. */
export const Pictures = memo(function Pictures({ row, act, ...shot }: Props) {
  const frames = row.workflows.flatMap(({ fields }) => fields.frames?.limits ?? [])
  const first = frames[0]
  const last = frames.find(({ ends }) => ends === 'both')
  const references = row.workflows.flatMap(({ fields }) => fields.referenceImages?.limits ?? [])[0]
  const held = shot.referenceImages ?? []
  const most = Math.min(10, references?.max ?? 0)
  const films = row.workflows.flatMap(({ fields }) => fields.referenceVideos?.limits ?? [])[0]
  const filmed = shot.referenceVideos ?? []
  const mostFilms = Math.min(4, films?.max ?? 0)
  const filmSlots = filmed.length < mostFilms || filmed.length === 0 ? filmed.length + 1 : filmed.length
  const slots = held.length < most || held.length === 0 ? held.length + 1 : held.length
  return (
    <Field label="Pictures and films">
      <div className="grid grid-cols-2 gap-x-3 gap-y-2">
        <Place label="First">
          <Slot
            id={`first-${shot.id}`}
            label="First picture"
            limits={first?.of ?? any}
            barred={first ? undefined : `${row.name} takes no first picture`}
            value={shot.firstFrame}
            onChange={(firstFrame) => act.set(shot.id, { firstFrame })}
          />
        </Place>
        <Place label="Last">
          <Slot
            id={`last-${shot.id}`}
            label="Last picture"
            limits={last?.of ?? any}
            barred={last ? undefined : `${row.name} takes no last picture`}
            value={shot.lastFrame}
            onChange={(lastFrame) => act.set(shot.id, { lastFrame })}
          />
        </Place>
        {Array.from({ length: slots }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a reference is known by its place
          <Place key={at} label={`Reference ${at + 1}`}>
            <Slot
              id={`reference-${shot.id}-${at}`}
              label={`Reference ${at + 1}`}
              limits={references?.of ?? any}
              barred={references ? undefined : `${row.name} takes no references`}
              value={held[at]}
              onChange={(medium) => {
                const next = held.toSpliced(at, 1, ...(medium ? [medium] : []))
                act.set(shot.id, { referenceImages: next.length ? next : undefined })
              }}
            />
          </Place>
        ))}
        {Array.from({ length: filmSlots }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a film is known by its place
          <Place key={at} label={`Reference film ${at + 1}`}>
            <Slot
              id={`film-${shot.id}-${at}`}
              label={`Reference film ${at + 1}`}
              limits={films?.of ?? anyFilm}
              barred={films ? undefined : `${row.name} takes no reference films`}
              value={filmed[at]}
              onChange={(medium) => {
                const next = filmed.toSpliced(at, 1, ...(medium ? [medium] : []))
                act.set(shot.id, { referenceVideos: next.length ? next : undefined })
              }}
            />
          </Place>
        ))}
      </div>
    </Field>
  )
})

const Place = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="flex min-w-0 flex-col gap-1">
    <span aria-hidden className="text-11 text-ink-2">
      {label}
    </span>
    {children}
  </div>
)
