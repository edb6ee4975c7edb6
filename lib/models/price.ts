// What an order will cost, read from the very input that is sent. Unknown is unknown, never zero.
import type { Asset } from '../media/asset'
import { type Input, mediaOf } from './input'
import type { Rate, Row } from './row'
import { holds } from './rules'
import { shotSeconds } from './shot'

/** USD; `basis` is the sum in words, as it stands beside the button. */
type Estimate = { amount: number; currency: 'USD'; basis: string }
export type Quote = Estimate | 'free' | 'unknown'

/** @param file looks up our own files, for prices that follow the length of a film or a sound. */
export function quote(row: Row, input: Input, file: (id: string) => Asset | undefined = () => undefined): Quote {
  if (row.price === 'free' || row.price === 'unknown') return row.price
  const rate = row.price.rates.find(({ when }) => holds(when, input))
  if (!rate) return 'unknown'
  const results = input.numberResults ?? 1
  const { unit } = row.price
  if (rate.per === 'result')
    return total(row, rate.amount * results, results === 1 && unit ? undefined : times(results, rate, 'result', unit))
  const length = secondsOf(rate, input, file)
  if (length === undefined) return 'unknown'
  const seconds = rate.round ? Math.round(length) : length
  if (!rate.steps) {
    const words = `${seconds} s × ${unit ? unitWords(rate.amount, unit) : `$${rate.amount}`}`
    return total(row, seconds * rate.amount * results, results > 1 ? `${words} × ${results}` : words)
  }
  const step = rate.steps.find(({ upTo }) => seconds <= upTo)
  const last = rate.steps.at(-1)
  const one =
    step?.amount ?? (last ? last.amount + Math.ceil(seconds - last.upTo) * rate.amount : seconds * rate.amount)
  return total(row, one * results, `${seconds} s`)
}

type Unit = Exclude<Row['price'], string>['unit']
/** "1 unit", "0.8 units" */
export const unitWords = (amount: number, { name }: NonNullable<Unit>) => `${amount} ${name}${amount === 1 ? '' : 's'}`
const times = (count: number, rate: Rate, what: string, unit: Unit) =>
  `${count} ${what}${count === 1 ? '' : 's'} × ${unit ? unitWords(rate.amount, unit) : `$${rate.amount}`}`

/** No `basis`: the sum in units tells it all. */
function total(row: Row, amount: number, basis: string | undefined): Quote {
  if (row.price === 'free' || row.price === 'unknown') return row.price
  const { currency, unit } = row.price
  if (!unit) return { amount: micro(amount), currency, basis: basis ?? '' }
  const sum = `${unitWords(micro(amount), unit)} × $${unit.usd}`
  return { amount: micro(amount * unit.usd), currency, basis: basis === undefined ? sum : `${basis} = ${sum}` }
}

const micro = (amount: number) => Math.round(amount * 1e6) / 1e6

function secondsOf(rate: Rate, input: Input, file: (id: string) => Asset | undefined): number | undefined {
  if (!rate.of || rate.of === 'duration') return input.duration ?? shotSeconds(input) ?? rate.otherwise
  const key = rate.of
  const slot = mediaOf(input).find(({ path }) => path === key || path.startsWith(`${key}.`))
  return slot && 'asset' in slot.medium ? file(slot.medium.asset)?.duration : undefined
}
