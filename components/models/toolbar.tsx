'use client'
import { Search } from 'lucide-react'
import { workflowIds, workflowWords } from '@/lib/models/vocabulary'
import { useCatalog } from '../compose/catalog'
import { providerWord } from '../compose/fact'
import { Button } from '../ui/button'
import { Input } from '../ui/input'
import { Pill } from '../ui/pill'
import { Select } from '../ui/select'
import { type CapabilityId, capabilities, capabilityIds } from './capability'
import { type Filter, fits } from './filter'

/** Two ways share words, for films and for pictures; beside each other they are told apart. */
const wayWords = (id: (typeof workflowIds)[number]) =>
  id.endsWith('to-image') ? `${workflowWords[id]}, to a picture` : workflowWords[id]

type Props = { filter: Filter; onChange: (more: Partial<Filter>) => void; count: number }

export function Toolbar({ filter, onChange, count }: Props) {
  const catalog = useCatalog()
  const providersHere = [...new Set(catalog.map(({ provider }) => provider))]
  const waysHere = workflowIds.filter((id) => catalog.some(({ workflows }) => workflows.some((one) => one.id === id)))
  const toggle = (id: CapabilityId) =>
    onChange({ can: filter.can.includes(id) ? filter.can.filter((one) => one !== id) : [...filter.can, id] })
  const filtered = filter.q !== '' || filter.way !== null || filter.provider !== null || filter.can.length > 0
  return (
    <div className="flex flex-col gap-3 py-4">
      <div className="flex flex-wrap items-center gap-2 px-6 max-lg:px-4">
        <Input
          type="search"
          aria-label="Find a model"
          placeholder="Find a model"
          value={filter.q}
          onChange={(q) => onChange({ q })}
          icon={<Search aria-hidden />}
          className="w-[260px] border-line max-md:w-full"
        />
        <Select
          label="Way"
          prefix
          value={filter.way ?? 'any'}
          onChange={(next) => onChange({ way: waysHere.find((id) => id === next) ?? null })}
          options={[{ value: 'any', label: 'any' }, ...waysHere.map((id) => ({ value: id, label: wayWords(id) }))]}
        />
        <Select
          label="Provider"
          prefix
          value={filter.provider ?? 'any'}
          onChange={(next) => onChange({ provider: providersHere.find((id) => id === next) ?? null })}
          options={[
            { value: 'any', label: 'any' },
            ...providersHere.map((id) => ({ value: id, label: providerWord(id) })),
          ]}
        />
        <p role="status" className="text-12 text-ink-2 tabular-nums">
          {count === 1 ? '1 model' : `${count} models`}
        </p>
        {filtered && (
          <Button size="tool" kind="quiet" onClick={() => onChange({ q: '', way: null, provider: null, can: [] })}>
            Show all
          </Button>
        )}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll sideways */}
      <div
        role="group"
        aria-label="Can do"
        className="flex items-center gap-2 px-6 max-lg:px-4 max-md:scroll-bare max-md:overflow-x-auto max-md:py-1 md:flex-wrap"
      >
        {capabilityIds.map((id) => (
          <Pill
            key={id}
            on={filter.can.includes(id)}
            count={catalog.filter((row) => fits(row, { ...filter, can: [...filter.can, id] })).length}
            onClick={() => toggle(id)}
          >
            {capabilities[id].label}
          </Pill>
        ))}
      </div>
    </div>
  )
}
