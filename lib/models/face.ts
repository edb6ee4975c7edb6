// A face that speaks: which one, which part of the sound, and from when on.
import * as z from 'zod/mini'
import type { Issue } from '../errors'
import type { Asset } from '../media/asset'
import type { Medium } from '../media/medium'
import { faceChoice, type Input } from './input'
import type { Limits } from './limits'

/** A face that was found in a film; seconds. `picture`: something to know it by, as a data address. */
export const face = z.object({
  id: z.string(),
  picture: z.optional(z.string()),
  from: z.number(),
  to: z.number(),
})
export type Face = z.infer<typeof face>

const second = z
  .number({ error: 'A number of seconds is needed.' })
  .check(z.minimum(0, { error: 'No second lies before 0.' }))
const id = (what: string) =>
  z.string({ error: `The id of ${what} is needed.` }).check(z.minLength(1, { error: `The id of ${what} is needed.` }))

export function faceCheck({ sound, overlap }: Limits['faces']): z.ZodMiniType {
  const shape = z.extend(faceChoice, {
    session: id('the session that found the faces'),
    face: id('the face'),
    from: second,
    to: second,
    at: second,
  })
  return shape.check(
    z.superRefine(({ from, to, at: begin, seen }, at) => {
      const say = (path: string, message: string) => at.addIssue({ code: 'custom', path: [path], message })
      const lasts = places(to - from)
      if (lasts < overlap) say('to', `This part of the sound lasts ${lasts} s; at least ${overlap} s are needed.`)
      if (to > sound.max) say('to', `${to} s is outside the ${sound.max} s that a sound may last.`)
      if (!seen) return
      const shared = places(Math.min(begin + lasts, seen.to) - Math.max(begin, seen.from))
      if (shared < overlap)
        say('at', `Sound and face meet for ${Math.max(0, shared)} s; at least ${overlap} s are needed.`)
    }),
  )
}

const places = (seconds: number) => Math.round(seconds * 1000) / 1000

/** The piece of sound against the sound and the film that it is heard in, as long as both are ours. */
export function faceIssues({ faces, sourceVideo, audio }: Input, file: (id: string) => Asset | undefined): Issue[] {
  const choice = faceChoice.safeParse(faces).data
  if (!choice) return []
  const lengthOf = (medium: Medium | undefined) =>
    medium && 'asset' in medium ? file(medium.asset)?.duration : undefined
  const { from, to, at } = choice
  const [film, sound] = [lengthOf(sourceVideo), lengthOf(audio)]
  const end = places(at + to - from)
  return [
    // A length is measured to the packet; a thousandth more is no more.
    ...(sound !== undefined && to > sound + 0.001
      ? [{ path: 'faces.to', message: `The sound lasts ${places(sound)} s; ${to} s is beyond its end.` }]
      : []),
    ...(film !== undefined && end > film + 0.001
      ? [{ path: 'faces.at', message: `The film lasts ${places(film)} s; this piece would end at ${end} s.` }]
      : []),
  ]
}
