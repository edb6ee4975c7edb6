// Between the tables and the Task: which columns are it, and what the worker alone knows.
import { createHash } from 'node:crypto'
import { getTableColumns, sql } from 'drizzle-orm'
import { type Gathered, tasks } from '../db/schema'
import type { Input } from '../models/input'
import type { ProviderId } from '../models/row'
import type { After } from './after'
import type { Money, Task } from './task'

const { seq: _, shape: __, ...columns } = getTableColumns(tasks)
export const taskColumns = columns
export const nextRev = sql`nextval('rev')`

/** The row is the Task, but for columns that are unset: in a Task they are left out. */
export function asTask(row: Record<keyof typeof columns, unknown>): Task {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Task
}

/** `id` is the caller's idempotency key, and the name under which the order is placed. */
export type Order = {
  id?: string
  /** `order` when unsaid. */
  kind?: Task['kind']
  provider: ProviderId
  model: string
  workflow: string
  input: Input
  /** It starts from that task's film; without a first frame in its input it waits for it. */
  after?: After
  estimate?: Money
  storyboardId?: string
  shotIds?: string[]
}

/** What only the worker needs to know of a task. */
export type Work = {
  ticket: { [key: string]: unknown } | null
  attempts: number
  token: string
  results: Gathered[]
}

/** The same order has the same hash, whatever the order of its keys, and whether the frame that it starts from is there yet or not. */
export function hashOf({ provider, model, workflow, input: given, after }: Order): string {
  const input = after ? { ...given, firstFrame: undefined } : given
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted)
    if (!value || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, inner]) => inner !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => [key, sorted(inner)]),
    )
  }
  return createHash('sha256')
    .update(JSON.stringify(sorted({ provider, model, workflow, input, after })))
    .digest('hex')
}
