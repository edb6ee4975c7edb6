import { rm } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { openDatabase } from '../../../lib/db/client.server'
import { openStoryboards } from '../../../lib/storyboard/store.server'
import { freshFolder } from '../../folder'

test('a file that a board shows is known to be used, until the board lets go of it', async () => {
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
  await database.close()
  await rm(folder, { recursive: true, force: true })
})
