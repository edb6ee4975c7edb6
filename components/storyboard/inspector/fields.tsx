'use client'
// The fields of a shot but its words. Each is told only what it shows, so that a letter in one draws none of the others.
import { memo } from 'react'
import { Field, TextButton } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { NumberField } from '@/components/ui/number-field'
import { Segments } from '@/components/ui/segments'
import { Textarea } from '@/components/ui/textarea'
import { type Framing, framings } from '@/lib/storyboard/framing'
import type { BoardShot } from '@/lib/storyboard/storyboard'
import type { Act } from '../desk/act'
import { ColourChoice } from '../shot/colour'
import { framingNames } from '../shot/framing'

type Of = { id: string; act: Act }

type TextProps = Of & {
  about: 'camera' | 'dialogue' | 'notes' | 'scene'
  label: string
  value: string | undefined
  hint?: string
  placeholder?: string
  /** Of what may be long; else it is one line. */
  rows?: number
  className?: string
}

/** What is emptied is no longer said. */
export const ShotText = memo(function ShotText({
  id,
  act,
  about,
  label,
  value = '',
  hint,
  className,
  ...more
}: TextProps) {
  const { rows, placeholder } = more
  const field = {
    ...{ value, placeholder, id: `${about}-${id}` },
    onChange: (written: string) => act.set(id, { [about]: written || undefined }, about),
  }
  return (
    <Field label={label} hint={hint} htmlFor={field.id} className={className}>
      {rows ? <Textarea {...field} rows={rows} /> : <Input {...field} maxLength={200} />}
    </Field>
  )
})

type SecondsProps = Of & { value: number; note: string | undefined }

export const ShotLength = memo(function ShotLength({ id, act, value, note }: SecondsProps) {
  return (
    <Field label="Seconds" note={note}>
      <NumberField
        label="Seconds"
        value={value}
        onChange={(next) => {
          if (next !== null && next > 0 && next <= 600) act.seconds(id, next)
        }}
        min={1}
        max={600}
        unit="s"
      />
    </Field>
  )
})

export const ShotFraming = memo(function ShotFraming({ id, act, value }: Of & { value: BoardShot['framing'] }) {
  return (
    <Field
      label="Framing"
      aside={value && <TextButton onClick={() => act.set(id, { framing: undefined })}>Leave it open</TextButton>}
    >
      <Segments
        label="Framing"
        wide
        className="[&_button]:px-1"
        value={value ?? ('' as Framing)}
        onChange={(framing) => act.set(id, { framing })}
        choices={framings.map((one) => ({ value: one, label: framingNames[one] }))}
      />
    </Field>
  )
})

export const ShotLabel = memo(function ShotLabel({ id, act, value }: Of & { value: string | undefined }) {
  return (
    <Field label="Label">
      <ColourChoice value={value} onChange={(colour) => act.set(id, { colour })} />
    </Field>
  )
})
