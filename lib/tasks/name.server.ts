// Words of a provider's own that earlier orders held: suggestions for the next.
import { desc, sql } from 'drizzle-orm'
import type { Db } from '../db/client.server'
import { tasks } from '../db/schema'
import type { nameFields } from '../models/vocabulary'

/** More would be no help to choose from. */
const most = 300

/** Newest first, each once. */
export async function usedNames(db: Db, provider: string, field: (typeof nameFields)[number]): Promise<string[]> {
  const name = sql<string | null>`${tasks.input} ->> ${sql.raw(`'${field}'`)}`
  const rows = await db
    .select({ name })
    .from(tasks)
    .where(sql`${tasks.provider} = ${provider} and ${name} is not null`)
    .groupBy(name)
    .orderBy(desc(sql`max(${tasks.seq})`))
    .limit(most)
  return rows.flatMap(({ name: one }) => one ?? [])
}
