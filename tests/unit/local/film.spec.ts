import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { expect, test } from '@playwright/test'
import { ALL_FORMATS, EncodedPacketSink, FilePathSource, Input } from 'mediabunny'
import sharp from 'sharp'
import type { Input as Asked } from '../../../lib/models/input'
import { local } from '../../../lib/providers/local'
import { type Desk, difference, filmOf, openDesk, thumbnails } from './desk'

let desk: Desk
test.beforeEach(async () => {
  desk = await openDesk()
})
test.afterEach(() => desk.close())

async function facts(film: string) {
  const input = new Input({ source: new FilePathSource(film), formats: ALL_FORMATS })
  const video = await input.getPrimaryVideoTrack()
  const audio = await input.getPrimaryAudioTrack()
  if (!video || !audio) throw new Error('A track is missing.')
  const stats = await video.computePacketStats()
  const first = await new EncodedPacketSink(video).getFirstPacket()
  const found = {
    video: video.codec,
    audio: audio.codec,
    width: video.displayWidth,
    height: video.displayHeight,
    frames: stats.packetCount,
    fps: Math.round(stats.averagePacketRate * 1000) / 1000,
    start: first?.timestamp,
    seconds: await input.computeDuration(),
    sound: await audio.computeDuration(),
    colour: await video.getColorSpace(),
  }
  input.dispose()
  return found
}

/** Bytes of every packet of the sound. */
async function sound(film: string) {
  const input = new Input({ source: new FilePathSource(film), formats: ALL_FORMATS })
  const track = await input.getPrimaryAudioTrack()
  if (!track) throw new Error('The sound is missing.')
  const packets: Buffer[] = []
  for await (const packet of new EncodedPacketSink(track).packets()) packets.push(Buffer.from(packet.data))
  input.dispose()
  return packets.map((packet) => packet.toString('base64'))
}

/** Types of the outermost boxes, in order; and the length that the file's header states. */
async function boxes(film: string) {
  const bytes = await readFile(film)
  const types: string[] = []
  for (let at = 0; at < bytes.length; at += bytes.readUInt32BE(at)) types.push(bytes.toString('latin1', at + 4, at + 8))
  const header = bytes.indexOf('mvhd') + 4
  return { types, seconds: bytes.readUInt32BE(header + 16) / bytes.readUInt32BE(header + 12) }
}

const three = (seconds: [number, number, number]): Asked['shots'] =>
  seconds.map((duration, index) => ({ prompt: `Shot ${index + 1}, a lamp in the fog.`, duration }))

const asked: [string, Asked, { width: number; height: number; fps: number; seconds: number }][] = [
  ['unset', { prompt: 'Rain.' }, { width: 1280, height: 720, fps: 24, seconds: 5 }],
  [
    'shots without a length',
    { shots: three([1, 2, 1]), width: 720, height: 720, fps: 30 },
    { width: 720, height: 720, fps: 30, seconds: 4 },
  ],
  [
    'shape and resolution in words',
    { prompt: 'Rain.', duration: 3, aspectRatio: '9:16', resolution: '1080p' },
    { width: 1080, height: 1920, fps: 24, seconds: 3 },
  ],
]
for (const [what, input, { width, height, fps, seconds }] of asked)
  test(`has exactly the frames, pixels and seconds that were asked for: ${what}`, async () => {
    const { film } = await filmOf(input, desk)
    expect(await facts(film)).toEqual({
      video: 'avc',
      audio: 'aac',
      width,
      height,
      fps,
      frames: fps * seconds,
      start: 0,
      seconds,
      sound: seconds,
      colour: { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: false },
    })
    const { types, seconds: stated } = await boxes(film)
    expect(stated).toBe(seconds)
    expect(types.indexOf('moov')).toBeLessThan(types.indexOf('mdat'))
  })

test('is as long as it should be from the packaged encoder too', async () => {
  const packaged = await openDesk({ FFMPEG_PATH: createRequire(import.meta.url)('@ffmpeg-installer/ffmpeg').path })
  const { film } = await filmOf({ shots: three([1, 1, 2]), fps: 30 }, packaged)
  expect(await facts(film)).toMatchObject({ frames: 120, seconds: 4, sound: 4, start: 0 })
  expect((await boxes(film)).seconds).toBe(4)
  await packaged.close()
})

test('cuts on the very frame, shows each picture in its shot, and fades at both ends', async () => {
  const input: Asked = {
    shots: three([2, 3, 2]),
    firstFrame: await desk.picture('red.png', '#b03030'),
    referenceImages: [await desk.picture('green.png', '#2f9040')],
    lastFrame: await desk.picture('blue.png', '#3040b0'),
    width: 720,
    height: 720,
  }
  const { film } = await filmOf(input, desk)
  const frames = await thumbnails(film, desk)
  const steps = frames.slice(1).map((frame, at) => difference(frame, frames[at] ?? frame))
  const cuts = steps.flatMap((step, at) => (step > 20 ? [at + 1] : []))
  expect(cuts).toEqual([48, 120])

  const colour = (at: number) => [...(frames[at]?.subarray(0, 3) ?? [])]
  const strongest = (at: number) => colour(at).indexOf(Math.max(...colour(at)))
  expect([24, 84, 140].map(strongest)).toEqual([0, 1, 2])
  const bright = (at: number) => Math.max(...colour(at))
  expect(bright(0)).toBeLessThan(bright(24) / 2)
  expect(bright(167)).toBeLessThan(bright(140) / 2)
})

test('moves over every picture, and differently from shot to shot', async () => {
  const one = await desk.picture('one.png', '#808080')
  const input: Asked = {
    shots: three([3, 3, 3]),
    firstFrame: one,
    referenceImages: [one],
    lastFrame: one,
    width: 720,
    height: 720,
  }
  const { film } = await filmOf(input, desk)
  const frames = await thumbnails(film, desk, 48)
  const at = (index: number) => frames[index]?.subarray(0, 48 * 34 * 3) ?? Buffer.of()
  for (const first of [12, 84, 156]) expect(difference(at(first), at(first + 46))).toBeGreaterThan(0.3)
  expect(difference(at(12), at(84))).toBeGreaterThan(0.3)
  expect(difference(at(84), at(156))).toBeGreaterThan(0.3)
})

test('is the same film again for the same task', async () => {
  const input: Asked = { shots: three([1, 1, 1]), width: 720, height: 720 }
  const name = '7d8f2c31-6f0e-4b7a-9a51-6d2b9b0f4a10'
  const first = await filmOf(input, desk, name)
  const other = await openDesk()
  const [seen, heard] = [await thumbnails(first.film, desk), await sound(first.film)]
  await local.release?.(name)
  const second = await filmOf(input, other, name)
  // An encoder of several threads may say the same picture in other bytes; what is seen and heard is held to.
  const again = await thumbnails(second.film, other)
  expect(again).toHaveLength(seen.length)
  for (const [at, frame] of again.entries()) expect(difference(frame, seen[at] ?? Buffer.of())).toBeLessThan(0.05)
  expect(await sound(second.film)).toEqual(heard)
  await other.close()
})

test('tells how far it is by the frames that are drawn', async () => {
  const { seen } = await filmOf({ prompt: 'Rain.', duration: 10 }, desk)
  const shares = seen.map(({ share }) => share ?? -1)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(new Set(shares.filter((share) => share > 0 && share < 1)).size).toBeGreaterThan(2)
  expect(shares.at(-1)).toBe(1)
})

test('hands over a poster that shows its own picture', async () => {
  const { film, poster } = await filmOf({ prompt: 'Rain.', duration: 3, width: 720, height: 720 }, desk)
  const still = sharp(poster)
  expect(await still.metadata()).toMatchObject({ format: 'webp', width: 720, height: 720 })
  const small = await still.resize(16, 16, { kernel: 'cubic' }).removeAlpha().raw().toBuffer()
  const frames = await thumbnails(film, desk)
  expect(difference(small, frames[24] ?? Buffer.of())).toBeLessThan(3)
})

for (const [shape, width, height] of [
  ['very wide', 2500, 1000],
  ['very tall', 1000, 2500],
  ['small', 300, 300],
] as const)
  test(`draws a ${shape} picture in every shape of film`, async () => {
    const firstFrame = await desk.picture('odd.jpg', '#a06020', width, height)
    for (const aspectRatio of ['16:9', '9:16', '1:1']) {
      const { film } = await filmOf({ prompt: 'A lamp.', duration: 1, aspectRatio, firstFrame }, desk)
      const frames = await thumbnails(film, desk)
      const middle = frames[12]?.subarray((8 * 16 + 8) * 3, (8 * 16 + 8) * 3 + 3) ?? []
      expect(Math.min(...middle)).toBeGreaterThan(120)
    }
  })
