// The part of the contract that speaks of a whole board as one film.
import * as z from 'zod'
import { task } from '../tasks/task'
import { address } from './address'
import type { Entry } from './entry'

const byId = z.object({ id: z.uuid({ error: 'A storyboard’s id is a UUID.' }) })

const film = z.object({
  seconds: z.number(),
  width: z.number().int(),
  height: z.number().int(),
  fps: z.number(),
  pieces: z.array(
    z.object({
      shotId: z.string(),
      seconds: z.number(),
      of: z.enum(['take', 'picture', 'slate']),
      asset: z.string().optional().meta({ description: 'The film or picture that stands for the shot.' }),
      from: z.number().optional().meta({ description: 'Seconds in that film.' }),
    }),
  ),
  missing: z.array(z.string()).meta({ description: 'Shots that have neither a take nor a picture.' }),
  way: z.enum(['copy', 'encode']).meta({
    description: 'copy: the takes are joined as they are, nothing is lost. encode: all of it is coded anew.',
  }),
  why: z.array(z.string()).meta({ description: 'What keeps the takes from being joined as they are.' }),
})
export type FilmFacts = z.infer<typeof film>

export const filmContract = {
  readFilm: {
    ...address.readFilm,
    summary: 'What the film of this board would be made of now, and how. Nothing is made.',
    params: byId,
    answers: { 200: film },
    refusals: ['not-found', 'broken'],
  },
  makeFilm: {
    ...address.makeFilm,
    summary:
      'Makes one film of the board on the studio’s own computer, for free. cut: the takes and pictures that stand for its shots; animatic: the moving sketch of its pictures and words. The same `id` again answers with the same task.',
    params: byId,
    body: z.strictObject({
      id: z.uuid({ version: 'v4' }).optional().meta({ description: 'Your idempotency key.' }),
      kind: z.enum(['cut', 'animatic']),
      slates: z.boolean().optional().meta({
        description: 'Whether slates may stand for shots that are missing; without a word such a cut is refused.',
      }),
    }),
    answers: { 201: task, 200: task },
    refusals: ['malformed', 'invalid', 'not-found', 'conflict', 'not-ready', 'broken'],
  },
  markTask: {
    ...address.markTask,
    summary: 'What a person thinks of a task: a star, a remark. What is left out stays as it is; null takes it away.',
    params: z.object({ id: z.uuid() }),
    body: z.strictObject({
      star: z.boolean().optional(),
      remark: z.string().max(5_000, { error: 'A remark has 5,000 characters at most.' }).nullable().optional(),
    }),
    answers: { 200: task },
    refusals: ['malformed', 'invalid', 'not-found'],
  },
} as const satisfies Record<string, Entry>
