// Kling's price list in its own units.
import type { Price, Rate } from '../../row'
import { pricePage } from './page'

/** A unit at list price; packs and subscriptions make it cheaper. */
const unit = { name: 'unit', usd: 0.14 } as const

export const inUnits = (...rates: readonly Rate[]): Price => ({ currency: 'USD', unit, rates, source: pricePage })

type Clause = Readonly<Record<string, string | boolean>>
type More = Partial<Omit<Rate, 'when'>> & { when?: Clause; usual?: 'std' | 'pro' }

/** A second of 720p in standard mode and of 1080p in pro mode; `usual` is what Kling takes when no mode is said. */
export function perSecond(low: number, high: number, { when = {}, usual = 'std', ...rest }: More = {}): Rate[] {
  const rate = (mode: string, amount: number): Rate => ({
    ...rest,
    per: 'second',
    amount,
    otherwise: 5,
    when: [{ mode, ...when }, ...(mode === usual ? [{ mode: 'unset', ...when }] : [])],
  })
  return [rate('std', low), rate('pro', high)]
}
