// The library's elements: a name once, saved with the version that was seen, so that two writers never overwrite each other unseen.
import { randomUUID } from 'node:crypto'
import { and, desc, eq, inArray, lt, or, sql } from 'drizzle-orm'
import type { Database } from '../db/client.server'
import { readCursor, writeCursor } from '../db/cursor'
import { elements } from '../db/schema'
import { StudioError } from '../errors'
import type { Element, ElementTag, NewElement } from './element'

type Row = typeof elements.$inferSelect
const asElement = ({ body, ...row }: Row): Element => ({ ...row, ...body })
const missing = () => new StudioError('not-found', 'There is no such element; it may have been removed.')

/** A stale save: the refusal carries as `current` what stands now. */
const stale = (current: Element) =>
  new StudioError(
    'conflict',
    `@${current.name} was changed elsewhere; it is at version ${current.version} now. Nothing was overwritten.`,
    undefined,
    { facts: { current } },
  )

function taken(name: string): StudioError {
  const message = `There is an element called @${name} already; choose another name.`
  return new StudioError('conflict', message, [{ path: 'name', message }])
}

/** Postgres' word for a unique key that is there already, wherever in the chain of causes it stands. */
function isTaken(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) if ('code' in at && at.code === '23505') return true
  return false
}

async function named<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isTaken(error)) throw taken(name)
    throw error
  }
}

type Asked = {
  limit: number
  cursor?: string | undefined
  /** A part of the name or of the description. */
  q?: string | undefined
  tag?: ElementTag | undefined
}

export type ElementStore = ReturnType<typeof openElements>

export function openElements({ db, transaction }: Database) {
  async function find(id: string): Promise<Element> {
    const [row] = await db.select().from(elements).where(eq(elements.id, id))
    if (!row) throw missing()
    return asElement(row)
  }

  /** By name, exactly as written; names that nobody bears are left out. */
  async function cast(names: readonly string[]): Promise<Map<string, Element>> {
    if (names.length === 0) return new Map()
    const rows = await db
      .select()
      .from(elements)
      .where(inArray(elements.name, [...new Set(names)]))
    return new Map(rows.map((row) => [row.name, asElement(row)]))
  }

  /** Throws StudioError('conflict') when the name is taken. */
  async function add({ name, ...body }: NewElement): Promise<Element> {
    const [row] = await named(name, () =>
      db.insert(elements).values({ id: randomUUID(), version: 1, name, body }).returning(),
    )
    if (!row) throw new StudioError('internal', 'The element was not added.')
    return asElement(row)
  }

  /** Saves over the version that was seen. Throws StudioError('conflict') when another stands there or the name is taken, or ('not-found'). */
  async function save(id: string, seen: number, { name, ...body }: NewElement): Promise<Element> {
    return named(name, () =>
      transaction(async (tx) => {
        const [before] = await tx.select().from(elements).where(eq(elements.id, id)).for('update')
        if (!before) throw missing()
        if (before.version !== seen) throw stale(asElement(before))
        const [row] = await tx
          .update(elements)
          .set({ version: seen + 1, name, body, updatedAt: sql`now()` })
          .where(eq(elements.id, id))
          .returning()
        if (!row) throw missing()
        return asElement(row)
      }),
    )
  }

  /** Latest change first. */
  async function list({ limit, cursor, q, tag }: Asked) {
    const place = cursor === undefined ? undefined : readCursor(cursor)
    const part = q === undefined ? undefined : `%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
    const rows = await db
      .select()
      .from(elements)
      .where(
        and(
          place &&
            or(lt(elements.updatedAt, place.at), and(eq(elements.updatedAt, place.at), lt(elements.id, place.id))),
          part === undefined
            ? undefined
            : sql`(lower(${elements.name}) like ${part} or lower(${elements.body} ->> 'description') like ${part})`,
          tag === undefined ? undefined : sql`${elements.body} -> 'tags' @> ${JSON.stringify([tag])}::jsonb`,
        ),
      )
      .orderBy(desc(elements.updatedAt), desc(elements.id))
      .limit(limit + 1)
    const items = rows.slice(0, limit).map(asElement)
    const last = items.at(-1)
    return {
      items,
      nextCursor: rows.length > limit && last ? writeCursor({ at: last.updatedAt, id: last.id }) : null,
    }
  }

  async function remove(id: string): Promise<void> {
    const gone = await db.delete(elements).where(eq(elements.id, id)).returning({ id: elements.id })
    if (gone.length === 0) throw missing()
  }

  /** Whether any element, as it stands, shows this file. */
  async function uses(asset: string): Promise<boolean> {
    const holds = sql`jsonb_path_exists(${elements.body}, '$.**.asset ? (@ == $asset)', ${JSON.stringify({ asset })}::jsonb)`
    return (await db.$count(elements, holds)) > 0
  }

  return { find, cast, add, save, list, remove, uses }
}
