import { mkdtemp, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import S3rver from 's3rver'
import { film, picture } from '../../media'
import { inParts, openShelf } from './shelf'

let shelf: Awaited<ReturnType<typeof openShelf>>
let bucket: S3rver
let folder: string
test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'reelboard-s3-'))
  bucket = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'films', configs: [] }],
  })
  const address = (await bucket.run()) as AddressInfo
  shelf = await openShelf({
    S3_BUCKET: 'films',
    S3_ENDPOINT: `http://127.0.0.1:${address.port}`,
    S3_ACCESS_KEY_ID: 'S3RVER',
    S3_SECRET_ACCESS_KEY: 'S3RVER',
  })
})
test.afterAll(async () => {
  await shelf.close()
  await bucket.close()
  await rm(folder, { recursive: true, force: true })
})

test('keeps, reads by part, copies to this computer and removes, all in the bucket', async () => {
  expect(shelf.library.storage).toBe('s3')
  const bytes = await film(2)
  const file = await shelf.library.keep(inParts(bytes), 'clip.mp4')
  expect(await shelf.onDisk()).toEqual([])
  const part = await new Response(await shelf.library.read(file.id, { start: 5, end: 5004 })).arrayBuffer()
  expect(Buffer.compare(Buffer.from(part), bytes.subarray(5, 5005))).toBe(0)
  const whole = await new Response(await shelf.library.read(file.id)).arrayBuffer()
  expect(Buffer.compare(Buffer.from(whole), bytes)).toBe(0)
  const [here, again] = await Promise.all([shelf.library.path(file.id), shelf.library.path(file.id)])
  expect(here).toBe(again)
  expect(Buffer.compare(await readFile(here), bytes)).toBe(0)
  await shelf.library.remove(file.id, async () => false)
  await expect(shelf.library.read(file.id)).rejects.toMatchObject({ code: 'not-found' })
})

test('posters lie in the bucket, identical bytes once, refused ones not at all', async () => {
  const bytes = await picture(90, 90)
  const file = await shelf.library.keep([bytes], 'a.png')
  expect((await shelf.library.keep([bytes], 'b.png')).id).toBe(file.id)
  expect((await new Response(await shelf.library.poster(file.id)).arrayBuffer()).byteLength).toBeGreaterThan(100)
  await expect(shelf.library.keep([bytes.subarray(0, 900)], 'c.png')).rejects.toMatchObject({ code: 'broken' })
  expect((await shelf.onDisk()).filter((name) => name.startsWith('incoming/'))).toEqual([])
})
