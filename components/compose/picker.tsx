'use client'
// Every model in groups of provider and family: what it can do, what it costs, whether it is ready, what it would drop.
import { Check, Lock, Undo2 } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { said } from '@/lib/models/input'
import type { ProviderId, Row } from '@/lib/models/row'
import { useDesk, useWrite } from '../form/draft'
import { Combobox } from '../ui/combobox'
import type { Group } from '../ui/combobox-popup'
import { cx } from '../ui/cx'
import { Switch } from '../ui/switch'
import { useCatalog } from './catalog'
import { facts, providerWord, rateWords, shortName } from './fact'
import { PickerFace, pickerBox } from './picker-face'
import { useReasons } from './reason'
import { bestTurn, type Turn } from './turn'
import { authored, warning } from './turn-words'

const keyOf = (row: Row) => `${row.provider} ${row.model}`

function grouped(rows: readonly Row[]): { value: string; provider: ProviderId; items: Row[] }[] {
  const groups = new Map<string, { value: string; provider: ProviderId; items: Row[] }>()
  for (const row of rows) {
    const value = row.provider === 'local' ? providerWord('local') : `${providerWord(row.provider)} · ${row.family}`
    const group = groups.get(value) ?? { value, provider: row.provider, items: [] }
    group.items.push(row)
    groups.set(value, group)
  }
  return [...groups.values()]
}

export function Picker({ onTurn }: { onTurn: (turn: Turn) => void }) {
  const { row } = useDesk()
  const catalog = useCatalog()
  const reasonOf = useReasons()
  const [readyOnly, setReadyOnly] = useState(false)
  // What has ended is no choice; a draft that was imported for it still shows it.
  const offered = catalog.filter((one) => one.standing !== 'retired' || keyOf(one) === keyOf(row))
  const rows = readyOnly ? offered.filter(({ provider }) => reasonOf(provider) === undefined) : offered
  const groups = grouped(rows).map(
    ({ value, provider, items }): Group<Row> => ({
      value,
      items,
      head: <Head words={value} reason={reasonOf(provider)} />,
    }),
  )
  const turn = useTurn()
  const closed = [...new Set(catalog.map(({ provider }) => provider))].filter(
    (provider) => reasonOf(provider) !== undefined,
  )
  return (
    <Combobox
      label={`Model: ${row.name}`}
      groups={groups}
      value={row}
      onChange={(next) => {
        const found = keyOf(next) === keyOf(row) ? undefined : turn(next)
        if (found) onTurn(found)
      }}
      keyOf={keyOf}
      wordsOf={(one) => `${one.name} ${one.tier} ${providerWord(one.provider)} ${facts(one).join(' ')}`}
      row={(one) => <ModelRow row={one} on={keyOf(one) === keyOf(row)} reason={reasonOf(one.provider)} turn={turn} />}
      placeholder="Find a model"
      empty="No model of that name."
      aside={
        <label htmlFor="ready-only" className="flex shrink-0 items-center gap-2.5 text-12">
          Ready only
          <Switch id="ready-only" checked={readyOnly} onChange={setReadyOnly} />
        </label>
      }
      foot={
        closed.length > 0 && (
          <p className="flex shrink-0 items-center justify-between gap-3 border-t border-line px-3.5 py-2.5 text-12 text-ink-2">
            <span>Keys stand in .env; Settings says which are missing.</span>
            <Link href="/settings" className="room rounded-picture font-medium text-accent-ink hover:underline">
              Open Settings
            </Link>
          </p>
        )
      }
      triggerClass={pickerBox}
      trigger={<PickerFace row={row} />}
    />
  )
}

/** What turning to a row would bring; read from the draft as it is when asked. */
function useTurn(): (row: Row) => Turn | undefined {
  const { read } = useWrite()
  const desk = useDesk()
  return (row) => bestTurn(read(), row, desk.workflow, desk.row)
}

function Head({ words, reason }: { words: string; reason: string | undefined }) {
  const Icon = reason === undefined ? Check : Lock
  return (
    <span className="flex items-start justify-between gap-4">
      <span className="shrink-0">{words}</span>
      <span className={cx('flex items-start gap-1.5 text-right', reason === undefined ? 'text-done' : 'text-ink-2')}>
        <Icon aria-hidden className="mt-px size-3.5 shrink-0" />
        {reason === undefined ? 'Ready' : reason.replace(/\.$/, '')}
      </span>
    </span>
  )
}

type RowProps = { row: Row; on: boolean; reason: string | undefined; turn: (row: Row) => Turn | undefined }

function ModelRow({ row, on, reason, turn }: RowProps) {
  const { read } = useWrite()
  const { workflow } = useDesk()
  const found = on ? undefined : turn(row)
  const drops = found ? warning(authored(found.changes, workflow, read().input), said(read().input)) : ''
  return (
    <span className="flex items-center justify-between gap-3">
      <span className="flex min-w-0 flex-col">
        <span className={cx('font-semibold', reason !== undefined && 'text-ink-3')}>{shortName(row)}</span>
        <span className={cx('text-12', reason === undefined ? 'text-ink-2' : 'text-ink-3')}>
          {facts(row).join(' · ')}
        </span>
        {drops && (
          <span className="flex items-start gap-1.5 text-12 text-stale">
            <Undo2 aria-hidden className="mt-0.5 size-3 shrink-0" />
            {drops}
          </span>
        )}
      </span>
      <span className="flex shrink-0 items-center gap-2 text-12 text-ink-2 tabular-nums">
        {rateWords(row)}
        {on && <Check aria-hidden className="size-4 text-ink" />}
      </span>
    </span>
  )
}
