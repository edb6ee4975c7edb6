// A file of ours, uploaded or made: one shape from the database to the screen.
import * as z from 'zod'

export const assetKinds = ['image', 'video', 'audio'] as const
export type AssetKind = (typeof assetKinds)[number]

/** Pixels, seconds, frames per second, bytes. `url` is always our own address. */
export const asset = z.object({
  id: z.string(),
  kind: z.enum(assetKinds),
  mime: z.string(),
  bytes: z.number().int(),
  name: z.string(),
  width: z.number().int().optional(),
  height: z.number().int().optional(),
  duration: z.number().optional(),
  fps: z.number().optional(),
  codec: z.string().optional(),
  sha256: z.string(),
  url: z.string(),
  posterUrl: z.string().optional(),
  createdAt: z.string(),
})
export type Asset = z.infer<typeof asset>
