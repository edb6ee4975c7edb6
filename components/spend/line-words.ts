// What a line of the ledger is called, and all of them together.
import type { LedgerBy } from '@/lib/api/money-queries'
import { rowOf } from '@/lib/models/catalog'
import type { ProviderId } from '@/lib/models/row'
import { providerWord } from '../compose/fact'
import type { LedgerLine } from './line'

const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })

/** @param titles of boards by id; one that is gone, or not read yet, is called by the start of its id. */
export function nameOf(by: LedgerBy, key: string, titles: ReadonlyMap<string, string> | undefined): string {
  if (by === 'day') {
    const [year = 0, month = 1, date = 1] = key.split('-').map(Number)
    return day.format(new Date(year, month - 1, date))
  }
  if (by === 'model') {
    const at = key.indexOf(' ')
    const model = key.slice(at + 1)
    const provider = key.slice(0, at)
    const name = rowOf(provider, model)?.name ?? model
    // Each gateway has a price list of its own.
    return provider.startsWith('openai') ? `${name} · ${providerWord(provider as ProviderId)}` : name
  }
  if (key === '') return 'Without a storyboard'
  return titles?.get(key) || `Storyboard ${key.slice(0, 8)}`
}

export function totalOf(lines: readonly LedgerLine[]): LedgerLine {
  const sum = (pick: (line: LedgerLine) => number) => lines.reduce((total, line) => total + pick(line), 0)
  return {
    key: '',
    orders: sum(({ orders }) => orders),
    estimated: sum(({ estimated }) => estimated),
    billed: sum(({ billed }) => billed),
    inFlight: sum(({ inFlight }) => inFlight),
    units: sum(({ units }) => units),
    worth: sum(({ worth }) => worth),
    unknown: sum(({ unknown }) => unknown),
  }
}
