// The library's rows: one per file, found by id, by content, or page by page.
import { and, count, desc, eq, ilike, inArray, type SQL, sql, sum } from 'drizzle-orm'
import type { Db } from '../db/client.server'
import { readCursor, writeCursor } from '../db/cursor'
import { assets } from '../db/schema'
import type { Asset, AssetKind } from './asset'

type Row = typeof assets.$inferSelect
export type Entry = typeof assets.$inferInsert

export type Page = {
  cursor?: string | undefined
  limit?: number | undefined
  kinds?: readonly AssetKind[] | undefined
  q?: string | undefined
}

function assetOf({ poster, width, height, duration, fps, codec, createdAt, ...rest }: Row): Asset {
  return {
    ...rest,
    ...(width === null ? {} : { width }),
    ...(height === null ? {} : { height }),
    ...(duration === null ? {} : { duration }),
    ...(fps === null ? {} : { fps }),
    ...(codec === null ? {} : { codec }),
    url: `/api/media/${rest.id}`,
    ...(poster ? { posterUrl: `/api/media/${rest.id}/poster` } : {}),
    createdAt: new Date(createdAt).toISOString(),
  }
}

export function openShelf(db: Db) {
  const first = async (which: SQL) => {
    const [row] = await db.select().from(assets).where(which).limit(1)
    return row ? assetOf(row) : undefined
  }
  return {
    byId: (id: string) => first(eq(assets.id, id)),
    byContent: (sha256: string) => first(eq(assets.sha256, sha256)),

    async byIds(ids: readonly string[]): Promise<Map<string, Asset>> {
      if (ids.length === 0) return new Map()
      const rows = await db
        .select()
        .from(assets)
        .where(inArray(assets.id, [...new Set(ids)]))
      return new Map(rows.map((row) => [row.id, assetOf(row)]))
    },

    /** undefined when the same bytes are already there under another id. */
    async add(entry: Entry): Promise<Asset | undefined> {
      const [row] = await db.insert(assets).values(entry).onConflictDoNothing().returning()
      return row ? assetOf(row) : undefined
    },

    async markPoster(id: string): Promise<Asset | undefined> {
      const [row] = await db.update(assets).set({ poster: true }).where(eq(assets.id, id)).returning()
      return row ? assetOf(row) : undefined
    },

    async drop(id: string): Promise<void> {
      await db.delete(assets).where(eq(assets.id, id))
    },

    /** Newest first. The cursor names the last one seen, so that new files never shift a page. */
    async page({ cursor, limit = 50, kinds, q }: Page) {
      const wanted: SQL[] = []
      if (cursor) {
        const { at, id } = readCursor(cursor)
        wanted.push(sql`(${assets.createdAt}, ${assets.id}) < (${at}::timestamptz, ${id})`)
      }
      if (kinds) wanted.push(inArray(assets.kind, [...kinds]))
      if (q) wanted.push(ilike(assets.name, `%${q.replace(/[\\%_]/g, '\\$&')}%`))
      const rows = await db
        .select()
        .from(assets)
        .where(and(...wanted))
        .orderBy(desc(assets.createdAt), desc(assets.id))
        .limit(limit + 1)
      const shown = rows.slice(0, limit)
      const last = shown.at(-1)
      return {
        items: shown.map(assetOf),
        nextCursor: rows.length > limit && last ? writeCursor({ at: last.createdAt, id: last.id }) : null,
      }
    },

    /** Files and bytes of each kind that is there. */
    async usage(): Promise<{ kind: AssetKind; files: number; bytes: number }[]> {
      const rows = await db
        .select({ kind: assets.kind, files: count(), bytes: sum(assets.bytes).mapWith(Number) })
        .from(assets)
        .groupBy(assets.kind)
      return rows.map(({ kind, files, bytes }) => ({ kind, files, bytes: bytes ?? 0 }))
    },
  }
}
