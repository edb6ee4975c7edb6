'use client'
import { Grid3x3, Search, Square, Star } from 'lucide-react'
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { Input } from '@/components/ui/input'
import { Kbd } from '@/components/ui/kbd'
import { Pill } from '@/components/ui/pill'
import { Select } from '@/components/ui/select'
import { Slider } from '@/components/ui/slider'
import { BoardChoice, ModelChoice, ShapeChoice } from './choice'
import { setDensity, steps } from './density'
import { useFilter } from './filter'
import { type Counts, countOf, pills } from './show'

type Props = {
  counts: Counts | undefined
  /** The same of those with a star alone. */
  starred: Counts | undefined
  density: number
  search: RefObject<HTMLInputElement | null>
}

export function Toolbar({ counts, starred, density, search }: Props) {
  const [filter, setFilter] = useFilter()
  const row = useRef<HTMLDivElement>(null)
  const counted = counts !== undefined && starred !== undefined
  // On the phone a chosen pill may lie beyond the edge; with their counts the pills are as wide as they stay.
  useLayoutEffect(() => {
    const box = counted ? row.current : null
    const on = [...(box?.querySelectorAll('[aria-pressed="true"]') ?? [])].at(-1)
    if (box && on)
      box.scrollLeft += Math.max(0, on.getBoundingClientRect().right + 16 - box.getBoundingClientRect().right)
  }, [counted])
  return (
    <div className="flex flex-col gap-3 pt-4 pb-5 max-lg:pb-4">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll sideways */}
      <div
        ref={row}
        role="group"
        aria-label="Show"
        className="flex items-center gap-2 px-6 max-lg:px-4 md:flex-wrap max-md:scroll-bare max-md:overflow-x-auto max-md:py-1"
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
        <span aria-hidden className="mx-1 h-5 w-px shrink-0 bg-line" />
        <Pill
          on={filter.star}
          icon={<Star aria-hidden />}
          {...(starred ? { count: countOf(filter.show, starred) } : {})}
          onClick={() => setFilter({ star: !filter.star })}
        >
          Starred
        </Pill>
      </div>
      <div className="flex flex-wrap items-center gap-2 max-md:grid max-md:grid-cols-2 pr-[calc(24px-var(--gutter,0px))] pl-6 max-lg:pr-[calc(16px-var(--gutter,0px))] max-lg:pl-4">
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
          className="w-[300px] border-line max-lg:w-[220px] max-md:col-span-2 max-md:w-full"
        />
        <BoardChoice value={filter.board} onChange={(board) => setFilter({ board })} />
        <ModelChoice value={filter.model} onChange={(model) => setFilter({ model })} />
        <ShapeChoice value={filter.shape} onChange={(shape) => setFilter({ shape })} />
        <span className="flex-1 max-md:hidden" />
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
