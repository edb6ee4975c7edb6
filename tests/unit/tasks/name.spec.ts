// Words of a provider's own are remembered from earlier orders, newest first, for the field and provider they were said to.
import { rm } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { openDatabase } from '../../../lib/db/client.server'
import { readEnv } from '../../../lib/env.server'
import type { Input } from '../../../lib/models/input'
import { kling } from '../../../lib/providers/kling'
import { usedNames } from '../../../lib/tasks/name.server'
import { openTasks } from '../../../lib/tasks/store.server'
import { freshFolder } from '../../folder'

test('what earlier orders said is suggested, newest first and each once', async () => {
  const folder = await freshFolder()
  const database = await openDatabase({ DATA_DIR: folder })
  const tasks = await openTasks(database)
  try {
    const add = (provider: 'kling' | 'runware', input: Input) =>
      tasks.add({ provider, model: 'kling-effects', workflow: 'effects', input })
    for (const effectScene of ['squish', 'expansion', 'squish', 'fuzzyfuzzy']) await add('kling', { effectScene })
    await add('kling', { voice: 'oversea_male1', prompt: 'hello' })
    await add('runware', { effectScene: 'elsewhere' })
    expect(await usedNames(database.db, 'kling', 'effectScene')).toEqual(['fuzzyfuzzy', 'squish', 'expansion'])
    expect(await usedNames(database.db, 'kling', 'voice')).toEqual(['oversea_male1'])
  } finally {
    await tasks.close()
    await database.close()
    await rm(folder, { recursive: true, force: true })
  }
})

test('a setting lists the names of effects; without it none is invented', () => {
  const env = (text?: string) => readEnv({ DATA_DIR: '/nowhere', KLING_EFFECTS: text })
  expect(kling.names?.(env('squish, expansion\n hug'), 'effectScene')).toEqual(['squish', 'expansion', 'hug'])
  expect(kling.names?.(env(), 'effectScene')).toEqual([])
  expect(kling.names?.(env('squish'), 'voice')).toEqual([])
})
