// The shapes of values that have parts. What each may hold under a row's limits is said beside.
import * as z from 'zod/mini'
import { medium } from '../../media/medium'

export const shot = z.strictObject({ prompt: z.string(), duration: z.number() })
export type Shot = z.infer<typeof shot>

export const element = z.strictObject({
  id: z.string().check(z.minLength(1)),
  description: z.optional(z.string()),
  frontalImage: z.optional(medium),
  images: z.optional(z.array(medium)),
  videos: z.optional(z.array(medium)),
  voices: z.optional(z.array(medium)),
  tags: z.optional(z.array(z.string())),
})
export type ElementUse = z.infer<typeof element>

const axis = z.optional(z.number())
/** A movement by the provider's name; `simple` says along which one axis, and how far either way. */
export const camera = z.strictObject({
  type: z.string(),
  config: z.optional(
    z.strictObject({ horizontal: axis, vertical: axis, pan: axis, tilt: axis, roll: axis, zoom: axis }),
  ),
})
export type Camera = z.infer<typeof camera>

/** Whole pixels of the picture from its bottom left; the order is the direction. */
const point = z.strictObject({ x: z.number(), y: z.number() })
export const dynamicMask = z.strictObject({ mask: medium, trajectories: z.array(point) })
export type DynamicMask = z.infer<typeof dynamicMask>

/**
 * A face that was found in a film, by the ids of the session that found it; seconds. The sound from `from` to `to` is
 * heard from `at` on in the film. `seen`: when the face is there, where it is known; never sent.
 */
export const faceChoice = z.strictObject({
  session: z.string().check(z.minLength(1)),
  face: z.string().check(z.minLength(1)),
  from: z.number(),
  to: z.number(),
  at: z.number(),
  seen: z.optional(z.strictObject({ from: z.number(), to: z.number() })),
})
export type FaceChoice = z.infer<typeof faceChoice>

const expansion = z.strictObject({ up: z.number(), down: z.number(), left: z.number(), right: z.number() })
export type Expansion = z.infer<typeof expansion>

/** A face that was found in a film; seconds. `picture`: something to know it by, as a data address. */
export const face = z.object({
  id: z.string(),
  picture: z.optional(z.string()),
  from: z.number(),
  to: z.number(),
})
export type Face = z.infer<typeof face>
