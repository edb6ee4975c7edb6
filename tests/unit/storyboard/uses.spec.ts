import { rm } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { openDatabase } from '../../../lib/db/client.server'
import { openStoryboards } from '../../../lib/storyboard/store.server'
import { freshFolder } from '../../folder'

test('a file that a board shows is known to be used until the board lets go of it, and what it was stays readable', async () => {
  const folder = await freshFolder()
  const database = await openDatabase({ DATA_DIR: folder })
  const boards = openStoryboards(database)
  const shot = { id: 's', prompt: 'A harbour', duration: 3, firstFrame: { asset: 'still "1"' } }
  const board = await boards.add({ title: 'Harbour', shots: [shot] })
  expect([await boards.uses('still "1"'), await boards.uses('still')]).toEqual([true, false])
  await boards.save(board.id, board.version, {
    title: 'Harbour',
    shots: [{ id: 's', prompt: 'A harbour', duration: 3 }],
  })
  expect(await boards.uses('still "1"')).toBe(false)

  // What it was before each save stays readable.
  expect(await boards.versions(board.id)).toEqual([
    { version: 1, savedAt: board.updatedAt, title: 'Harbour', shots: 1, seconds: 3 },
  ])
  expect(await boards.versionOf(board.id, 1)).toEqual(board)
  await expect(boards.versionOf(board.id, 9)).rejects.toThrow('Version 9 of this storyboard is not kept any more.')
  await database.close()
  await rm(folder, { recursive: true, force: true })
})
