// The tables. A task's columns are the Task itself; what is only the worker's stands apart in `task_work`.
import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { NewElement } from '../elements/element'
import type { Asset, AssetKind } from '../media/asset'
import type { Input } from '../models/input'
import type { ProviderId } from '../models/row'
import type { Storyboard } from '../storyboard/storyboard'
import type { After } from '../tasks/after'
import type { Shape } from '../tasks/shape'
import type { Failure, Money, Status, taskKinds } from '../tasks/task'

const when = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/** Milliseconds, and ISO 8601 on both sides, so that a row needs no mapper. */
const instant = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp(3) with time zone',
  fromDriver: (value) => new Date(value).toISOString(),
})

/** Grows with every change of any task, over all writers. */
export const revisions = pgSequence('rev')

export const assets = pgTable(
  'assets',
  {
    id: text().primaryKey(),
    kind: text().$type<AssetKind>().notNull(),
    mime: text().notNull(),
    bytes: bigint({ mode: 'number' }).notNull(),
    name: text().notNull(),
    width: integer(),
    height: integer(),
    duration: real(),
    fps: real(),
    codec: text(),
    sha256: text().notNull().unique(),
    poster: boolean().notNull().default(false),
    createdAt: when('created_at').notNull().defaultNow(),
  },
  (table) => [index('assets_newest').on(table.createdAt, table.id)],
)

/** Which of our files a provider already holds, and under which name. */
export const copies = pgTable(
  'asset_copies',
  {
    provider: text().$type<ProviderId>().notNull(),
    asset: text().notNull(),
    ref: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.provider, table.asset] }), index('asset_copies_ref').on(table.ref)],
)

/** How much wider than high: the first in a column of JSON that has both measures, or the two sides of “16:9”. */
const wider = (column: string, path: string) => {
  const found = `jsonb_path_query_first(${column}, '${path} ? (@.width > 0 && @.height > 0)')`
  return `(${found} ->> 'width')::numeric - (${found} ->> 'height')::numeric`
}
const sides = `regexp_match(input ->> 'aspectRatio', '^([1-9][0-9]*):([1-9][0-9]*)$')`
const widest = [wider('outputs', '$[*]'), wider('input', '$'), `(${sides})[1]::numeric - (${sides})[2]::numeric`]

export const tasks = pgTable(
  'tasks',
  {
    id: uuid().primaryKey(),
    rev: bigint({ mode: 'number' }).notNull(),
    kind: text().$type<(typeof taskKinds)[number]>().notNull(),
    provider: text().$type<ProviderId>().notNull(),
    model: text().notNull(),
    workflow: text().notNull(),
    input: jsonb().$type<Input>().notNull(),
    /** The film that it starts from. */
    after: jsonb().$type<After>(),
    status: text().$type<Status>().notNull(),
    progress: real(),
    estimate: jsonb().$type<Money>(),
    cost: jsonb().$type<Money>(),
    /** The provider's own name of what it bills. */
    billedAs: text('billed_as'),
    error: jsonb().$type<Failure>(),
    note: text(),
    star: boolean(),
    remark: text(),
    outputs: jsonb().$type<Asset[]>().notNull().default([]),
    storyboardId: text('storyboard_id'),
    shotIds: jsonb('shot_ids').$type<string[]>(),
    createdAt: instant('created_at').notNull().default(sql`now()`),
    updatedAt: instant('updated_at').notNull().default(sql`now()`),
    startedAt: instant('started_at'),
    endedAt: instant('ended_at'),
    /** As `shapeOf` reads it of the Task, so not a part of it. */
    shape: text()
      .$type<Shape>()
      .generatedAlwaysAs(
        sql.raw(`(array['portrait', 'square', 'landscape'])[2 + sign(coalesce(${widest.join(', ')}))::int]`),
      ),
    /** The order of arrival: the list's cursor and the queue's order. Not a part of the Task. */
    seq: bigserial({ mode: 'number' }).notNull().unique(),
  },
  (table) => [
    index('tasks_rev').on(table.rev),
    index('tasks_status').on(table.status, table.seq),
    index('tasks_provider').on(table.provider, table.status, table.seq),
    index('tasks_model').on(table.model, table.seq),
    index('tasks_storyboard').on(table.storyboardId, table.seq),
    index('tasks_shape').on(table.shape, table.seq),
    index('tasks_star').on(table.seq).where(sql`${table.star}`),
    index('tasks_after').on(sql`(${table.after} ->> 'task')`).where(sql`${table.after} is not null`),
  ],
)

const ofTask = () =>
  uuid()
    .references(() => tasks.id, { onDelete: 'cascade' })
    .notNull()

/** A result the provider named; `asset` once the file is ours. */
export type Gathered = { key: string; url?: string; path?: string; poster?: string; ref?: string; asset?: string }

export const work = pgTable(
  'task_work',
  {
    task: ofTask().primaryKey(),
    ticket: jsonb().$type<{ [key: string]: unknown }>(),
    attempts: integer().notNull().default(0),
    /** Its place in the queue, where a person gave it another than that of its arrival. */
    turn: bigint({ mode: 'number' }),
    /** When it wants to be looked at next. */
    dueAt: instant('due_at'),
    /** What a webhook must know to be heard. */
    token: text().notNull(),
    /** Of provider, model, workflow and input: tells the same order from another under the same id. */
    orderHash: text('order_hash').notNull(),
    results: jsonb().$type<Gathered[]>().notNull().default([]),
    /** What a search looks through. */
    words: text().notNull(),
  },
  (table) => [index('task_work_due').on(table.dueAt)],
)

/** Which tasks show or use a file, so that a file goes with its last task. */
export const uses = pgTable('task_assets', { task: ofTask(), asset: text().notNull() }, (table) => [
  primaryKey({ columns: [table.task, table.asset] }),
  index('task_assets_asset').on(table.asset),
])

/**
 * Removed tasks, so that the stream can say so and an id is never used for a second order. What may have been billed
 * stays with them: a film that is gone was paid all the same. Without a provider nothing was.
 */
export const tombstones = pgTable(
  'task_tombstones',
  {
    id: uuid().primaryKey(),
    rev: bigint({ mode: 'number' }).notNull(),
    removedAt: when('removed_at').notNull().defaultNow(),
    provider: text().$type<ProviderId>(),
    model: text(),
    storyboardId: text('storyboard_id'),
    createdAt: instant('created_at'),
    estimate: jsonb().$type<Money>(),
    cost: jsonb().$type<Money>(),
  },
  (table) => [index('task_tombstones_rev').on(table.rev)],
)

/** Questions beside orders that a provider charges for: nothing is made and nothing shown, but they were paid. */
export const questions = pgTable(
  'questions',
  {
    id: uuid().primaryKey(),
    provider: text().$type<ProviderId>().notNull(),
    /** The model for whose orders it was asked. */
    model: text().notNull(),
    /** USD. */
    estimate: jsonb().$type<Money>(),
    cost: jsonb().$type<Money>(),
    createdAt: instant('created_at').notNull().default(sql`now()`),
  },
  (table) => [index('questions_newest').on(table.createdAt)],
)

export const storyboards = pgTable(
  'storyboards',
  {
    id: uuid().primaryKey(),
    version: integer().notNull(),
    title: text().notNull(),
    /** Everything of the document that has no column of its own. */
    body: jsonb().$type<Pick<Storyboard, 'look' | 'shots' | 'settings' | 'wishes'>>().notNull(),
    createdAt: instant('created_at').notNull().default(sql`now()`),
    updatedAt: instant('updated_at').notNull().default(sql`now()`),
  },
  (table) => [index('storyboards_latest').on(table.updatedAt, table.id)],
)

/** What a board was before a save, so that nothing a person wrote is ever lost. */
export const storyboardVersions = pgTable(
  'storyboard_versions',
  {
    storyboard: uuid()
      .references(() => storyboards.id, { onDelete: 'cascade' })
      .notNull(),
    version: integer().notNull(),
    document: jsonb().$type<Storyboard>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.storyboard, table.version] })],
)

export const elements = pgTable(
  'elements',
  {
    id: uuid().primaryKey(),
    version: integer().notNull(),
    name: text().notNull(),
    /** Everything of the element that has no column of its own. */
    body: jsonb().$type<Omit<NewElement, 'name'>>().notNull(),
    createdAt: instant('created_at').notNull().default(sql`now()`),
    updatedAt: instant('updated_at').notNull().default(sql`now()`),
  },
  (table) => [
    uniqueIndex('elements_name').on(sql`lower(${table.name})`),
    index('elements_latest').on(table.updatedAt, table.id),
  ],
)

/** Small facts that outlive a start: caps, limits, choices. */
export const settings = pgTable('settings', { key: text().primaryKey(), value: jsonb().notNull() })
