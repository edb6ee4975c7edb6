'use client'
import {
  Ban,
  Check,
  CircleDashed,
  CircleQuestionMark,
  Grid3x3,
  type LucideIcon,
  OctagonAlert,
  Search,
  Square,
} from 'lucide-react'
import { type RefObject, useMemo } from 'react'
import { useCatalog } from '@/components/compose/catalog'
import { providerWord } from '@/components/compose/fact'
import { modelName } from '@/components/media/telling'
import { Input } from '@/components/ui/input'
import { Kbd } from '@/components/ui/kbd'
import { Pill } from '@/components/ui/pill'
import { Select } from '@/components/ui/select'
import { Slider } from '@/components/ui/slider'
import type { Status } from '@/lib/tasks/task'
import { setDensity, steps } from './density'
import { type Filter, modelKey, type Show, useFilter, works } from './filter'

const pills: readonly { show: Show; word: string; icon?: LucideIcon }[] = [
  { show: 'all', word: 'All' },
  { show: 'works', word: 'In the works', icon: CircleDashed },
  { show: 'done', word: 'Done', icon: Check },
  { show: 'failed', word: 'Failed', icon: OctagonAlert },
  { show: 'unknown', word: 'Not known', icon: CircleQuestionMark },
  { show: 'cancelled', word: 'Cancelled', icon: Ban },
]

/** `unknown` are among the failed ones. */
export type Counts = Partial<Record<Status, number>> & { unknown: number }

export function countOf(show: Show, { unknown, ...counts }: Counts): number {
  const sum = (statuses: readonly Status[]) => statuses.reduce((total, status) => total + (counts[status] ?? 0), 0)
  const by: Record<Show, () => number> = {
    all: () => sum(Object.keys(counts) as Status[]),
    works: () => sum(works),
    done: () => sum(['done']),
    failed: () => sum(['failed']) - unknown,
    unknown: () => unknown,
    cancelled: () => sum(['cancelled']),
  }
  return by[show]()
}

type Props = {
  counts: Counts | undefined
  density: number
  search: RefObject<HTMLInputElement | null>
}

export function Toolbar({ counts, density, search }: Props) {
  const [filter, setFilter] = useFilter()
  return (
    <div className="flex flex-col gap-3 pt-4 pb-5 max-lg:pb-4">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll sideways */}
      <div
        role="group"
        aria-label="Show"
        className="flex items-center gap-2 px-6 max-lg:px-4 max-md:scroll-bare max-md:overflow-x-auto max-md:py-1"
      >
        {pills.map(({ show, word, icon: Icon }) => (
          <Pill
            key={show}
            on={filter.show === show}
            icon={Icon && <Icon aria-hidden />}
            {...(counts ? { count: countOf(show, counts) } : {})}
            onClick={() => setFilter({ show })}
          >
            {word}
          </Pill>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-2 pr-[calc(24px-var(--gutter,0px))] pl-6 max-lg:pr-[calc(16px-var(--gutter,0px))] max-lg:pl-4">
        <Input
          ref={search}
          type="search"
          aria-label="Search the words"
          placeholder="Words"
          value={filter.q}
          onChange={(q) => setFilter({ q })}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            setFilter({ q: '' })
            event.currentTarget.blur()
          }}
          icon={<Search aria-hidden />}
          end={<Kbd>/</Kbd>}
          className="w-[300px] border-line max-lg:w-[220px] max-md:w-full"
        />
        <ModelFilter filter={filter} onChange={(model) => setFilter({ model })} />
        <span className="flex-1" />
        <Select
          label="Order"
          quiet
          value={filter.order}
          onChange={(order) => setFilter({ order })}
          options={[
            { value: 'newest', label: 'Newest first' },
            { value: 'oldest', label: 'Oldest first' },
          ]}
        />
        <div className="flex items-center gap-2.5 text-ink-2 max-md:hidden">
          <Grid3x3 aria-hidden className="size-4" />
          <Slider
            label="Size of the cards"
            value={density}
            onChange={setDensity}
            min={steps.min}
            max={steps.max}
            className="w-20"
          />
          <Square aria-hidden className="size-3.5" />
        </div>
      </div>
    </div>
  )
}

function ModelFilter({ filter, onChange }: { filter: Filter; onChange: (model: Filter['model']) => void }) {
  const catalog = useCatalog()
  const options = useMemo(
    () => [
      { value: 'any', label: 'any' },
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
      value={filter.model ? modelKey(filter.model) : 'any'}
      onChange={(value) => {
        const row = catalog.find((one) => modelKey(one) === value)
        onChange(row ? { provider: row.provider, model: row.model } : null)
      }}
      options={options}
    />
  )
}
