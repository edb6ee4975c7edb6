// Every model that the studio can offer. A new one is a row in its provider's folder.
import type { ProviderId, Row } from '../row'
import { kling } from './kling'
import { animatic } from './local/animatic'
import { cutRow, sketchRow } from './local/whole'
import { openai } from './openai'
import { runware } from './runware'

export const catalog: readonly Row[] = [animatic, ...runware, ...kling, ...openai]

const known = new Set(catalog.map(({ provider }) => provider))
/** Kept, because forms and plans know a row by being the same one. */
const elsewhere = new Map<string, readonly Row[]>()

/** What one provider offers. Every gateway offers what the first one does, under its own id. */
function rowsAt(provider: ProviderId): readonly Row[] {
  if (known.has(provider)) return catalog.filter((row) => row.provider === provider)
  const kept = elsewhere.get(provider)
  if (kept || !provider.startsWith('openai-')) return kept ?? []
  const rows = openai.map((row): Row => ({ ...row, provider }))
  elsewhere.set(provider, rows)
  return rows
}

/** Without the providers that are not here, and with the models of further gateways. */
export function catalogOf(providers: readonly ProviderId[]): readonly Row[] {
  const gateways = providers.filter((one) => !known.has(one))
  return [...catalog.filter(({ provider }) => providers.includes(provider)), ...gateways.flatMap(rowsAt)]
}

/** Not offered: boards as one film are ordered by their boards. */
const wholes: readonly Row[] = [cutRow, sketchRow]
export const isWhole = (row: Row) => wholes.includes(row)

export function rowOf(provider: string, model: string): Row | undefined {
  const whole = provider === 'local' ? wholes.find((row) => row.model === model) : undefined
  if (whole) return whole
  const own = catalog.find((row) => row.provider === provider && row.model === model)
  return own ?? rowsAt(provider as ProviderId).find((row) => row.model === model)
}
