import { rm } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { type Database, openDatabase } from '../../../lib/db/client.server'
import { type ElementStore, openElements } from '../../../lib/elements/store.server'
import { freshFolder } from '../../folder'

let folder: string
let database: Database
let elements: ElementStore
test.beforeAll(async () => {
  folder = await freshFolder()
  database = await openDatabase({ DATA_DIR: folder })
  elements = openElements(database)
})
test.afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

test('a name is borne once, whatever its case, also when two are added at once', async () => {
  const outcomes = await Promise.allSettled(
    ['twin', 'Twin', 'twin'].map((name) => elements.add({ name, frontalImage: { asset: 'a' } })),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes)
    if (outcome.status === 'rejected')
      expect(outcome.reason).toMatchObject({ code: 'conflict', issues: [{ path: 'name' }] })
  const boat = await elements.add({ name: 'boat' })
  await expect(elements.save(boat.id, 1, { name: 'twin' })).rejects.toMatchObject({ code: 'conflict' })
  expect(await elements.find(boat.id)).toEqual(boat)
  expect(await elements.save(boat.id, 1, { name: 'Boat' })).toMatchObject({ name: 'Boat', version: 2 })
})

test('a stale save is refused with what stands now, and overwrites nothing', async () => {
  const made = await elements.add({ name: 'keeper', description: 'first' })
  const saved = await elements.save(made.id, 1, { name: 'keeper', description: 'second' })
  await expect(elements.save(made.id, 1, { name: 'keeper', description: 'lost?' })).rejects.toMatchObject({
    code: 'conflict',
    facts: { current: saved },
  })
  expect(await elements.find(made.id)).toEqual(saved)
})

test('a part that is taken out is gone after a save', async () => {
  const made = await elements.add({ name: 'lamp', frontalImage: { asset: 'lamp-front' }, tags: ['Item'] })
  expect(await elements.uses('lamp-front')).toBe(true)
  const saved = await elements.save(made.id, 1, { name: 'lamp' })
  expect(saved).not.toHaveProperty('frontalImage')
  expect(await elements.uses('lamp-front')).toBe(false)
})

test('the list is paged without loss, and narrowed by words and tags', async () => {
  for (const name of ['p1', 'p2', 'p3']) await elements.add({ name, description: '100% wool', tags: ['Costume'] })
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await elements.list({ limit: 2, tag: 'Costume', ...(cursor ? { cursor } : {}) })
    seen.push(...page.items.map(({ name }) => name))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(seen.sort()).toEqual(['p1', 'p2', 'p3'])
  expect((await elements.list({ limit: 9, q: '0% W' })).items).toHaveLength(3)
  expect((await elements.list({ limit: 9, q: '_' })).items).toHaveLength(0)
  for (const cursor of ['nonsense', btoa('2026-11-20T12:00:00.000Z x'), btoa(`2026 ${crypto.randomUUID()}`)])
    await expect(elements.list({ limit: 9, cursor })).rejects.toMatchObject({ code: 'invalid' })
})

test('elements are found by the names that boards write, exactly', async () => {
  await elements.add({ name: 'Gull' })
  const cast = await elements.cast(['Gull', 'gull', 'nobody', 'Gull'])
  expect([...cast.keys()]).toEqual(['Gull'])
})
