// The tables. A task's columns are the Task itself; what is only the worker's stands apart in `task_work`.
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Asset, AssetKind } from '../media/asset'
import type { Failure, Money, Status } from '../tasks/task'

const when = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

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
