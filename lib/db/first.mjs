// Makes an empty database in a folder: a program of its own, because making one takes memory that a process never gives back.
import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'

const [, , folder] = process.argv
const database = await PGlite.create(folder)
await database.close()

// It is renamed into its place only when all of it is on the disk.
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  const file = openSync(path.join(entry.parentPath ?? entry.path, entry.name), 'r')
  fsyncSync(file)
  closeSync(file)
}
