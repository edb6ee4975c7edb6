'use client'
// The choices beside the search: of one board, of one model, of one shape.
import { useMemo, useState } from 'react'
import { useCatalog } from '@/components/compose/catalog'
import { providerWord } from '@/components/compose/fact'
import { modelName } from '@/components/media/telling'
import { Select } from '@/components/ui/select'
import { useTitles } from '@/lib/api/money-queries'
import { type Shape, shapes } from '@/lib/tasks/shape'
import { type Filter, modelKey } from './filter'

type Choice<K extends keyof Filter> = { value: Filter[K]; onChange: (value: Filter[K]) => void }

const any = { value: 'any', label: 'any' }
const face = 'max-w-[240px] max-md:w-full max-md:max-w-none'

/** What a board is called; nothing while that is not known, or no more. */
export function useBoardName(id: string | null): string | undefined {
  const { data: titles } = useTitles(id !== null)
  return id === null ? undefined : titles?.get(id)
}

export function BoardChoice({ value, onChange }: Choice<'board'>) {
  // A list of boards brings all of their shots, so it is read when a hand comes near.
  const [near, setNear] = useState(false)
  const { data: titles } = useTitles(near || value !== null)
  const options = useMemo(() => {
    const known = [...(titles ?? [])].map(([value, label]) => ({ value, label }))
    const other = value !== null && !titles?.has(value) ? [{ value, label: titles ? 'no longer here' : 'reading' }] : []
    return [any, ...known, ...other]
  }, [titles, value])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that the choice inside is about to be used
    <div onPointerEnter={() => setNear(true)} onFocus={() => setNear(true)} className="contents">
      <Select
        label="Storyboard"
        prefix
        value={value ?? any.value}
        onChange={(next) => onChange(next === any.value ? null : next)}
        options={options}
        className={face}
      />
    </div>
  )
}

export function ModelChoice({ value, onChange }: Choice<'model'>) {
  const catalog = useCatalog()
  const options = useMemo(
    () => [
      any,
      ...catalog.map((row) => ({
        value: modelKey(row),
        label: modelName(row),
        note: row.provider === 'local' ? '' : providerWord(row.provider),
      })),
    ],
    [catalog],
  )
  return (
    <Select
      label="Model"
      prefix
      value={value ? modelKey(value) : any.value}
      onChange={(next) => {
        const row = catalog.find((one) => modelKey(one) === next)
        onChange(row ? { provider: row.provider, model: row.model } : null)
      }}
      options={options}
      className={face}
    />
  )
}

const ofShapes = [any, ...shapes.map((shape) => ({ value: shape, label: shape }))]

export function ShapeChoice({ value, onChange }: Choice<'shape'>) {
  return (
    <Select<string>
      label="Shape"
      prefix
      value={value ?? any.value}
      onChange={(next) => onChange(shapes.find((shape): shape is Shape => shape === next) ?? null)}
      options={ofShapes}
      className={face}
    />
  )
}
