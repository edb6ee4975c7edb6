// Reads what came as loosely as the vendor's own samples are written.
export type Bag = Record<string, unknown>
const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value)
export const bag = (value: unknown): Bag => (isBag(value) ? value : {})
export const bags = (value: unknown): Bag[] => (Array.isArray(value) ? value.map(bag) : [])

/** Empty texts are nothing, everywhere. */
export function full(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(full)
  if (!isBag(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      inner === '' || inner === null || (Array.isArray(inner) && inner.length === 0) ? [] : [[key, full(inner)]],
    ),
  )
}

export const yes = (value: unknown) => value === true || String(value).toLowerCase() === 'true'
export const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
/** NaN for what is no number. */
export const number = (value: unknown): number =>
  typeof value === 'number' ? value : typeof value === 'string' && value.trim() ? Number(value) : Number.NaN
