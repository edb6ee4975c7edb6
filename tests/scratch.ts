// Folders for the files of a test, gone when the process of its tests ends.
import { mkdtempSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

let all: string | undefined

export function scratchFolder(): Promise<string> {
  const around = all ?? mkdtempSync(path.join(tmpdir(), 'reelboard-scratch-'))
  if (!all) process.once('exit', () => rmSync(around, { recursive: true, force: true }))
  all = around
  return mkdtemp(path.join(around, 'of-'))
}
