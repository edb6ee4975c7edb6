'use client'
// The board turned to another model: each row says what this very board would cost and what would not fit.
import { ChevronsUpDown } from 'lucide-react'
import { memo, useMemo } from 'react'
import { useCatalog } from '@/components/compose/catalog'
import { providerWord, shortName } from '@/components/compose/fact'
import { useReasons } from '@/components/compose/reason'
import { Combobox } from '@/components/ui/combobox'
import { cx } from '@/components/ui/cx'
import type { Row } from '@/lib/models/row'
import { plan } from '@/lib/storyboard/plan'
import { priceWords } from '../plan/money'
import { useBoardNow } from '../plan/now'

/** Rows that can film words. */
const films = ({ kind, standing, workflows }: Row) =>
  kind === 'video' &&
  standing !== 'retired' &&
  workflows.some(({ id, fields }) => id === 'text-to-video' && fields.prompt)

const keyOf = (row: Row) => `${row.provider} ${row.model}`

function grouped(filming: readonly Row[]) {
  return [...new Set(filming.map(({ provider, family }) => `${provider} ${family}`))].map((value) => {
    const items = filming.filter(({ provider, family }) => `${provider} ${family}` === value)
    const [first] = items
    const provider = first?.provider ?? 'local'
    return {
      value,
      items,
      head: provider === 'local' ? providerWord('local') : `${providerWord(provider)} · ${first?.family}`,
    }
  })
}

type Props = { row: Row; onTurn: (row: Row) => void; className?: string }

export const ModelSelect = memo(function ModelSelect({ row, onTurn, className }: Props) {
  const catalog = useCatalog()
  const groups = useMemo(() => grouped(catalog.filter(films)), [catalog])
  const runs = row.provider === 'local' ? 'free' : providerWord(row.provider)
  return (
    <Combobox
      // What is read aloud holds what is seen.
      label={`Model: ${shortName(row)} ${runs}`}
      groups={groups}
      value={row}
      onChange={(next) => {
        if (keyOf(next) !== keyOf(row)) onTurn(next)
      }}
      keyOf={keyOf}
      wordsOf={(one) => `${one.name} ${one.tier} ${providerWord(one.provider)}`}
      row={(one) => <ModelRow row={one} />}
      placeholder="Find a model"
      empty="No model of that name."
      triggerClass={cx(
        'flex h-9 items-center gap-2 rounded-control border border-line bg-raised px-3 whitespace-nowrap hover:bg-hover touch:h-11',
        className,
      )}
      trigger={
        <>
          {/* The space is for those who hear it. */}
          <span className="truncate font-medium">{shortName(row)}</span> <span className="text-ink-2">{runs}</span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-2" />
        </>
      }
    />
  )
})

function ModelRow({ row }: { row: Row }) {
  const { board, around } = useBoardNow()
  const reason = useReasons()(row.provider)
  const planned = useMemo(() => plan(board, row, around), [board, row, around])
  const { blocks, issues } = planned
  const wrong = new Set(issues.map(({ shotId }) => shotId)).size
  return (
    <span className="flex items-center justify-between gap-4">
      <span className="flex min-w-0 flex-col">
        <span className="font-semibold">{shortName(row)}</span>
        <span className={cx('text-12', wrong > 0 ? 'text-stale' : 'text-ink-2')}>
          {wrong > 0
            ? `${wrong} of ${board.shots.length} shots do not fit`
            : `${blocks.length} ${blocks.length === 1 ? 'block' : 'blocks'}`}
          {reason === undefined ? '' : ' · not ready'}
        </span>
      </span>
      <span className="shrink-0 text-12 text-ink-2 tabular-nums">
        {planned.left === 0 ? priceWords(planned.total) : ''}
      </span>
    </span>
  )
}
