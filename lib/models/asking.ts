// What a question beside orders costs, by the provider's own page: a look for the faces of a film.
import { catalogOf } from './catalog'
import type { ProviderId } from './row'

/** `worth` is USD; without it the price is in a currency that nobody can put into dollars. */
type AskingPrice = { model: string; amount: number; currency: string; worth?: number }

/** Nothing where the page names no price. */
export function priceOfFaces(provider: ProviderId): AskingPrice | undefined {
  const rows = catalogOf([provider])
  const found = rows.flatMap(({ model, workflows }) =>
    workflows.flatMap(({ fields }) => {
      const asking = fields.faces?.limits.asking
      return asking ? [{ model, ...asking }] : []
    }),
  )[0]
  if (!found || found.currency === 'USD') return found && { ...found, worth: found.amount }
  const unit = rows.flatMap(({ price }) => (typeof price === 'string' ? [] : (price.unit ?? [])))[0]
  return unit ? { ...found, worth: Math.round(found.amount * unit.usd * 1e6) / 1e6 } : found
}
