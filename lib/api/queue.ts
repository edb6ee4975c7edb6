// The part of the contract that speaks of what waits to be ordered.
import * as z from 'zod'
import { task } from '../tasks/task'
import { address } from './address'
import type { Entry } from './entry'
import { paging } from './query'

const queue = z.object({
  paused: z.boolean().meta({ description: 'Nothing that waits is ordered; what is on its way goes on.' }),
  items: z.array(task).meta({ description: 'Orders that wait, the next one first.' }),
  nextCursor: z.string().nullable(),
  waiting: z.number().int().meta({ description: 'How many wait in all.' }),
})

export const queueContract = {
  readQueue: {
    ...address.readQueue,
    summary: 'Orders that wait, in the order in which they will be placed, and whether the queue is paused.',
    query: z.strictObject(paging),
    answers: { 200: queue },
    refusals: ['invalid'],
  },
  changeQueue: {
    ...address.changeQueue,
    summary:
      'Pauses or resumes the queue, or gives waiting orders another sequence: those named exchange their places, all others keep theirs. Answers with the first page.',
    body: z.strictObject({
      paused: z.boolean().optional(),
      order: z
        .array(z.uuid({ error: 'The id of a waiting order is needed.' }))
        .min(2, { error: 'Name two orders or more.' })
        .max(1_000)
        .refine((ids) => new Set(ids).size === ids.length, { error: 'An order stands twice.' })
        .optional(),
    }),
    answers: { 200: queue },
    refusals: ['malformed', 'invalid', 'conflict'],
  },
} as const satisfies Record<string, Entry>
