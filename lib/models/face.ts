// A face that speaks: which one, which part of the sound, and from when on.
import * as z from 'zod'
import { faceChoice } from './input'
import type { Limits } from './limits'

const second = z.number({ error: 'A number of seconds is needed.' }).min(0, { error: 'No second lies before 0.' })
const id = (what: string) =>
  z.string({ error: `The id of ${what} is needed.` }).min(1, { error: `The id of ${what} is needed.` })

export function faceCheck({ sound, overlap }: Limits['faces']): z.ZodType {
  const shape = faceChoice.extend({
    session: id('the session that found the faces'),
    face: id('the face'),
    from: second,
    to: second,
    at: second,
  })
  return shape.superRefine(({ from, to, at: begin, seen }, at) => {
    const say = (path: string, message: string) => at.addIssue({ code: 'custom', path: [path], message })
    const lasts = places(to - from)
    if (lasts < overlap) say('to', `This part of the sound lasts ${lasts} s; at least ${overlap} s are needed.`)
    if (to > sound.max) say('to', `${to} s is outside the ${sound.max} s that a sound may last.`)
    if (!seen) return
    const shared = places(Math.min(begin + lasts, seen.to) - Math.max(begin, seen.from))
    if (shared < overlap)
      say('at', `Sound and face meet for ${Math.max(0, shared)} s; at least ${overlap} s are needed.`)
  })
}

const places = (seconds: number) => Math.round(seconds * 1000) / 1000
