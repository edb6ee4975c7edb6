'use client'
import { useId } from 'react'
import type { Medium } from '@/lib/media/medium'
import type { ElementUse } from '@/lib/models/input'
import type { Limits } from '@/lib/models/limits'
import { Slot } from '../media/slot'
import { ErrorLine, Field } from '../ui/field'
import { Input } from '../ui/input'
import { idOf } from './control'
import type { Finding } from './mend'

type Props = {
  at: number
  element: ElementUse
  limits: Limits['elements']
  onChange: (at: number, element: ElementUse) => void
  findings: readonly Finding[]
}

/** One element: its name, the picture of its front, more pictures, tags and a description. */
export function ElementEditor({ at, element, limits, onChange, findings }: Props) {
  const name = useId()
  const about = useId()
  const tags = useId()
  const own = findings.filter(({ path }) => path.startsWith(`elements.${at}`))
  const set = (change: { [K in keyof ElementUse]?: ElementUse[K] | undefined }) => {
    const next = { ...element, ...change }
    for (const key of Object.keys(next) as (keyof ElementUse)[]) if (next[key] === undefined) delete next[key]
    onChange(at, next as ElementUse)
  }
  const callable = /^[\p{L}\p{N}_]+(?:-+[\p{L}\p{N}_]+)*$/u.test(element.id)
  const images = element.images ?? []
  const setImage = (index: number, medium: Medium | undefined) => {
    const next = medium ? images.toSpliced(index, 1, medium) : images.toSpliced(index, 1)
    set({ images: next.length > 0 ? next : undefined })
  }
  const places = Array.from({ length: Math.min(limits.pictures, images.length + 1) }, (_, index) => index)
  return (
    <div className="flex flex-col gap-3">
      <Field
        label="Name"
        hint={`write @${element.id || 'name'} in the words`}
        htmlFor={name}
        error={callable ? undefined : 'Letters, figures, _ and - make a name that words can call.'}
      >
        <Input id={name} value={element.id} invalid={!callable} onChange={(id) => set({ id })} />
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label="Front">
          <Slot
            id={idOf(`elements.${at}.frontalImage`)}
            label={`Front of ${element.id}`}
            limits={limits.of}
            value={element.frontalImage}
            onChange={(frontalImage) => set({ frontalImage })}
          />
        </Field>
        {places.map((index) => (
          <Field key={index} label={index === 0 ? 'More pictures' : `Picture ${index + 1}`}>
            <Slot
              id={idOf(`elements.${at}.images.${index}`)}
              label={`Picture ${index + 1} of ${element.id}`}
              limits={limits.of}
              value={images[index]}
              onChange={(medium) => setImage(index, medium)}
            />
          </Field>
        ))}
      </div>
      <Field label="Description" hint="optional" htmlFor={about}>
        <Input
          id={about}
          value={element.description ?? ''}
          onChange={(description) => set({ description: description || undefined })}
        />
      </Field>
      <Field label="Tags" hint="with commas between" htmlFor={tags}>
        <Input
          id={tags}
          defaultValue={(element.tags ?? []).join(', ')}
          onChange={(text) => {
            const list = text
              .split(',')
              .map((tag) => tag.trim())
              .filter(Boolean)
            set({ tags: list.length > 0 ? list : undefined })
          }}
        />
      </Field>
      {own.map(({ path, message }) => (
        <ErrorLine key={`${path} ${message}`}>{message}</ErrorLine>
      ))}
    </div>
  )
}
