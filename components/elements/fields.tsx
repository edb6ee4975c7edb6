'use client'
// The parts of an element besides its name, in the library and in a draft alike: what shows it, its voice, words and tags.
import { useId } from 'react'
import type { Medium } from '@/lib/media/medium'
import type { ElementUse } from '@/lib/models/input'
import type { Limits } from '@/lib/models/limits'
import { Slot } from '../media/slot'
import { ErrorLine, Field } from '../ui/field'
import { Input } from '../ui/input'
import { Pill } from '../ui/pill'
import { Textarea } from '../ui/textarea'

export type Parts = Omit<ElementUse, 'id'>
type Change = { [K in keyof Parts]?: Parts[K] | undefined }
type Props = {
  /** How it is called in the names of its slots. */
  name: string
  parts: Parts
  limits: Omit<Limits['elements'], 'max'>
  onChange: (change: Change) => void
  /** The id of the control at a path such as `images.0`. */
  idOf: (path: string) => string
  /** Told where they are wrong, by path. */
  wrong: readonly { path: string; message: string }[]
}

export function ElementFields({ name, parts, limits, onChange, idOf, wrong }: Props) {
  const about = useId()
  const { frontalImage, images = [], videos, voices, description, tags = [] } = parts
  const filmed = videos !== undefined
  const pictured = frontalImage !== undefined || images.length > 0
  const at = (key: string) => wrong.filter(({ path }) => path === key || path.startsWith(`${key}.`))
  const say = (key: string) => at(key).map(({ path, message }) => <ErrorLine key={path + message}>{message}</ErrorLine>)
  const one = (medium: Medium | undefined) => (medium ? [medium] : undefined)
  const setImage = (index: number, medium: Medium | undefined) => {
    const next = medium ? images.toSpliced(index, 1, medium) : images.toSpliced(index, 1)
    onChange({ images: next.length > 0 ? next : undefined })
  }
  const places = Array.from({ length: Math.min(limits.pictures, images.length + 1) }, (_, index) => index)
  const shownByFilm = filmed ? 'It is shown by a film' : undefined
  return (
    <>
      <div className="grid grid-cols-2 items-start gap-3">
        <Field label="Front">
          <Slot
            id={idOf('frontalImage')}
            label={`Front of ${name}`}
            limits={limits.of}
            value={frontalImage}
            onChange={(medium) => onChange({ frontalImage: medium })}
            barred={shownByFilm}
            invalid={at('frontalImage').length > 0}
          />
          {say('frontalImage')}
        </Field>
        {places.map((index) => (
          <Field key={index} label={index === 0 ? 'More pictures' : `Picture ${index + 1}`}>
            <Slot
              id={idOf(`images.${index}`)}
              label={`Picture ${index + 1} of ${name}`}
              limits={limits.of}
              value={images[index]}
              onChange={(medium) => setImage(index, medium)}
              barred={shownByFilm ?? (frontalImage || images[index] ? undefined : 'They need a front first')}
              invalid={at(`images.${index}`).length > 0}
            />
            {say(`images.${index}`)}
          </Field>
        ))}
        {limits.film && (
          <Field label="Or a film">
            <Slot
              id={idOf('videos.0')}
              label={`Film of ${name}`}
              limits={limits.film}
              value={videos?.[0]}
              onChange={(medium) => onChange({ videos: one(medium) })}
              barred={pictured ? 'It is shown by pictures' : undefined}
              invalid={at('videos').length > 0}
            />
            {say('videos')}
          </Field>
        )}
        {limits.voice && (
          <Field label="Voice">
            <Slot
              id={idOf('voices.0')}
              label={`Voice of ${name}`}
              limits={limits.voice}
              value={voices?.[0]}
              onChange={(medium) => onChange({ voices: one(medium) })}
              barred={frontalImage ? undefined : 'It needs a frontal picture'}
              invalid={at('voices').length > 0}
            />
            {say('voices')}
          </Field>
        )}
      </div>
      <Field label="Description" hint="optional" htmlFor={about}>
        <Textarea
          id={about}
          value={description ?? ''}
          onChange={(text) => onChange({ description: text || undefined })}
          invalid={at('description').length > 0}
        />
        {say('description')}
      </Field>
      <Tags
        known={limits.tags}
        tags={tags}
        onChange={(list) => onChange({ tags: list.length > 0 ? list : undefined })}
      />
      {say('tags')}
    </>
  )
}

type TagsProps = { known: readonly string[] | undefined; tags: readonly string[]; onChange: (tags: string[]) => void }

/** Those of a known list are switched; without a list they are written. */
function Tags({ known, tags, onChange }: TagsProps) {
  const id = useId()
  if (!known)
    return (
      <Field label="Tags" hint="with commas between" htmlFor={id}>
        <Input
          id={id}
          defaultValue={tags.join(', ')}
          onChange={(text) =>
            onChange(
              text
                .split(',')
                .map((tag) => tag.trim())
                .filter(Boolean),
            )
          }
        />
      </Field>
    )
  const strange = tags.filter((tag) => !known.includes(tag))
  return (
    <Field as="fieldset" label="Tags" hint="optional">
      <div className="flex flex-wrap gap-1.5">
        {[...known, ...strange].map((tag) => {
          const on = tags.includes(tag)
          return (
            <Pill key={tag} on={on} onClick={() => onChange(on ? tags.filter((one) => one !== tag) : [...tags, tag])}>
              {tag}
            </Pill>
          )
        })}
      </div>
    </Field>
  )
}
