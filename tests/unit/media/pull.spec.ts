// Files on their way out: nothing stays open for somebody who has gone or never came.
import { readdirSync, readlinkSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { pull } from '../../../lib/media/pull.server'
import { freshFolder } from '../../folder'

test.skip(process.platform !== 'linux', 'What is open is read from /proc.')

let folder: string
let file: string
const bytes = Buffer.alloc(600_000, 7)
test.beforeAll(async () => {
  folder = await freshFolder()
  file = path.join(folder, 'film.mp4')
  await writeFile(file, bytes)
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

const held = () =>
  readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`) === file
    } catch {
      return false
    }
  }).length

test('an answer that nobody reads opens nothing; one that is left in the middle is closed', async () => {
  await pull(file)
  expect(held()).toBe(0)
  const reader = (await pull(file)).getReader()
  await reader.read()
  expect(held()).toBe(1)
  await reader.cancel()
  expect(held()).toBe(0)
})

test('with the last byte it is closed, whether or not anybody asks for the end', async () => {
  const reader = (await pull(file, { start: 100, end: 199 })).getReader()
  expect((await reader.read()).value).toHaveLength(100)
  expect(held()).toBe(0)
  const whole = new Response(await pull(file))
  expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true)
  expect(held()).toBe(0)
  await expect(pull(path.join(folder, 'none'))).rejects.toThrow(/ENOENT/)
})
