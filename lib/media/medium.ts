// A medium as a schema.
import * as z from 'zod/mini'
import { address, type Medium } from './is-medium'

export type { Medium } from './is-medium'

const none = { error: 'An id or an address is needed.' }
const some = z.string(none).check(z.minLength(1, none))
const url = some.check(z.regex(address, { error: 'Give a full https:// address.' }))

export const medium = z.union(
  [z.strictObject({ asset: some }), z.strictObject({ url }), z.strictObject({ ref: some })],
  { error: 'Give { asset }, { url } or { ref }.' },
) satisfies z.ZodMiniType<Medium>
