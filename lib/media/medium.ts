// How an input points at a picture, film or sound: our own file, a public address, or an id that a provider knows.
import { z } from 'zod'

export const medium = z.union(
  [
    z.strictObject({ asset: z.string().min(1) }),
    z.strictObject({ url: z.string().min(1) }),
    z.strictObject({ ref: z.string().min(1) }),
  ],
  { error: 'Give { asset }, { url } or { ref }.' },
)
export type Medium = z.infer<typeof medium>
