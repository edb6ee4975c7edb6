'use client'
// What holds for the whole film: its shape, its sound, and who cuts inside a block. Beside each what the model makes of it.
import { memo, type ReactNode } from 'react'
import { uses } from '@/components/models/told'
import { Field } from '@/components/ui/field'
import { Segments } from '@/components/ui/segments'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import type { Row } from '@/lib/models/row'
import { modeOf, modesOf } from '@/lib/storyboard/mode'
import { shapesOf } from '@/lib/storyboard/shape'
import type { Act } from '../desk/act'
import type { Draft } from '../desk/draft'

type Props = {
  settings: Draft['settings']
  row: Row
  act: Act
  /** The choice of the model, where the bar has no room for it. */
  model?: ReactNode
}

export const Film = memo(function Film({ settings, row, act, model }: Props) {
  const { aspectRatio, sound, shotMode = 'mine' } = settings ?? {}
  const modes = modesOf(row)
  const start = row.workflows.flatMap(({ fields }) => fields.mode?.start ?? [])[0]
  const mode = modes.find(({ value }) => value === (modeOf({ settings }) ?? start))?.value ?? String(start)
  const shapes = shapesOf(row)
  const strange = aspectRatio !== undefined && !shapes.includes(aspectRatio)
  const sounding = row.workflows.some((workflow) => uses(workflow, 'sound'))
  const cutting = row.workflows.some(({ fields }) => fields.shots)
  return (
    <section aria-label="Film" className="flex flex-col gap-3">
      {model}
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <Field label="Shape" className="w-28">
          <Select
            label="Shape"
            value={aspectRatio ?? 'any'}
            onChange={(next) => act.settings({ aspectRatio: next === 'any' ? undefined : next })}
            options={[
              { value: 'any', label: 'As usual' },
              ...shapes.map((value) => ({ value, label: value })),
              ...(strange ? [{ value: aspectRatio, label: aspectRatio, note: 'not made' }] : []),
            ]}
            invalid={strange}
          />
        </Field>
        <Field label="Sound" htmlFor="film-sound">
          <span className="flex h-8 items-center gap-2 touch:h-11">
            <Switch
              id="film-sound"
              label="Sound"
              checked={sound === true}
              onChange={(on) => act.settings({ sound: on || undefined })}
            />
          </span>
        </Field>
      </div>
      {modes.length > 0 && (
        <Field label="Mode">
          <Segments
            label="Mode"
            size="tool"
            className="[&_button]:px-2 [&_button]:whitespace-nowrap"
            value={mode}
            onChange={(next) => act.settings({ mode: next })}
            choices={modes}
          />
        </Field>
      )}
      {strange && (
        <p className="text-12 text-failed">
          {row.name} makes no {aspectRatio}; choose another shape.
        </p>
      )}
      {sound === true && !sounding && <p className="text-12 text-stale">{row.name} makes no sound; it stays silent.</p>}
      <Field label="Cuts inside a block">
        <Segments
          label="Cuts inside a block"
          size="tool"
          value={shotMode}
          onChange={(next) => act.settings({ shotMode: next === 'mine' ? undefined : next })}
          choices={[
            { value: 'mine', label: 'Mine' },
            {
              value: 'model',
              label: 'Auto',
              reason: cutting || shotMode === 'model' ? undefined : `${row.name} takes one shot in an order.`,
            },
          ]}
        />
        {shotMode === 'model' && (
          <p className="text-12 text-ink-3">
            The model decides where it cuts; your seconds count as their sum. Back to Mine, all is as it was.
          </p>
        )}
      </Field>
    </section>
  )
})
