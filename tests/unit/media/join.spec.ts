import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { join, judge } from '../../../lib/media/join.mjs'
import { probe } from '../../../lib/media/probe.server'
import { runsOf } from '../../../lib/media/run.mjs'
import { story } from '../../frame'
import { made } from '../../media'

let folder: string
test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'reelboard-join-'))
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

type Look = { frames: number; size?: string; keys?: number; sound?: boolean; words?: string[] }

/** A film of one colour after the other, half of its frames each. */
async function film(
  name: string,
  colours: [string, string],
  { frames, size = '160x96', keys = 24, sound, words = [] }: Look,
) {
  const half = frames / 2 / 24
  const inputs = colours.flatMap((colour) => ['-f', 'lavfi', '-i', `color=${colour}:s=${size}:r=24:d=${half}`])
  const bytes = await made('mp4', [
    ...inputs,
    ...(sound ? ['-f', 'lavfi', '-i', `sine=d=${half * 2}`, '-c:a', 'aac', '-strict', '-2', '-ar', '48000'] : []),
    ...['-filter_complex', '[0:v][1:v]concat=n=2[v]', '-map', '[v]', ...(sound ? ['-map', '2:a'] : [])],
    ...['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-g', String(keys), '-sc_threshold', '0', ...words],
  ])
  const file = path.join(folder, `${name}.mp4`)
  await writeFile(file, bytes)
  return file
}

const piece = (film: string, from: number, seconds: number, number: number, lasts = seconds) => ({
  film,
  from,
  seconds,
  lasts,
  number,
})
const codes = async (pieces: ReturnType<typeof piece>[]) =>
  (await judge(runsOf(pieces))).map(({ at, code }: { at: number; code: string }) => [at, code])

test('films are joined packet by packet: every frame in its place, parts of one film at its key frames', async () => {
  const one = await film('one', ['red', 'lime'], { frames: 96, sound: true })
  const other = await film('other', ['blue', 'yellow'], { frames: 48, sound: true, words: ['-refs', '2', '-bf', '1'] })
  const pieces = [piece(one, 0, 2, 1), piece(other, 0, 2, 2), piece(one, 2, 1, 3), piece(one, 3, 1, 4)]
  const runs = runsOf(pieces)
  expect(runs).toHaveLength(3)
  expect(await codes(pieces)).toEqual([])
  const out = path.join(folder, 'joined.mp4')
  const shares: number[] = []
  await join(runs, out, (share: number) => shares.push(share))
  expect(shares).toEqual([2 / 6, 4 / 6, 1])
  expect((await probe(out)).duration).toBe(6)
  const seen = [
    { seen: 'red', frames: 48 },
    { seen: 'blue', frames: 24 },
    { seen: 'red+green', frames: 24 },
    { seen: 'green', frames: 48 },
  ]
  const whole = await readFile(out)
  expect(await story(whole)).toEqual(seen)
  expect(whole.indexOf('moov')).toBeLessThan(whole.indexOf('mdat'))

  // More than may be held in memory is written as it comes.
  const large = path.join(folder, 'large.mp4')
  await join(runs, large, () => {}, 1)
  const written = await readFile(large)
  expect(await story(written)).toEqual(seen)
  expect(written.indexOf('mdat')).toBeLessThan(written.indexOf('moov'))
})

test('a frame or two beyond the wanted end neither lengthen the film nor break it', async () => {
  const long = await film('long', ['red', 'lime'], { frames: 50 })
  const next = await film('next', ['blue', 'blue'], { frames: 24 })
  const pieces = [piece(long, 0, 2, 1), piece(next, 0, 1, 2)]
  expect(await codes(pieces)).toEqual([])
  const out = path.join(folder, 'pressed.mp4')
  await join(runsOf(pieces), out, () => {})
  expect((await probe(out)).duration).toBe(3)
  expect((await story(await readFile(out))).map(({ seen }) => seen)).toEqual(['red', 'green', 'blue'])
})

test('what cannot be joined as it is is told, shot by shot, with the reason', async () => {
  const plain = await film('plain', ['red', 'lime'], { frames: 48 })
  const larger = await film('larger', ['red', 'lime'], { frames: 48, size: '320x192' })
  const sounding = await film('sounding', ['red', 'lime'], { frames: 48, sound: true })
  const seldom = await film('seldom', ['red', 'lime'], { frames: 96, keys: 240 })
  expect(await codes([piece(plain, 0, 2, 1), piece(larger, 0, 2, 2), piece(sounding, 0, 2, 3)])).toEqual([
    [1, 'size'],
    [2, 'sound'],
  ])
  expect(await codes([piece(plain, 0, 2, 1), piece(seldom, 2, 2, 2)])).toEqual([[1, 'inside']])
  expect(await codes([piece(plain, 0, 1.5, 1), piece(plain, 0, 2, 2)])).toEqual([[0, 'inside']])
  expect(await codes([piece(plain, 0, 3, 1, 2), piece(plain, 0, 2, 2)])).toEqual([[0, 'short']])
})
