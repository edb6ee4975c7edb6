// Which of our files a provider already holds, and under which name.
import { and, eq } from 'drizzle-orm'
import type { Db } from '../db/client.server'
import { copies } from '../db/schema'
import type { ProviderId } from '../models/row'
import type { Io } from '../providers/provider'

export const openCopies =
  (db: Db) =>
  (provider: ProviderId): Io['copies'] => ({
    async get(asset) {
      const [row] = await db
        .select({ ref: copies.ref })
        .from(copies)
        .where(and(eq(copies.provider, provider), eq(copies.asset, asset)))
      return row?.ref
    },
    async put(asset, ref) {
      await db
        .insert(copies)
        .values({ provider, asset, ref })
        .onConflictDoUpdate({ target: [copies.provider, copies.asset], set: { ref } })
    },
    async drop(ref) {
      await db.delete(copies).where(and(eq(copies.provider, provider), eq(copies.ref, ref)))
    },
  })
