// The database of this studio: embedded in the data folder, or a Postgres server by DATABASE_URL. One schema for both.
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomInt } from 'node:crypto'
import path from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { drizzle as drizzleServer } from 'drizzle-orm/node-postgres'
import { migrate as migrateServer } from 'drizzle-orm/node-postgres/migrator'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { drizzle as drizzleEmbedded } from 'drizzle-orm/pglite'
import { migrate as migrateEmbedded } from 'drizzle-orm/pglite/migrator'
import pg from 'pg'
import type { PgBoss } from 'pg-boss'
import { fromPglite } from 'pg-boss'
import { StudioError } from '../errors'
import { openEmbedded } from './embedded.server'
import { lockFolder } from './lock.server'

/** What both drivers can do; a transaction is one too. */
export type Db = PgDatabase<PgQueryResultHKT, Record<string, never>>

export type Database = {
  kind: 'embedded' | 'postgres'
  db: Db
  /** All or nothing. Inside, only `tx` may be used. */
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>
  /** What the queue needs to work on the same database. */
  queue: ConstructorParameters<typeof PgBoss>[0] & object
  /** Hears what is notified; '' means that something may have been missed. Embedded, there is nobody else to hear. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>
  /** By this the studio is known among those on the database, for as long as it listens. */
  mark: number
  /** Whether the studio of this mark is there now. */
  stands(mark: number): Promise<boolean>
  close(): Promise<void>
}

const migrationsFolder = () => path.join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'db', 'migrations')
const migrationLock = 7_311_201
/** With a studio's mark: held as long as that studio listens. */
const studioLock = 7_311_203
const draw = () => randomInt(1, 2 ** 31)

type Inside = { open: boolean }
const inside = new AsyncLocalStorage<Inside>()

/** Embedded there is one connection: a query beside an open transaction of its own would wait for it for ever. */
function guarded<T extends object>(client: T, methods: readonly string[]): T {
  return new Proxy(client, {
    get(target, name) {
      const value = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      return (...given: unknown[]) => {
        if (methods.includes(String(name)) && inside.getStore()?.open)
          throw new Error('A query went round the transaction it stands in; use its own handle.')
        return value.apply(target, given)
      }
    },
  })
}

function transactions(db: Db): Database['transaction'] {
  return (work) =>
    db.transaction((tx) => {
      const state: Inside = { open: true }
      return inside.run(state, () =>
        work(tx).finally(() => {
          state.open = false
        }),
      )
    })
}

/**
 * The embedded database answers without the network or a timer ever getting their turn in between, and a hundred
 * transactions in a row would stop the studio for seconds. So each lets everybody else go first.
 */
function inTurn(transaction: Database['transaction']): Database['transaction'] {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    if (inside.getStore()?.open)
      throw new Error('A transaction went round the transaction it stands in; use its own handle.')
    const next = last.then(() => breathe()).then(() => transaction(work))
    last = next.catch(() => {})
    return next
  }
}

async function openFolder(folder: string): Promise<Database> {
  const unlock = lockFolder(folder)
  try {
    const client = await openEmbedded(path.join(folder, 'db'))
    const db = drizzleEmbedded(guarded(client, ['query', 'exec', 'transaction']))
    await migrateEmbedded(db, { migrationsFolder: migrationsFolder() })
    const mark = draw()
    return {
      kind: 'embedded',
      db,
      transaction: inTurn(transactions(db)),
      queue: { db: fromPglite(guarded(client, ['query', 'exec', 'transaction'])), backend: 'pglite' },
      listen: async () => async () => {},
      mark,
      stands: async (other) => other === mark,
      close: async () => {
        await client.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

async function openServer(address: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: address, max: 10 })
  // A connection lost while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  try {
    const one = await pool.connect().catch((cause) => {
      throw new StudioError('setting', 'DATABASE_URL: the Postgres server cannot be reached.', undefined, { cause })
    })
    try {
      const db = drizzleServer(one)
      await db.execute(sql`select pg_advisory_lock(${migrationLock})`)
      await migrateServer(db, { migrationsFolder: migrationsFolder() })
      await db.execute(sql`select pg_advisory_unlock(${migrationLock})`)
    } finally {
      one.release()
    }
  } catch (error) {
    await pool.end()
    throw error
  }
  const db = drizzleServer(guarded(pool, ['query']))
  const mark = draw()
  return {
    kind: 'postgres',
    db,
    transaction: transactions(db),
    queue: { connectionString: address, max: 3 },
    listen: (channel, heard) => listenOn(address, channel, mark, heard),
    mark,
    async stands(other) {
      const held = sql`select 1 from pg_locks where locktype = 'advisory' and classid = ${studioLock} and objid = ${other} and database = (select oid from pg_database where datname = current_database())`
      return (await db.execute(held)).rows.length > 0
    },
    close: () => pool.end(),
  }
}

/** A connection of its own, taken again when it is lost; then an empty payload says that something may have been missed. */
async function listenOn(address: string, channel: string, mark: number, heard: (payload: string) => void) {
  let ended = false
  let current: pg.Client | undefined
  const open = async () => {
    const client = new pg.Client({ connectionString: address, keepAlive: true })
    const leave = () => client.end().catch(() => {})
    client.on('error', leave)
    client.on('notification', (message) => heard(message.payload ?? ''))
    try {
      await client.connect()
      await client.query(`listen ${channel}`)
      // Shared: the server may still hold it for a connection of ours that was lost.
      await client.query('select pg_advisory_lock_shared($1, $2)', [studioLock, mark])
    } catch (error) {
      await leave()
      throw error
    }
    if (ended) return void (await leave())
    current = client
    // Only now: one that never came about ends, too, and would be followed by two.
    client.once('end', again)
  }
  const again = () => {
    if (ended) return
    setTimeout(() => open().then(() => heard(''), again), 1_000).unref()
  }
  await open()
  return async () => {
    ended = true
    await current?.end()
  }
}

/** Opens, and brings the tables up to date. Throws StudioError('locked') or StudioError('setting'). */
export function openDatabase(env: { DATA_DIR: string; DATABASE_URL?: string | undefined }): Promise<Database> {
  return env.DATABASE_URL ? openServer(env.DATABASE_URL) : openFolder(env.DATA_DIR)
}
