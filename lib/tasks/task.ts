// The Task: the row in the database, the event, the answer of the API and the card's prop. One shape.
import * as z from 'zod'
import { asset } from '../media/asset'
import { providerId } from '../models/check/provider'
import type { Input } from '../models/input'
import { after } from './after'

export const statuses = [
  'queued',
  'starting',
  'running',
  'saving',
  'done',
  'failed',
  'cancelling',
  'cancelled',
] as const
export type Status = (typeof statuses)[number]

/**
 * The only place that knows what may follow what. `starting` is committed before money can be spent; it goes back to
 * `queued` only when the order was surely not placed.
 */
export const moves = {
  queued: ['starting', 'cancelled', 'failed'],
  starting: ['queued', 'running', 'saving', 'failed', 'cancelling'],
  running: ['saving', 'failed', 'cancelling'],
  cancelling: ['cancelled', 'saving', 'failed'],
  saving: ['done', 'failed'],
  done: [],
  failed: [],
  cancelled: [],
} as const satisfies Record<Status, readonly Status[]>

export const isEnd = (status: Status) => moves[status].length === 0
export const canMove = (from: Status, to: Status) => (moves[from] as readonly Status[]).includes(to)

const money = z.object({ amount: z.number(), currency: z.string() })
export type Money = z.infer<typeof money>

/**
 * Why a task failed. `unknown`: the order may exist and may be billed; a person decides. `not-placed`: surely never ordered.
 * `billed` is what is known of the money; absent is not known. `issues` point into the input (`input.shots.1.prompt`).
 */
const failure = z.object({
  code: z.string(),
  message: z.string(),
  retryable: z.boolean(),
  billed: z.boolean().optional(),
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})
export type Failure = z.infer<typeof failure>

/** `cut` and `animatic` are whole boards as one film, made on this computer. */
export const taskKinds = ['order', 'cut', 'animatic'] as const

export const task = z.object({
  id: z.uuid(),
  rev: z.number().int(),
  kind: z.enum(taskKinds),
  provider: providerId,
  model: z.string(),
  workflow: z.string(),
  input: z.custom<Input>((value) => typeof value === 'object' && value !== null),
  after: after.optional(),
  status: z.enum(statuses),
  progress: z.number().min(0).max(1).optional(),
  estimate: money.optional(),
  cost: money.optional(),
  /** The provider’s own name of what it bills, where that is another than the model’s. */
  billedAs: z.string().optional(),
  error: failure.optional(),
  /** A sentence on why it waits or is slow, in the studio's or the provider's words. */
  note: z.string().optional(),
  /** What a person thinks of it: marked as good, and in words. */
  star: z.boolean().optional(),
  remark: z.string().optional(),
  outputs: z.array(asset),
  storyboardId: z.string().optional(),
  shotIds: z.array(z.string()).optional(),
  createdAt: z.string(),
  updatedAt: z.string(),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
})
export type Task = z.infer<typeof task>

/** One step of the stream. `rev` is its place. */
export type Change = { rev: number; task: Task } | { rev: number; gone: string }
