// Money in words. What nobody knows the price of is counted, and never said to be nothing.
import { money, price } from '@/components/ui/figure'
import type { Caps, Spend } from '@/lib/tasks/cap'
import { used } from '@/lib/tasks/room'

/** Two decimals; a sum that would round to nothing says that it is more. */
export const dollars = (amount: number) => (amount > 0 && amount < 0.005 ? 'under $0.01' : price(amount))

/** A cap as it was set, to its last digit: rounded it would be another one. */
export const exactly = (cap: number) => `$${digits(cap)}`
export const digits = (amount: number) => (Number(amount.toFixed(2)) === amount ? amount.toFixed(2) : String(amount))

/** "12.4 units": taken from packs, and never added to dollars. */
const unitWords = (units: number) => money({ amount: units, currency: 'units' })

/** "$8.57", "$8.57 + 12.4 units", or the units alone where nothing was billed in dollars. */
export const sumWords = ({ billed, units }: Pick<Spend, 'billed' | 'units'>) =>
  units === 0 ? dollars(billed) : [...(billed > 0 ? [dollars(billed)] : []), unitWords(units)].join(' + ')

/** "2 at a price not known"; nothing when every price is known. */
export const unknownWords = (count: number) => (count > 0 ? `${count} at a price not known` : undefined)

/** "$11.56 left", "over by $0.96", what is on its way counted. */
export function leftWords(cap: number, spend: Spend): string {
  const left = cap - used(spend)
  return left < -1e-9 ? `over by ${dollars(-left)}` : `${dollars(Math.max(0, left))} left`
}

/** The cap that the header shows: the day's, else the month's, else today without one. */
export function shownCap(caps: Caps, spent: { day: Spend; month: Spend }) {
  if (caps.day === null && caps.month !== null)
    return { spend: spent.month, cap: caps.month, when: 'this month' } as const
  return { spend: spent.day, cap: caps.day, when: 'today' } as const
}

/** Orders were made, and nobody knows what any of them cost: then no sum is shown. */
export const isUnknown = ({ billed, units, unknown }: Spend) => billed + units === 0 && unknown > 0

/** "$8.57 of $25.00 today", "$8.57 today" without a cap, "2 at a price not known today". */
export function spentWords(spend: Spend, cap: number | null, when: string): string {
  if (isUnknown(spend)) return `${unknownWords(spend.unknown)} ${when}`
  return `${sumWords(spend)}${cap === null ? '' : capWords(spend, cap)} ${when}`
}

/** Units are no part of dollars, so beside them the cap stands alone. */
export const capWords = ({ units }: Spend, cap: number) => (units > 0 ? `, cap ${exactly(cap)}` : ` of ${exactly(cap)}`)

/** "12.4 units count as $1.74, their list price" */
export const worthWords = ({ units, worth }: Spend) =>
  units > 0 && worth > 0 ? `${unitWords(units)} count as ${dollars(worth)}, their list price` : undefined

function noted(spend: Spend): string[] {
  const rest = isUnknown(spend) ? undefined : unknownWords(spend.unknown)
  return [spend.inFlight > 0 ? inFlightWords(spend) : undefined, worthWords(spend), rest].filter(
    (one) => one !== undefined,
  )
}

/** What the bar of a cap cannot tell: by how much it is passed; and without a cap, what is on its way. */
export function besideWords(spend: Spend, cap: number | null): { words: string; over: boolean } | undefined {
  if (cap === null) return spend.inFlight > 0 ? { words: inFlightWords(spend), over: false } : undefined
  return used(spend) - cap > 1e-9 ? { words: leftWords(cap, spend), over: true } : undefined
}

const inFlightWords = ({ inFlight }: Spend) => `${dollars(inFlight)} in flight`

/** Everything in one sentence, for those who do not see the bar; what is seen comes first and as it is seen. */
export function allWords(spend: Spend, cap: number | null, when: string): string {
  const beside = besideWords(spend, cap)?.words
  const seen = [spentWords(spend, cap, when), beside].filter(Boolean).join(' ')
  const rest = [...noted(spend), ...(cap === null ? [] : [leftWords(cap, spend)])].filter((one) => one !== beside)
  return [seen, ...rest].join(', ')
}

/** What a person typed as a cap: nothing typed is no cap. NaN for what is no amount. */
export function readAmount(text: string): number | null {
  const bare = text.trim().replace(/^\$\s*/, '')
  if (bare === '') return null
  return /^(\d+|\d{1,3}(,\d{3})+)(\.\d*)?$|^\.\d+$/.test(bare) ? Number(bare.replaceAll(',', '')) : Number.NaN
}
