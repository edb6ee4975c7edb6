// The price list of a row, line by line, as its own conditions say it.
import type { InputKey } from '@/lib/models/input'
import { unitWords } from '@/lib/models/price'
import type { Rate, Row } from '@/lib/models/row'
import type { When } from '@/lib/models/rules'
import { type FieldId, vocabulary } from '@/lib/models/vocabulary'

/** Three decimals, and more where the price has more. */
const dollars = (amount: number) => `$${Number(amount.toFixed(3)) === amount ? amount.toFixed(3) : amount}`

const labels: Partial<Record<InputKey, string>> = {
  width: 'size',
  height: 'size',
  aspectRatio: 'size',
  firstFrame: 'first frame',
  lastFrame: 'last frame',
  characterOrientation: 'motion control',
}
const labelOf = (key: InputKey) =>
  labels[key] ?? (key in vocabulary ? vocabulary[key as FieldId].label.toLowerCase() : key)

/** The resolution that a list of widths stands for, where the row's own sizes say so. */
function resolutionOf(row: Row, widths: readonly unknown[]): string | undefined {
  const sizes = row.workflows.flatMap(({ fields }) => fields.size?.limits.sizes ?? [])
  const named = new Set(sizes.filter(({ width }) => widths.includes(width)).map(({ resolution }) => resolution))
  const [only] = named
  return named.size === 1 ? only : undefined
}

const modeWords = ({ workflows }: Row, test: unknown): string => {
  const limits = workflows.flatMap(({ fields }) => fields.mode?.limits ?? [])
  return limits.flatMap(({ labels }) => labels?.[String(test)] ?? [])[0] ?? String(test)
}

function testWords(row: Row, key: InputKey, test: unknown): string {
  const label = labelOf(key)
  if (key === 'mode') return `in ${modeWords(row, test)}`
  if (test === true || test === 'set') return `with ${label}`
  if (test === false || test === 'unset') return `without ${label}`
  if (typeof test !== 'object' || test === null) return `${test}`
  if ('is' in test && Array.isArray(test.is))
    return (key === 'width' ? resolutionOf(row, test.is) : undefined) ?? `${label} ${test.is.join(', ')}`
  const { min, max } = test as { min?: number; max?: number }
  return `${label} ${min === undefined ? `up to ${max}` : max === undefined ? `from ${min}` : `${min}–${max}`}`
}

function whenWords(row: Row, when: When): string {
  const all: readonly object[] = Array.isArray(when) ? when : [when]
  // What holds when no mode is said is the same as one that can be said, and that one tells it.
  const clauses = all.length > 1 ? all.filter((clause) => !('mode' in clause && clause.mode === 'unset')) : all
  const said = clauses.map((clause) =>
    Object.entries(clause)
      .map(([key, test]) => testWords(row, key as InputKey, test))
      .join(', '),
  )
  return [...new Set(said)].join(' or ')
}

const ofWords: Record<NonNullable<Rate['of']>, string> = {
  duration: 's',
  audio: 's of the sound',
  sourceVideo: 's of the film',
  referenceVideos: 's of the reference film',
}

/** In the provider's own unit where it counts in one, with the dollars of its list price. */
function sumWords({ price }: Row, amount: number): string {
  const unit = typeof price === 'string' ? undefined : price.unit
  if (!unit) return dollars(amount)
  return `${unitWords(amount, unit)} (${dollars(Math.round(amount * unit.usd * 1e6) / 1e6)})`
}

function amountWords(row: Row, { per, amount, of = 'duration', steps = [] }: Rate): string {
  if (per === 'result') return `${sumWords(row, amount)} / ${row.kind === 'image' ? 'picture' : 'result'}`
  const flat = steps.map(({ upTo, amount: sum }) => `${dollars(sum)} up to ${upTo}\u202fs`)
  return [...flat, `${flat.length > 0 ? 'then ' : ''}${sumWords(row, amount)} / ${ofWords[of]}`].join(', ')
}

/** Rates that differ in their mode alone stand in one line: "Std 720p 0.6 units ($0.084), Pro 1080p … / s with sound". */
function abreast(row: Row, rates: readonly Rate[]): (Rate | string)[] {
  const groups = new Map<string, { rate: Rate; mode?: string; rest: string }[]>()
  for (const rate of rates) {
    const { mode, rest } = modeIn(row, rate)
    const key = mode === undefined ? `${groups.size}` : `${rate.per} ${rate.of} ${rest}`
    groups.set(key, [...(groups.get(key) ?? []), { rate, rest, ...(mode === undefined ? {} : { mode }) }])
  }
  return [...groups.values()].map((group) => {
    const [first] = group
    if (!first || first.mode === undefined) return first?.rate ?? ''
    const sums = group.map(({ rate, mode }) => `${mode} ${sumWords(row, rate.amount)}`).join(', ')
    const what = first.rate.per === 'result' ? 'result' : ofWords[first.rate.of ?? 'duration']
    return [`${sums} / ${what}`, first.rest].filter(Boolean).join(' ')
  })
}

/** Each mode that can be said has a rate that asks for nothing else. */
function everyMode(row: Row, rates: readonly Rate[]): boolean {
  const limits = row.workflows.flatMap(({ fields }) => fields.mode?.limits ?? [])
  const told = rates.map((rate) => modeIn(row, rate)).filter(({ rest }) => rest === '')
  return (
    limits.length > 0 &&
    limits.every(({ options }) => options.every((option) => told.some(({ mode }) => mode === modeWords(row, option))))
  )
}

/** The one mode that a rate is for, and what else it asks for. */
function modeIn(row: Row, { when }: Rate): { mode?: string; rest: string } {
  const clauses: readonly object[] = when ? (Array.isArray(when) ? when : [when]) : []
  const modes = new Set(clauses.flatMap((one) => ('mode' in one && one.mode !== 'unset' ? [one.mode] : [])))
  const [mode] = modes
  if (modes.size !== 1 || clauses.some((one) => !('mode' in one))) return { rest: '' }
  const others = clauses.map((one) => Object.fromEntries(Object.entries(one).filter(([key]) => key !== 'mode')))
  const [only] = others
  const same = others.every((one) => JSON.stringify(one) === JSON.stringify(only))
  if (!same || !only) return { rest: '' }
  return { mode: modeWords(row, mode), rest: Object.keys(only).length ? whenWords(row, only) : '' }
}

/** "$0.168 / s with sound", "$0.112 / s otherwise"; "free"; "price not known". */
export function priceLines(row: Row): string[] {
  if (row.price === 'free') return ['free']
  if (row.price === 'unknown') return ['price not known']
  const { rates } = row.price
  const lines = abreast(row, rates).map((told, at) => {
    if (typeof told === 'string') return told
    const when = told.when ? whenWords(row, told.when) : at > 0 ? 'otherwise' : ''
    return when ? `${amountWords(row, told)} ${when}` : amountWords(row, told)
  })
  return rates.at(-1)?.when && !everyMode(row, rates) ? [...lines, 'otherwise not known'] : lines
}
