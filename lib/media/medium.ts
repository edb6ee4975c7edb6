// How an input points at a picture, film or sound: our own file, a public address, or an id that a provider knows.
import * as z from 'zod/mini'

const none = { error: 'An id or an address is needed.' }
const some = z.string(none).check(z.minLength(1, none))
/** What any provider may fetch or unpack; anything else is no address. */
const address = some.check(z.regex(/^(https?:\/\/[^\s/]|data:)/i, { error: 'Give a full https:// address.' }))

export const medium = z.union(
  [z.strictObject({ asset: some }), z.strictObject({ url: address }), z.strictObject({ ref: some })],
  { error: 'Give { asset }, { url } or { ref }.' },
)
export type Medium = z.infer<typeof medium>
