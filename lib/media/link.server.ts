// Addresses of files of ours for whoever must fetch them from outside: signed, and good for a day.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Db } from '../db/client.server'
import { settings } from '../db/schema'
import type { Env } from '../env.server'
import type { Library } from './library.server'

const key = 'link-key'
/** Seconds: an order may wait in a queue before its film is fetched. */
const good = 24 * 60 * 60

export type Links = ReturnType<typeof openLinks>

export function openLinks(db: Db, { PUBLIC_URL }: Pick<Env, 'PUBLIC_URL'>, library: Pick<Library, 'need'>) {
  let kept: Promise<string> | undefined
  const secret = () => {
    kept ??= read(db).catch((error) => {
      kept = undefined
      throw error
    })
    return kept
  }
  const sign = async (id: string, until: number) =>
    createHmac('sha256', await secret())
      .update(`${id}.${until}`)
      .digest('base64url')

  return {
    /** None while the studio has no public address. Throws StudioError('not-found'). */
    async address(id: string): Promise<string | undefined> {
      if (!PUBLIC_URL) return
      const { mime } = await library.need(id)
      const until = Math.floor(Date.now() / 1000) + good
      const name = `file.${mime.split('/')[1]?.replace('quicktime', 'mov').replace('mpeg', 'mp3') ?? 'bin'}`
      const url = new URL(`api/shared/${id}/${name}`, `${PUBLIC_URL.replace(/\/$/, '')}/`)
      url.searchParams.set('until', String(until))
      url.searchParams.set('sign', await sign(id, until))
      return url.href
    },
    /** Whether this address was given out by us and is still good. @param until seconds since 1970. */
    async holds(id: string, until: number, given: string): Promise<boolean> {
      if (until * 1000 < Date.now()) return false
      const [a, b] = [Buffer.from(await sign(id, until)), Buffer.from(given)]
      return a.length === b.length && timingSafeEqual(a, b)
    },
  }
}

/** Drawn once per database; whoever comes second takes what the first one drew. */
async function read(db: Db): Promise<string> {
  const drawn = randomBytes(32).toString('base64url')
  await db.insert(settings).values({ key, value: drawn }).onConflictDoNothing()
  const [row] = await db.select().from(settings).where(eq(settings.key, key))
  return String(row?.value ?? drawn)
}
