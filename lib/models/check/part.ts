// Checks of values that have parts, each under the limits of a row.
import * as z from 'zod/mini'
import { medium } from '../../media/medium'
import { areaOf } from '../expansion'
import { cameraAxes, type Expansion, type InputKey } from '../input'
import type { Limits } from '../limits'
import { camera, dynamicMask, element, faceChoice, shot } from './shape'
import { number, oneOf, whole, words } from './value'

export function sizeCheck({ sizes }: Limits['size'], key: InputKey): z.ZodMiniType {
  if (key !== 'aspectRatio' && key !== 'resolution')
    return z.number({ error: 'A number of pixels is needed.' }).check(whole('A whole number of pixels is needed.'))
  return oneOf([...new Set(sizes.map((size) => size[key]).filter((value) => value !== undefined))])
}

export function shots(limits: Limits['shots']): z.ZodMiniType {
  const one = z.extend(shot, {
    prompt: words({ min: Math.max(1, limits.words.min ?? 1), max: limits.words.max }),
    duration: number({ ...limits.seconds, unit: 's' }, false),
  })
  return z
    .array(one, { error: 'A list of { prompt, duration } is needed.' })
    .check(z.maxLength(limits.max, { error: `At most ${limits.max} shots can be used.` }))
}

const few = (max: number, what: string) =>
  z.optional(z.array(medium).check(z.maxLength(max, { error: `At most ${max} ${what} can be used.` })))

export function elements({ max, pictures }: Limits['elements']): z.ZodMiniType {
  const one = z.extend(element, {
    id: z.string({ error: 'An element needs an id.' }).check(z.minLength(1, { error: 'An element needs an id.' })),
    images: few(pictures, 'more pictures'),
    videos: few(1, 'film'),
    voices: few(1, 'voice'),
  })
  return z
    .array(one, { error: 'A list of elements is needed.' })
    .check(z.maxLength(max, { error: `At most ${max} elements can be used.` }))
}

export function brushCheck({ max, points }: Limits['brush'], key: InputKey): z.ZodMiniType {
  if (key === 'staticMask') return medium
  const pixel = z
    .number({ error: 'A number of pixels is needed.' })
    .check(
      whole('A whole number of pixels is needed.'),
      z.minimum(0, { error: 'Pixels are counted from the bottom left; none lies below 0.' }),
    )
  const path = z
    .array(z.strictObject({ x: pixel, y: pixel }), { error: 'A list of { x, y } is needed.' })
    .check(
      z.minLength(points.min, { error: `At least ${points.min} points are needed.` }),
      z.maxLength(points.max, { error: `At most ${points.max} points can be used.` }),
    )
  return z
    .array(z.extend(dynamicMask, { trajectories: path }), { error: 'A list of { mask, trajectories } is needed.' })
    .check(z.maxLength(max, { error: `At most ${max} moving areas can be used.` }))
}

/** The one that moves along an axis of one's choice; the others are whole movements. */
const simple = 'simple'

export function cameraCheck({ types, most }: Limits['camera']): z.ZodMiniType {
  const shape = z.extend(camera, {
    type: z.custom<string>((value) => types.some((type) => type === value), {
      error: types.length === 1 ? `Only ${types[0]} can be chosen.` : `Choose one of ${types.join(', ')}.`,
    }),
  })
  return shape.check(
    z.superRefine(({ type, config }, at) => {
      const say = (path: string[], message: string) => at.addIssue({ code: 'custom', path, message })
      if (type !== simple) {
        if (config) say(['config'], `${type} is a whole movement; only ${simple} takes axes.`)
        return
      }
      const moved = cameraAxes.filter((axis) => config?.[axis])
      if (moved.length !== 1)
        say(['config'], `Exactly one of ${cameraAxes.join(', ')} must be other than 0; ${moved.length} are.`)
      for (const axis of moved)
        if (Math.abs(config?.[axis] ?? 0) > most)
          say(['config', axis], `${config?.[axis]} is outside ${-most}–${most}.`)
    }),
  )
}

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

export function expansionCheck({ max, area }: Limits['expansion']): z.ZodMiniType {
  const side = number({ min: 0, max }, false)
  return z
    .strictObject({ up: side, down: side, left: side, right: side }, { error: 'Give up, down, left and right.' })
    .check(
      z.refine((value) => areaOf(value) <= area, {
        error: ({ input }) =>
          `The whole would be ${areaOf(input as Expansion)} times the picture; at most ${area} times.`,
      }),
    )
}
