// Files of ours against the slots that they are put into, with the limits that hold just then.
import { expect, test } from '@playwright/test'
import type { Asset } from '../../../lib/media/asset'
import { rowOf } from '../../../lib/models/catalog'
import type { Input } from '../../../lib/models/input'
import { refusals } from '../../../lib/models/schema'

const base = { bytes: 1_000_000, sha256: '', url: '', createdAt: '', mime: '' }
const files: Readonly<Record<string, Asset>> = {
  small: { ...base, id: 'small', kind: 'image', mime: 'image/png', name: 'small.png', width: 200, height: 200 },
  large: { ...base, id: 'large', kind: 'image', mime: 'image/png', name: 'large.png', width: 3000, height: 2000 },
  thin: { ...base, id: 'thin', kind: 'image', mime: 'image/png', name: 'thin.png', width: 2000, height: 500 },
  fair: { ...base, id: 'fair', kind: 'image', mime: 'image/png', name: 'fair.png', width: 1500, height: 1000 },
  clip: {
    ...base,
    id: 'clip',
    kind: 'video',
    mime: 'video/mp4',
    name: 'clip.mp4',
    width: 1280,
    height: 720,
    duration: 4,
  },
  reel: {
    ...base,
    id: 'reel',
    kind: 'video',
    mime: 'video/mp4',
    name: 'reel.mp4',
    width: 1280,
    height: 720,
    duration: 15,
  },
  voice: { ...base, id: 'voice', kind: 'audio', mime: 'audio/mpeg', name: 'voice.mp3', duration: 8 },
  sigh: { ...base, id: 'sigh', kind: 'audio', mime: 'audio/mpeg', name: 'sigh.mp3', duration: 2 },
}

function said(model: string, id: string, input: Input): string[] {
  const row = rowOf('runware', model)
  const workflow = row?.workflows.find((one) => one.id === id)
  if (!row || !workflow) throw new Error(`no ${model} ${id}`)
  return refusals(row, workflow, input, (asset) => files[asset]).map(({ path, message }) => `${path}: ${message}`)
}
const frame = (asset: string): Input => ({ prompt: 'A gate', firstFrame: { asset } })

test('a picture is held against the limits of its slot', () => {
  const pro = (asset: string) => said('klingai:kling-video@3-pro', 'image-to-video', frame(asset))
  expect(pro('fair')).toEqual([])
  expect(pro('large')).toEqual([])
  expect(pro('small').join()).toContain('firstFrame: small.png is 200×200; at least 300')
  expect(pro('thin').join()).toContain('1:2.5 and 2.5:1')
  expect(said('klingai:3@1', 'image-to-video', frame('large')).join()).toContain('at most 2048')
  expect(pro('gone').join()).toContain('not in the library')
  expect(pro('clip').join()).toContain('a picture is needed')
})

test('fast mode changes how long the film may be', () => {
  const edit = (asset: string, fast: boolean) =>
    said('klingai:kling@o1', 'video-edit', { prompt: 'Dusk', sourceVideo: { asset }, ...(fast ? { fast } : {}) })
  expect(edit('clip', false)).toEqual([])
  expect(edit('clip', true).join()).toContain('at least 6 s')
  expect(edit('reel', true)).toEqual([])
  expect(edit('reel', false).join()).toContain('at most 10 s')
})

test('facing as in the picture shortens the film that can be followed', () => {
  const move = (asset: string, characterOrientation: string) =>
    said('klingai:kling-video@2.6-pro', 'motion-control', {
      prompt: 'Dance',
      referenceVideos: [{ asset }],
      characterOrientation,
    })
  expect(move('reel', 'video')).toEqual([])
  expect(move('reel', 'image').join()).toContain('referenceVideos.0: reel.mp4 lasts 15 s; at most 10 s')
})

test('voices are sounds of 5 to 30 s, and a film of one speaker will do', () => {
  const speak = (asset: string) =>
    said('klingai:kling-video@2.6-pro', 'text-to-video', { prompt: 'Hello', sound: true, voices: [{ asset }] })
  expect(speak('voice')).toEqual([])
  expect(speak('reel')).toEqual([])
  expect(speak('sigh').join()).toContain('voices.0: sigh.mp3 lasts 2 s; at least 5 s')
})

test('each part of an element has its own slot', () => {
  const cast = (element: object) =>
    said('klingai:kling-video@3-pro', 'image-to-video', { ...frame('fair'), elements: [{ id: 'hero', ...element }] })
  expect(cast({ frontalImage: { asset: 'fair' }, images: [{ asset: 'large' }], voices: [{ asset: 'voice' }] })).toEqual(
    [],
  )
  expect(cast({ frontalImage: { asset: 'small' } }).join()).toContain('elements.0.frontalImage')
  expect(cast({ videos: [{ asset: 'clip' }] })).toEqual([])
  expect(cast({ videos: [{ asset: 'fair' }] }).join()).toContain('elements.0.videos.0: fair.png is a picture')
})

test('a medium is named in one way, and an address is a whole one', () => {
  const row = rowOf('runware', 'klingai:kling-video@3-pro')
  const workflow = row?.workflows.find((one) => one.id === 'image-to-video')
  if (!row || !workflow) throw new Error('no such row')
  const paths = (firstFrame: unknown) =>
    refusals(row, workflow, { prompt: 'A boat', duration: 5, firstFrame }, () => files.fair).map(({ path }) => path)
  for (const url of ['not an address', '/etc/passwd', 'file:///etc/passwd', 'https:boat.png', 'javascript:1'])
    expect([url, paths({ url })]).toEqual([url, ['firstFrame.url']])
  for (const one of [{ url: 'https://a.example/b.png' }, { url: 'data:image/png;base64,AAAA' }, { ref: 'x' }])
    expect(paths(one)).toEqual([])
  for (const one of [{ asset: 'fair', url: 'https://a.example/b.png' }, {}, 'fair'])
    expect(paths(one)).toEqual(['firstFrame'])
})
