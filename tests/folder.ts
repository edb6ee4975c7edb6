// Data folders for tests. Making a database takes seconds of the processor, so one is made and the rest are copies of it.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase } from '../lib/db/client.server'

const root = path.resolve(import.meta.dirname, '..')

/** Another one for other tables or another release of the database. */
function template(): string {
  const hash = createHash('sha256')
  for (const file of ['lib/db/migrations/meta/_journal.json', 'node_modules/@electric-sql/pglite/package.json'])
    hash.update(readFileSync(path.join(root, file)))
  return path.join(root, 'node_modules', '.cache', 'reelboard', hash.digest('hex').slice(0, 16))
}

async function make(place: string): Promise<void> {
  const draft = `${place}.${process.pid}`
  await mkdir(draft, { recursive: true })
  await (await openDatabase({ DATA_DIR: draft })).close()
  // Of two that made one, the first to be there stays.
  await rename(path.join(draft, 'db'), place).catch((error) => {
    if (!existsSync(place)) throw error
  })
  await rm(draft, { recursive: true, force: true })
}

/** A data folder with an empty database in it; who asks for it removes it. */
export async function freshFolder(): Promise<string> {
  const place = template()
  if (!existsSync(place)) await make(place)
  const folder = await mkdtemp(path.join(tmpdir(), 'reelboard-'))
  await cp(place, path.join(folder, 'db'), { recursive: true })
  return folder
}
