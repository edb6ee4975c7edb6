// The part of the contract that speaks of storyboards.
import * as z from 'zod'
import { providerId } from '../models/check/provider'
import { workflowIds } from '../models/vocabulary'
import { newBoard, seams, storyboard } from '../storyboard/storyboard'
import { task } from '../tasks/task'
import { address } from './address'
import type { Entry } from './entry'
import { count, paging } from './query'

const byId = z.object({ id: z.uuid({ error: 'A storyboard’s id is a UUID.' }) })
const page = z.object({ items: z.array(storyboard), nextCursor: z.string().nullable() })
const price = z.object({ amount: z.number(), currency: z.string(), basis: z.string() }).nullable()
const target = {
  provider: providerId,
  model: z.string({ error: 'Name the model.' }).min(1).max(200),
}

const plan = z.object({
  blocks: z.array(
    z.object({
      name: z.string(),
      shotIds: z.array(z.string()),
      workflow: z.enum(workflowIds),
      input: task.shape.input,
      seconds: z.number(),
      price,
      seam: z.enum(seams).meta({ description: 'How it meets the block before.' }),
      continues: z
        .object({ shotId: z.string(), task: z.string().optional(), at: z.number().optional() })
        .optional()
        .meta({
          description:
            'It starts from the film of that shot: of this task, once there is one, at this second; without a second from its last frame.',
        }),
      waitsFor: z.string().optional().meta({
        description:
          'The block whose film it waits for. Its input is lawful for POST /api/tasks with `after: { task }`, which brings the first frame when that film is there.',
      }),
      locked: z.boolean(),
      ready: z.boolean().meta({ description: 'It can be ordered as it stands.' }),
      why: z.array(z.string()),
    }),
  ),
  total: price.meta({ description: 'Of the blocks that are ready; null: the price of one of them is not known.' }),
  left: z
    .number()
    .int()
    .meta({ description: 'How many blocks cannot be ordered as they stand, and are not in the total.' }),
  issues: z.array(
    z.object({
      shotId: z.string().optional(),
      path: z.string().optional(),
      message: z.string(),
      choices: z.array(z.object({ label: z.string(), seconds: z.number() })).optional(),
      seams: z
        .array(z.object({ label: z.string(), shotId: z.string(), seam: z.enum(seams) }))
        .optional()
        .meta({ description: 'Other ways for blocks to meet that would mend it.' }),
    }),
  ),
})

export const boardContract = {
  listStoryboards: {
    ...address.listStoryboards,
    summary: 'Storyboards, the one changed last first.',
    query: z.strictObject(paging),
    answers: { 200: page },
    refusals: ['invalid'],
  },
  addStoryboard: {
    ...address.addStoryboard,
    summary: 'Keeps a new board; shots without an id are given one.',
    body: newBoard,
    answers: { 201: storyboard },
    refusals: ['malformed', 'invalid', 'too-large'],
  },
  readStoryboard: {
    ...address.readStoryboard,
    summary: 'One board as it stands.',
    params: byId,
    answers: { 200: storyboard },
    refusals: ['not-found'],
  },
  saveStoryboard: {
    ...address.saveStoryboard,
    summary:
      'Saves a board over the version that was seen; a stale one is refused with the board that stands now as `current`.',
    params: byId,
    body: newBoard.extend({
      version: z.number().int().positive(),
      id: z.string().optional(),
      createdAt: z.string().optional(),
      updatedAt: z.string().optional(),
    }),
    answers: { 200: storyboard },
    refusals: ['malformed', 'invalid', 'not-found', 'conflict', 'too-large'],
  },
  removeStoryboard: {
    ...address.removeStoryboard,
    summary: 'Removes a board. Films made from it stay.',
    params: byId,
    answers: { 204: { raw: '', says: 'It is gone.' } },
    refusals: ['not-found'],
  },
  listVersions: {
    ...address.listVersions,
    summary: 'What the board was before each of the last saves, the latest first.',
    params: byId,
    answers: {
      200: z.object({
        items: z.array(
          z.object({
            version: z.number().int(),
            savedAt: z.string(),
            title: z.string(),
            shots: z.number().int(),
            seconds: z.number(),
          }),
        ),
      }),
    },
    refusals: ['not-found'],
  },
  readVersion: {
    ...address.readVersion,
    summary: 'The board as it was. To bring it back, save it over the version that stands now.',
    params: byId.extend({ version: count(1, 2_147_483_647) }),
    answers: { 200: storyboard },
    refusals: ['invalid', 'not-found'],
  },
  planStoryboard: {
    ...address.planStoryboard,
    summary: 'Which shots would share a paid order on this model, why, and for how much. Nothing is ordered.',
    params: byId,
    body: z.strictObject(target),
    answers: { 200: plan },
    refusals: ['malformed', 'invalid', 'not-found'],
  },
  renderStoryboard: {
    ...address.renderStoryboard,
    summary: 'Places the orders of a plan, all or none. The same `id` again answers with the same tasks.',
    params: byId,
    body: z.strictObject({
      ...target,
      id: z.uuid({ version: 'v4' }).optional().meta({ description: 'Your idempotency key.' }),
      version: z.number().int().positive().optional().meta({
        description:
          'The version of the board whose plan was seen; when another stands now nothing is ordered, and it is refused with the board as `current`.',
      }),
      blocks: z
        .array(z.looseObject({ shotIds: z.array(z.string()).min(1) }))
        .min(1)
        .optional()
        .meta({ description: 'Runs of neighbouring shots to order instead of those that the plan would choose.' }),
      scope: z
        .union([z.enum(['all', 'missing', 'stale']), z.array(z.string()).min(1)])
        .default('missing')
        .meta({
          description:
            'All blocks but those that pictures of one’s own stand for, those without a film or an order, those whose film is out of date, or those that hold these shots.',
        }),
    }),
    answers: { 200: z.object({ tasks: z.array(task) }) },
    refusals: ['malformed', 'invalid', 'not-found', 'conflict', 'not-ready', 'over-cap'],
  },
} as const satisfies Record<string, Entry>
