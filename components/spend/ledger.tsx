'use client'
// Where the money went: estimates against bills, by day, model or storyboard. What it shows stands in the address.
import { parseAsInteger, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { ErrorLine } from '@/components/ui/field'
import { Segments } from '@/components/ui/segments'
import { Select } from '@/components/ui/select'
import { useAwake } from '@/components/ui/window'
import { type LedgerBy, useLedger, useTitles } from '@/lib/api/money-queries'
import { type LedgerLine, Line, LineHead } from './line'
import { nameOf, totalOf } from './line-words'

const ways = ['day', 'model', 'storyboard'] as const satisfies readonly LedgerBy[]
const wayWords: Record<LedgerBy, string> = { day: 'By day', model: 'By model', storyboard: 'By storyboard' }
const spans = [7, 30, 90, 365] as const
const words = {
  by: parseAsStringLiteral(ways).withDefault('day'),
  days: parseAsInteger.withDefault(30),
}

export function Ledger() {
  const [{ by, days: said }, set] = useQueryStates(words, { history: 'replace' })
  const days = spans.find((one) => one === said) ?? 30
  const { data, error, refetch } = useLedger(by, days)
  const { data: titles } = useTitles(by === 'storyboard')
  const awake = useAwake()
  const lines = awake ? data?.lines : undefined
  return (
    <section className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2 className="text-14 tight">Ledger</h2>
          <p className="mt-0.5 text-12 text-ink-2">Paid orders; what is made on this computer is free and not here.</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Segments
            label="Lines"
            value={by}
            onChange={(next) => void set({ by: next })}
            choices={ways.map((value) => ({ value, label: wayWords[value] }))}
          />
          <Select
            label="Time"
            value={String(days)}
            onChange={(next) => void set({ days: Number(next) })}
            options={spans.map((one) => ({ value: String(one), label: `Last ${one} days` }))}
          />
        </div>
      </div>
      {lines ? (
        lines.length > 0 ? (
          <Table by={by} lines={lines} titles={titles} />
        ) : (
          <p className="rounded-group border border-line bg-panel px-4 py-6 text-ink-2">
            No paid order in the last {days} days.
          </p>
        )
      ) : awake && error ? (
        <ErrorLine fixes={[{ label: 'Try again', onApply: () => void refetch() }]}>{error.message}</ErrorLine>
      ) : (
        <p role="status" className="text-ink-2">
          Reading the ledger
        </p>
      )}
    </section>
  )
}

type TableProps = { by: LedgerBy; lines: readonly LedgerLine[]; titles: ReadonlyMap<string, string> | undefined }

function Table({ by, lines, titles }: TableProps) {
  return (
    <div className="overflow-hidden rounded-group border border-line bg-panel">
      <table className="w-full border-collapse">
        <caption className="sr-only">Ledger, {wayWords[by].toLowerCase()}</caption>
        <LineHead by={by} />
        <tbody>
          {lines.map((line) => (
            <Line key={line.key} name={nameOf(by, line.key, titles)} line={line} />
          ))}
        </tbody>
        {lines.length > 1 && (
          <tfoot>
            <Line name="Together" line={totalOf(lines)} total />
          </tfoot>
        )}
      </table>
    </div>
  )
}
