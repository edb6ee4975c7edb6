import { copyFile, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import type { Piece } from '../../../lib/media/piece'
import { probe } from '../../../lib/media/probe.server'
import { cutRow } from '../../../lib/models/catalog/local/whole'
import { local } from '../../../lib/providers/local'
import type { Order } from '../../../lib/providers/provider'
import { story } from '../../frame'
import { made } from '../../media'
import { type Desk, openDesk, watch } from './desk'

let desk: Desk
let wide: { asset: string }
test.beforeAll(async () => {
  desk = await openDesk()
  wide = await film('wide.mp4', ['red', 'lime'], '320x96', true)
})
test.afterAll(() => desk.close())

/** A film of two colours, a second each, as the library would hold it. */
async function film(id: string, [first, second]: [string, string], size: string, sound: boolean) {
  const bytes = await made('mp4', [
    ...[
      '-f',
      'lavfi',
      '-i',
      `color=${first}:s=${size}:r=30:d=1`,
      '-f',
      'lavfi',
      '-i',
      `color=${second}:s=${size}:r=30:d=1`,
    ],
    ...(sound ? ['-f', 'lavfi', '-i', 'sine=d=2', '-c:a', 'aac', '-strict', '-2'] : []),
    ...['-filter_complex', '[0:v][1:v]concat=n=2[v]', '-map', '[v]', ...(sound ? ['-map', '2:a'] : [])],
    ...['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-g', '240'],
  ])
  await writeFile(path.join(desk.folder, id), bytes)
  return { asset: id }
}

let count = 0
async function cut(pieces: Piece[]) {
  const [workflow] = cutRow.workflows
  if (!workflow) throw new Error('A cut has no workflow.')
  const name = `cut-${count++}`
  const order: Order = {
    name,
    row: cutRow,
    workflow,
    input: { prompt: 'Cut', width: 160, height: 96, fps: 24, pieces },
  }
  const { last } = await watch(await local.start(order, desk.io), desk.io)
  const [result] = last.results ?? []
  if (!result || !('path' in result)) throw new Error(`No film: ${JSON.stringify(last)}`)
  // The working folder goes with the order.
  const kept = path.join(desk.folder, `${name}.mp4`)
  await copyFile(result.path, kept)
  return kept
}
const piece = (number: number, seconds: number, more: Partial<Piece>): Piece => ({
  shotId: `${number}`,
  number,
  seconds,
  ...more,
})

test('films of any size and rate, a picture and a slate become one film, each for its seconds to the frame', async () => {
  const small = await film('small.mp4', ['blue', 'yellow'], '80x48', false)
  const own = await desk.picture('own.png', '#ff00ff', 800, 480)
  const made = await cut([
    piece(1, 0.75, { film: wide, from: 1, lasts: 0.75 }),
    piece(2, 1.5, { film: small, from: 0, lasts: 1 }),
    piece(3, 0.5, { pictures: [own] }),
    piece(4, 0.5, { words: 'Nothing yet' }),
    piece(5, 1 / 3, { film: wide, from: 0.5, lasts: 1 / 3 }),
  ])
  expect(await probe(made)).toMatchObject({
    width: 160,
    height: 96,
    fps: 24,
    codec: expect.stringMatching(/^avc1.*mp4a/),
  })
  const seen = await story(await readFile(made))
  // The second shot's footage ends after a second; its last frame is held, and nothing of what follows in its film is seen.
  expect(seen).toEqual([
    { seen: 'green', frames: 18 },
    { seen: 'blue', frames: 36 },
    // The light middle of the picture, and the number on the slate.
    { seen: 'red+green+blue', frames: 24 },
    { seen: 'red', frames: 8 },
  ])
  expect(seen.reduce((sum, { frames }) => sum + frames, 0)).toBe(86)
})

test('a film that cannot be read fails in words, without the paths of this computer', async () => {
  const bytes = await readFile(path.join(desk.folder, 'wide.mp4'))
  await writeFile(path.join(desk.folder, 'broken.mp4'), bytes.subarray(0, bytes.length / 3))
  const pieces = [piece(1, 1, { film: { asset: 'broken.mp4' }, from: 0.3, lasts: 1 }), piece(2, 1, { words: 'x' })]
  const failed = await cut(pieces).catch((error: Error) => error.message)
  expect(failed).toContain('"state":"failed"')
  expect(failed).not.toContain(desk.folder)
})

test('nothing of the studio runs on when a cut is stopped', async () => {
  const pieces = Array.from({ length: 8 }, (_, at) => piece(at + 1, 1.9, { film: wide, from: 0.05, lasts: 1.9 }))
  const [workflow] = cutRow.workflows
  if (!workflow) throw new Error('A cut has no workflow.')
  const input = { prompt: 'Long', width: 160, height: 96, fps: 24, pieces }
  const ticket = await local.start({ name: 'stopped', row: cutRow, workflow, input }, desk.io)
  await watch(ticket, desk.io, ({ share = 0 }) => share > 0)
  await local.cancel?.(ticket, desk.io)
  const { last } = await watch(ticket, desk.io)
  expect(last).toMatchObject({ state: 'failed', error: { code: 'cancelled', billed: false } })
})
