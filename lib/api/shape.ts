// The answers that are not a Task or an Asset alone.
import * as z from 'zod'
import { asset } from '../media/asset'
import { providerId } from '../models/check/provider'
import { workflowIds } from '../models/vocabulary'
import { statuses, task } from '../tasks/task'

const source = z.object({ page: z.string(), date: z.string() })

export const health = z.object({
  status: z.literal('ok'),
  version: z.string(),
  database: z.enum(['embedded', 'postgres']),
  storage: z.enum(['folder', 's3']),
  providers: z.array(
    z.object({
      id: providerId,
      label: z.string(),
      ready: z.boolean(),
      reason: z.string().optional().meta({ description: 'Why it is not ready, and what would make it so.' }),
      paused: z
        .string()
        .optional()
        .meta({ description: 'Why nothing more is ordered there until somebody resumes it; its orders wait.' }),
      rehearses: z
        .union([z.literal(true), z.string()])
        .optional()
        .meta({ description: 'Whether it can be asked if it would take an order; else why that is not offered.' }),
    }),
  ),
})
export type Health = z.infer<typeof health>

export const rehearsal = z.object({
  taken: z.boolean(),
  words: z.string().meta({ description: 'What the provider says to it.' }),
  issues: z.array(z.object({ path: z.string(), message: z.string() })),
})

export const settings = z.object({
  version: z.string(),
  dataFolder: z.string().meta({ description: 'Where films, pictures and the embedded database lie on this computer.' }),
  database: health.shape.database,
  storage: health.shape.storage,
  usage: z.array(
    z
      .object({ kind: asset.shape.kind, files: z.number().int(), bytes: z.number() })
      .meta({ description: 'Files kept.' }),
  ),
  providers: z.array(
    health.shape.providers.element.extend({
      balance: z.boolean().meta({ description: 'Whether it can be asked what is left there.' }),
      variables: z
        .array(z.object({ name: z.string(), set: z.boolean() }))
        .meta({ description: 'Environment settings of this provider; never their values.' }),
    }),
  ),
})
export type SettingsFacts = z.infer<typeof settings>

const field = z.object({
  id: z.string(),
  kind: z.string(),
  label: z.string(),
  required: z.boolean(),
  keys: z.array(z.string()).meta({ description: 'The keys of the input that this field fills.' }),
  limits: z.record(z.string(), z.unknown()),
  start: z.unknown().optional().meta({ description: 'What a fresh form holds.' }),
  note: z.string().optional(),
})

export const model = z.object({
  provider: providerId,
  model: z.string(),
  name: z.string(),
  family: z.string(),
  tier: z.string(),
  kind: z.enum(['video', 'image', 'audio']),
  standing: z.enum(['retired', 'api-only', 'newer']).optional(),
  workflows: z.array(
    z.object({
      id: z.enum(workflowIds),
      label: z.string(),
      fields: z.array(field),
      rules: z.array(z.record(z.string(), z.unknown())),
      barred: z.record(z.string(), z.string()).meta({ description: 'Fields that cannot be used here, and why.' }),
      fps: z.number().optional(),
    }),
  ),
  price: z.union([
    z.enum(['free', 'unknown']),
    z.object({
      currency: z.string(),
      unit: z
        .object({ name: z.string(), usd: z.number() })
        .optional()
        .meta({ description: 'Rates are in this unit of the provider’s own, worth so many USD at list price.' }),
      rates: z.array(z.record(z.string(), z.unknown())),
      source,
    }),
  ]),
  source,
})
export type ModelFacts = z.infer<typeof model>

export const taskPage = z.object({
  items: z.array(task),
  nextCursor: z.string().nullable(),
  rev: z.number().int().meta({ description: 'The revision at which this was true; the stream goes on after it.' }),
  counts: z.partialRecord(z.enum(statuses), z.number().int()).optional().meta({
    description: 'How many tasks of each status the other filters leave; on the first page.',
  }),
  unknown: z.number().int().optional().meta({
    description: 'How many of the failed ones are not known (error.code is unknown); on the first page.',
  }),
})
export type TaskPage = z.infer<typeof taskPage>

export const mediaPage = z.object({ items: z.array(asset), nextCursor: z.string().nullable() })

export const imported = z.object({
  model: z.string(),
  workflow: z.string(),
  input: task.shape.input,
  notes: z.array(z.string()),
})

export const preview = z.object({
  calls: z.array(z.object({ method: z.string(), path: z.string(), body: z.unknown() })),
  price: z
    .object({ amount: z.number(), currency: z.string(), basis: z.string() })
    .nullable()
    .meta({ description: 'null: not known.' }),
  notes: z.array(z.string()).meta({ description: 'Sentences that an order made here would be refused for.' }),
})
