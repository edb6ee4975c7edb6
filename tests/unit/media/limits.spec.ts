import { expect, test } from '@playwright/test'
import type { Asset } from '../../../lib/media/asset'
import { limitWords, type MediaLimits, megabytes, misfits } from '../../../lib/media/limits'

const file = (more: Partial<Asset>): Asset => ({
  id: 'x',
  kind: 'image',
  mime: 'image/png',
  bytes: 1000,
  name: 'a.png',
  sha256: '',
  url: '',
  createdAt: '',
  ...more,
})
const clip = (more: Partial<Asset>) => file({ kind: 'video', mime: 'video/mp4', name: 'c.mp4', ...more })

test('names the measure and the limit that it breaks, each limit in a sentence of its own', () => {
  const limits: MediaLimits = {
    kind: 'image',
    formats: ['jpeg', 'png'],
    bytes: megabytes(20),
    side: { min: 300, max: 2048 },
    ratio: { min: 0.4, max: 2.5 },
  }
  expect(misfits(file({ width: 300, height: 300 }), limits)).toEqual([])
  expect(misfits(file({ width: 2048, height: 820 }), limits)).toEqual([])
  expect(misfits(file({ width: 200, height: 200 }), limits)).toEqual([
    'a.png is 200×200; at least 300 px per side are needed.',
  ])
  expect(misfits(file({ width: 4000, height: 200, bytes: megabytes(20) + 1, mime: 'image/webp' }), limits)).toEqual([
    'a.png is WebP; JPEG or PNG can be used.',
    'a.png has 20.01 MB; at most 20 MB can be used.',
    'a.png is 4000×200; at least 300 px per side are needed.',
    'a.png is 4000×200; at most 2048 px per side can be used.',
    'a.png is 4000×200; its shape must lie between 1:2.5 and 2.5:1.',
  ])
})

test('judges edges apart', () => {
  const limits: MediaLimits = { kind: 'image', shortEdge: { min: 720 }, longEdge: { max: 2160 } }
  expect(misfits(file({ width: 719, height: 2161 }), limits)).toEqual([
    'a.png is 719×2161; at least 720 px on the short side are needed.',
    'a.png is 719×2161; at most 2160 px on the long side can be used.',
  ])
})

test('never says that a number breaks itself', () => {
  expect(misfits(clip({ duration: 10.001 }), { kind: 'video', seconds: { min: 3, max: 10 } })).toEqual([
    'c.mp4 lasts 10.001 s; at most 10 s can be used.',
  ])
  expect(misfits(clip({ fps: 23.976 }), { kind: 'video', fps: { min: 24, max: 60 } })).toEqual([
    'c.mp4 has 23.976 fps; at least 24 fps are needed.',
  ])
  expect(misfits(clip({ bytes: megabytes(5) + 1 }), { kind: 'video', bytes: megabytes(5) })).toEqual([
    'c.mp4 has 5.01 MB; at most 5 MB can be used.',
  ])
})

test('says only that the kind is wrong when it is', () => {
  expect(misfits(clip({ duration: 99 }), { kind: 'image', bytes: 1 })).toEqual([
    'c.mp4 is a film; a picture is needed.',
  ])
})

test('a slot for sound takes the formats it names, whatever they hold beside', () => {
  const voice: MediaLimits = { kind: 'audio', formats: ['mp3', 'wav', 'mp4', 'mov'], seconds: { min: 5, max: 30 } }
  expect(misfits(clip({ duration: 6 }), voice)).toEqual([])
  expect(misfits(file({ kind: 'audio', mime: 'audio/mp4', duration: 6 }), voice)).toEqual([])
  expect(misfits(file({ kind: 'audio', mime: 'audio/flac', name: 'v.flac', duration: 6 }), voice)).toEqual([
    'v.flac is FLAC; MP3, WAV, MP4 or MOV can be used.',
  ])
  expect(misfits(clip({ mime: 'video/webm', duration: 6 }), voice)).toEqual(['c.mp4 is a film; a sound is needed.'])
})

test('knows a format by the words that browsers use, and does not judge one that it does not know', () => {
  const voice: MediaLimits = { kind: 'audio', formats: ['mp3', 'm4a'] }
  for (const mime of ['audio/mp3', 'audio/x-m4a', 'audio/strange'])
    expect(misfits(file({ kind: 'audio', mime }), voice)).toEqual([])
  expect(misfits(file({ kind: 'audio', mime: 'audio/x-wav' }), voice)).toHaveLength(1)
  expect(misfits(clip({ mime: 'video/strange' }), voice)).toEqual(['c.mp4 is a film; a sound is needed.'])
})

test('does not judge what it cannot measure', () => {
  expect(misfits(file({}), { kind: 'image', side: { min: 300 }, seconds: { max: 1 }, fps: { min: 24 } })).toEqual([])
})

test('tells the limits in one line', () => {
  expect(limitWords({ kind: 'image', side: { min: 300 }, bytes: megabytes(10), ratio: { min: 0.4, max: 2.5 } })).toBe(
    '≥ 300 px · 10 MB · 1:2.5–2.5:1',
  )
  expect(
    limitWords({
      kind: 'video',
      side: { min: 720, max: 2160 },
      seconds: { min: 3, max: 10 },
      fps: { min: 24, max: 60 },
    }),
  ).toBe('720–2160 px · 3–10 s · 24–60 fps')
  expect(limitWords({ kind: 'audio', formats: ['mp3'], seconds: { max: 60 } })).toBe('MP3 · ≤ 60 s')
  expect(limitWords({ kind: 'audio' })).toBe('')
})
