// How an input points at a picture, film or sound: our own file, a public address, or an id that a provider knows.
export type Medium = { asset: string } | { url: string } | { ref: string }

/** What any provider may fetch or unpack; anything else is no address. */
export const address = /^(https?:\/\/[^\s/]|data:)/i

/** The same reading as the schema of `medium`, for those that only look for media. */
export function isMedium(value: unknown): value is Medium {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const [[key, said] = [], ...more] = Object.entries(value)
  if (more.length > 0 || typeof said !== 'string' || said === '') return false
  return key === 'asset' || key === 'ref' || (key === 'url' && address.test(said))
}
